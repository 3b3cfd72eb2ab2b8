/** So many of all, spread evenly. */
export function sample<T>(all: T[], limit: number | undefined): T[] {
  if (limit === undefined || all.length <= limit) return all;
  return Array.from({ length: limit }, (_, at) => all[Math.floor((at * all.length) / limit)]!);
}
