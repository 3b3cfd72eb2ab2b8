import { useCallback, useEffect, useRef, useState } from 'react';

export interface Fetched<T> { data: T | null; error: unknown; reload: () => void }

/** Loads something whenever its key changes; an answer that comes too late is dropped. */
export function useFetch<T>(key: string, load: () => Promise<T>): Fetched<T> {
  const [state, setState] = useState<{ key: string; data: T | null; error: unknown }>({ key, data: null, error: null });
  const latest = useRef(load);
  latest.current = load;
  const run = useCallback(() => {
    let isOver = false;
    setState({ key, data: null, error: null });
    latest.current().then((data) => { if (!isOver) setState({ key, data, error: null }); }, (error: unknown) => { if (!isOver) setState({ key, data: null, error }); });
    return () => { isOver = true; };
  }, [key]);
  useEffect(() => run(), [run]);
  return { data: state.key === key ? state.data : null, error: state.key === key ? state.error : null, reload: () => { run(); } };
}
