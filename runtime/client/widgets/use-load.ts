import { useCallback, useEffect, useRef, useState } from 'react';

export interface Loaded<T> { data: T | null; error: unknown; isLoading: boolean; reload: () => Promise<void>; set: (data: T) => void }

/** Reads something from the server for a view and again when `key` changes; an answer that comes too late is dropped. */
export function useLoad<T>(key: string, read: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const [state, setState] = useState<{ data: T | null; error: unknown; isLoading: boolean }>({ data: null, error: null, isLoading: true });
  const latest = useRef(read);
  latest.current = read;
  const abort = useRef<AbortController | null>(null);

  const reload = useCallback(async () => {
    abort.current?.abort();
    const controller = new AbortController();
    abort.current = controller;
    setState((old) => ({ ...old, isLoading: true }));
    try {
      const data = await latest.current(controller.signal);
      if (!controller.signal.aborted) setState({ data, error: null, isLoading: false });
    } catch (error) {
      if (!controller.signal.aborted) setState({ data: null, error, isLoading: false });
    }
  }, []);

  useEffect(() => {
    setState({ data: null, error: null, isLoading: true });
    void reload();
    return () => abort.current?.abort();
  }, [key, reload]);

  const set = useCallback((data: T) => setState({ data, error: null, isLoading: false }), []);
  return { ...state, reload, set };
}
