const listeners = new Set<() => void>();

/** Tells the bell that messages were read elsewhere. */
export function messagesChanged(): void {
  listeners.forEach((listener) => listener());
}

export function onMessagesChanged(listener: () => void): () => void {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}
