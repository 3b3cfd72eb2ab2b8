import { useEffect, useState } from 'react';
import { t } from '../texts.ts';
import { Icon } from './icon.tsx';

/** What a person can still do about what happened. */
export interface ToastAction { label: string; run: () => void }
interface Toast { id: number; tone: 'success' | 'error' | 'info'; text: string; action?: ToastAction }
let nextId = 1;
const listeners = new Set<(toast: Toast) => void>();

/** Tells the person in passing what happened; errors stay until they are closed. */
export function toast(tone: Toast['tone'], text: string, action?: ToastAction): void {
  const item = { id: nextId++, tone, text, ...(action === undefined ? {} : { action }) };
  listeners.forEach((listener) => listener(item));
}

export function Toasts() {
  const [items, setItems] = useState<Toast[]>([]);
  const drop = (id: number) => setItems((old) => old.filter((item) => item.id !== id));
  useEffect(() => {
    const add = (item: Toast) => {
      setItems((old) => [...old.slice(-2), item]);
      if (item.tone !== 'error') setTimeout(() => drop(item.id), item.action === undefined ? 4000 : 8000);
    };
    listeners.add(add);
    return () => { listeners.delete(add); };
  }, []);
  return (
    <div className="toasts" role="status" aria-live="polite">
      {items.map((item) => (
        <div key={item.id} className={`toast toast-${item.tone}`}>
          <Icon name={item.tone === 'success' ? 'check' : item.tone === 'error' ? 'warning' : 'info'} />
          <span>{item.text}</span>
          {item.action === undefined ? null : <button type="button" className="link-button" onClick={() => { drop(item.id); item.action?.run(); }}>{item.action.label}</button>}
          <button type="button" className="icon-button" aria-label={t('action.close')} onClick={() => drop(item.id)}><Icon name="close" size={14} /></button>
        </div>
      ))}
    </div>
  );
}
