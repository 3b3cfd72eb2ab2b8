import { useCallback, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Popup } from '../widgets/popup.tsx';

interface MenuButtonProps { label: string; face: ReactNode; width: number; children: (close: () => void) => ReactNode; onOpen?: () => void }

/** A button in the head that opens a small box; Escape closes it and returns the focus. */
export function MenuButton({ label, face, width, children, onOpen }: MenuButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = useCallback(() => setOpen(false), []);
  return (
    <div ref={box} className="menu-button" onKeyDown={(event) => { if (event.key === 'Escape' && isOpen) { close(); button.current?.focus(); } }}>
      <button ref={button} type="button" className="head-button" aria-label={label} aria-expanded={isOpen} aria-haspopup="true" onClick={() => { if (!isOpen) onOpen?.(); setOpen(!isOpen); }}>{face}</button>
      {isOpen ? <Popup anchor={box} onClose={close} minWidth={width} className="head-popup"><Focused>{children(close)}</Focused></Popup> : null}
    </div>
  );
}

/** Takes the focus to its first control, since the box is drawn at the end of the document. */
function Focused({ children }: { children: ReactNode }) {
  const first = useCallback((node: HTMLDivElement | null) => { node?.querySelector<HTMLElement>('a,button,input')?.focus(); }, []);
  return <div ref={first}>{children}</div>;
}
