import { useRef } from 'react';
import type { KeyboardEvent } from 'react';

export interface TabItem { key: string; label: string; count?: number }

/** Tabs by the ARIA pattern: arrow keys move, the panel is the caller's (`panelId`). */
export function Tabs({ label, items, active, onChange, panelId }: { label: string; items: TabItem[]; active: string; onChange: (key: string) => void; panelId: string }) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const index = items.findIndex((item) => item.key === active);
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = items[(index + step + items.length) % items.length];
    if (next === undefined) return;
    onChange(next.key);
    list.current?.querySelectorAll<HTMLButtonElement>('[role=tab]')[items.indexOf(next)]?.focus();
  };
  return (
    <div ref={list} role="tablist" aria-label={label} className="tabs" onKeyDown={onKeyDown}>
      {items.map((item) => (
        <button key={item.key} type="button" role="tab" id={`${panelId}-${item.key}`} aria-selected={item.key === active} aria-controls={panelId}
          tabIndex={item.key === active ? 0 : -1} className="tab" onClick={() => onChange(item.key)}>
          {item.label}{item.count === undefined ? null : <span className="tab-count">{item.count}</span>}
        </button>
      ))}
    </div>
  );
}
