import { useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import { createPortal } from 'react-dom';

interface PopupProps { anchor: RefObject<HTMLElement | null>; onClose: () => void; children: ReactNode; className?: string; minWidth?: number }

/** A box under (or over) an element, out of the way of clipping; inside a dialog it stays in the dialog's layer. */
export function Popup({ anchor, onClose, children, className = '', minWidth }: PopupProps) {
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ left: number; top?: number; bottom?: number; width: number; maxHeight: number } | null>(null);

  useLayoutEffect(() => {
    const settle = () => {
      const rect = anchor.current?.getBoundingClientRect();
      if (rect === undefined) return;
      const width = Math.min(Math.max(rect.width, minWidth ?? 0), innerWidth - 16);
      const left = Math.max(8, Math.min(rect.left, innerWidth - width - 8));
      const below = innerHeight - rect.bottom;
      const maxHeight = Math.max(Math.min(360, Math.max(below, rect.top) - 12), 120);
      setPlace(below < 260 && rect.top > below ? { left, bottom: innerHeight - rect.top + 4, width, maxHeight } : { left, top: rect.bottom + 4, width, maxHeight });
    };
    const onPointer = (event: PointerEvent) => {
      const target = event.target;
      if (target instanceof Node && !box.current?.contains(target) && !anchor.current?.contains(target)) onClose();
    };
    settle();
    addEventListener('resize', settle);
    document.addEventListener('scroll', settle, true);
    document.addEventListener('pointerdown', onPointer, true);
    return () => {
      removeEventListener('resize', settle);
      document.removeEventListener('scroll', settle, true);
      document.removeEventListener('pointerdown', onPointer, true);
    };
  }, [anchor, minWidth, onClose]);

  const host = anchor.current?.closest('dialog') ?? document.body;
  if (place === null) return null;
  return createPortal(<div ref={box} className={`popup ${className}`} style={place}>{children}</div>, host);
}
