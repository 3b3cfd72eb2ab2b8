import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { t } from '../texts.ts';
import { Icon } from './icon.tsx';

export interface TreeNode { id: string; title: string }

interface TreePickerProps {
  label: string;
  value: TreeNode | null;
  onChange: (node: TreeNode) => void;
  /** The children of a node, or the topmost ones. */
  load: (parent: TreeNode | null) => Promise<TreeNode[]>;
  /** A node that cannot be chosen, nor anything beneath it. */
  closed?: string;
  /** A choice above the topmost nodes. */
  top?: TreeNode;
}

/** One node of a tree, level by level; arrows open, close and walk, Enter or space chooses. */
export function TreePicker({ label, value, onChange, load, closed, top }: TreePickerProps) {
  const box = useRef<HTMLUListElement>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    const items = [...box.current?.querySelectorAll<HTMLElement>('[role=treeitem] > .tree-row') ?? []];
    const at = items.findIndex((item) => item === document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) { event.preventDefault(); items[at + step]?.focus(); }
    const opener = items[at]?.querySelector<HTMLButtonElement>('.tree-opener');
    const isOpen = items[at]?.parentElement?.getAttribute('aria-expanded') === 'true';
    if (event.key === 'ArrowRight' && !isOpen) { event.preventDefault(); opener?.click(); }
    if (event.key === 'ArrowLeft' && isOpen) { event.preventDefault(); opener?.click(); }
  };
  return (
    <ul ref={box} role="tree" aria-label={label} className="tree" onKeyDown={onKeyDown}>
      {top === undefined ? null : <Node node={top} isLeaf value={value} onChange={onChange} load={load} />}
      <Level parent={null} value={value} onChange={onChange} load={load} closed={closed} />
    </ul>
  );
}

type LevelProps = Pick<TreePickerProps, 'value' | 'onChange' | 'load' | 'closed'> & { parent: TreeNode | null };

function Level({ parent, load, closed, ...rest }: LevelProps) {
  const [nodes, setNodes] = useState<TreeNode[] | null>(null);
  const latest = useRef(load);
  latest.current = load;
  useEffect(() => {
    let isGone = false;
    void latest.current(parent).then((found) => { if (!isGone) setNodes(found); }, () => { if (!isGone) setNodes([]); });
    return () => { isGone = true; };
  }, [parent]);
  if (nodes === null) return <li className="tree-note" role="none">{t('state.loading')}</li>;
  if (nodes.length === 0 && parent !== null) return <li className="tree-note" role="none">{t('tree.empty')}</li>;
  return <>{nodes.map((node) => <Node key={node.id} node={node} load={load} closed={closed} {...rest} />)}</>;
}

function Node({ node, value, onChange, load, closed, isLeaf = false }: Pick<TreePickerProps, 'value' | 'onChange' | 'load' | 'closed'> & { node: TreeNode; isLeaf?: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const isClosed = node.id === closed;
  const isChosen = value?.id === node.id;
  const choose = () => { if (!isClosed) onChange(node); };
  return (
    <li role="treeitem" aria-selected={isChosen} aria-expanded={isLeaf || isClosed ? undefined : isOpen} aria-disabled={isClosed || undefined}>
      <div className={`tree-row${isChosen ? ' is-chosen' : ''}${isClosed ? ' is-closed' : ''}`} tabIndex={0} onClick={choose}
        onKeyDown={(event) => { if ((event.key === 'Enter' || event.key === ' ') && event.target === event.currentTarget) { event.preventDefault(); choose(); } }}>
        {isLeaf || isClosed ? <span className="tree-opener" /> : <button type="button" tabIndex={-1} className="tree-opener" aria-label={t(isOpen ? 'tree.close' : 'tree.open', { title: node.title })} onClick={(event) => { event.stopPropagation(); setOpen(!isOpen); }}><Icon name={isOpen ? 'down' : 'right'} size={14} /></button>}
        <span>{node.title}</span>
      </div>
      {isOpen ? <ul role="group"><Level parent={node} value={value} onChange={onChange} load={load} closed={closed} /></ul> : null}
    </li>
  );
}
