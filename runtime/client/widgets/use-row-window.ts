import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { usePhone } from './use-media.ts';

/** The rows of a long table that are drawn, and the heights of those above and below. */
export interface RowWindow { box: RefObject<HTMLDivElement>; isWindowed: boolean; from: number; to: number; before: number; after: number; onScroll: () => void; reveal: (row: number) => void }

const longTable = 80;
const usualHeight = 45;
/** Rows drawn beyond those in sight, so that Tab always finds the next one. */
const spare = 12;

/** Draws only the rows of a long table that are in sight; short ones, and those on phones, are drawn whole. */
export function useRowWindow(count: number): RowWindow {
  const box = useRef<HTMLDivElement>(null);
  const isPhone = usePhone();
  const isWindowed = count > longTable && !isPhone;
  const [start, setStart] = useState(0);
  const [height, setHeight] = useState(usualHeight);
  const [visible, setVisible] = useState(20);

  useLayoutEffect(() => {
    if (!isWindowed || box.current === null) return;
    setVisible(Math.ceil(box.current.clientHeight / height));
    const drawn = [...box.current.querySelectorAll<HTMLElement>('tbody tr:not([aria-hidden])')];
    const mean = drawn.reduce((sum, row) => sum + row.offsetHeight, 0) / Math.max(drawn.length, 1);
    // Small differences would only make the table tremble.
    if (drawn.length > 0 && Math.abs(mean - height) > 4) setHeight(mean);
  }, [isWindowed, height, start, count]);

  const onScroll = useCallback(() => {
    if (isWindowed && box.current !== null) setStart(Math.floor(box.current.scrollTop / height));
  }, [isWindowed, height]);
  const reveal = useCallback((row: number) => {
    const at = box.current;
    if (!isWindowed || at === null) return;
    if (row * height < at.scrollTop || (row + 2) * height > at.scrollTop + at.clientHeight) at.scrollTop = Math.max(0, row * height - at.clientHeight / 2);
  }, [isWindowed, height]);

  if (!isWindowed) return { box, isWindowed, from: 0, to: count, before: 0, after: 0, onScroll, reveal };
  const from = Math.max(0, Math.min(start - spare, count - visible - spare));
  const to = Math.min(count, start + visible + spare);
  return { box, isWindowed, from, to, before: from * height, after: (count - to) * height, onScroll, reveal };
}
