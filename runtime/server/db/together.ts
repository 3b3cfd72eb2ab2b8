type Answers<T extends readonly unknown[]> = { -readonly [K in keyof T]: Awaited<T[K]> };

/** Statements sent in one go. Of several errors the first is thrown: a failed transaction refuses everything after it. */
export async function together<const T extends readonly unknown[]>(...work: T): Promise<Answers<T>> {
  const settled = await Promise.allSettled(work);
  for (const one of settled) if (one.status === 'rejected') throw one.reason;
  return settled.map((one) => (one as PromiseFulfilledResult<unknown>).value) as Answers<T>;
}
