/** What is wrong with an expression, where, and (if it can be guessed) what was meant. */
export type ExpressionProblem = {
  code: 'expression.syntax' | 'expression.unknown-name' | 'expression.type' | 'expression.too-complex' | 'expression.unknown-function' | 'expression.bad-pattern';
  message: string;
  messageZh: string;
  at: { from: number; to: number };
  suggestion?: string;
};

/** The known name that is nearest to what was typed, if it is near enough to be a slip. */
export function nearestName(typed: string, known: Iterable<string>): string | undefined {
  const wanted = typed.toLowerCase();
  let best: string | undefined;
  let bestDistance = (wanted.length < 4 ? 1 : Math.max(2, Math.floor(wanted.length / 3))) + 1;
  for (const name of known) {
    const distance = editDistance(wanted, name.toLowerCase(), bestDistance);
    if (distance < bestDistance) [best, bestDistance] = [name, distance];
  }
  return best;
}

function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length]!;
}
