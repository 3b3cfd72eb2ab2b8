import { useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { ReactNode } from 'react';
import { t } from '../texts.ts';
import { Icon } from './icon.tsx';

interface DialogProps { title: string; children: ReactNode; footer?: ReactNode; onClose: () => void; width?: number; tone?: 'danger' }

/** A modal window on the browser's own `<dialog>`: focus stays inside, Escape closes, focus returns afterwards. */
export function Dialog({ title, children, footer, onClose, width = 520, tone }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const before = document.activeElement;
    const dialog = ref.current;
    dialog?.showModal();
    // The first thing to fill in, else the answer that does no harm, rather than the close button.
    const first = dialog?.querySelector<HTMLElement>('.dialog-body :is(input, textarea):not(:disabled), .dialog-foot [data-first]') ?? dialog?.querySelector<HTMLElement>('.dialog-foot :is(button, a)');
    first?.focus();
    return () => { if (before instanceof HTMLElement && before.isConnected) before.focus(); };
  }, []);
  // In the page itself, so that it looks alike wherever it is opened from.
  return createPortal(
    <dialog ref={ref} className={`dialog${tone === 'danger' ? ' dialog-danger' : ''}`} aria-labelledby={titleId} style={{ maxWidth: width }}
      onCancel={(event) => { event.preventDefault(); onClose(); }}>
      <header className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="icon-button" aria-label={t('action.close')} onClick={onClose}><Icon name="close" /></button>
      </header>
      <div className="dialog-body">{children}</div>
      {footer === undefined ? null : <footer className="dialog-foot">{footer}</footer>}
    </dialog>,
    document.body,
  );
}
