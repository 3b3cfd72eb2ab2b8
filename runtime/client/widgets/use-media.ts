import { useSyncExternalStore } from 'react';

/** Whether a media query holds, kept up to date. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => { const media = matchMedia(query); media.addEventListener('change', listener); return () => media.removeEventListener('change', listener); },
    () => matchMedia(query).matches,
  );
}

/** Narrow screens, where rows become cards and the menu a drawer. */
export const usePhone = (): boolean => useMedia('(max-width: 720px)');
