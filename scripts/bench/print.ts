import type { Verdict } from './compare.ts';

/** A table of ratios with their bars. */
export function verdictTable(verdicts: readonly Verdict[]): string {
  return table(['what', 'Tamga /s', 'p50', 'p95 ms', 'CPU µs', 'by hand /s', 'p50', 'p95 ms', 'CPU µs', 'ratio', 'bar', 'goal', ''], verdicts.map(({ title, tamga, hand, ratio, bar, goal }) => [
    title, tamga.perSecond.toFixed(0), tamga.p50.toFixed(1), tamga.p95.toFixed(1), tamga.cpu.toFixed(0), hand.perSecond.toFixed(0), hand.p50.toFixed(1), hand.p95.toFixed(1), hand.cpu.toFixed(0),
    ratio.toFixed(2), String(bar), String(goal), ratio >= goal ? 'goal' : ratio >= bar ? 'bar' : 'below',
  ]));
}

/** An absolute figure with its bar; `least` when more is better. */
export interface Absolute { title: string; value: number; unit: string; bar?: number; goal?: number; least?: boolean }

export function absoluteTable(figures: readonly Absolute[]): string {
  const better = (value: number, limit: number, least = false): boolean => least ? value >= limit : value <= limit;
  return table(['what', 'value', 'bar', 'goal', ''], figures.map(({ title, value, unit, bar, goal, least }) => [
    title, `${value.toFixed(value < 10 ? 2 : 0)} ${unit}`, bar === undefined ? '' : String(bar), goal === undefined ? '' : String(goal),
    bar === undefined || goal === undefined ? '' : better(value, goal, least) ? 'goal' : better(value, bar, least) ? 'bar' : 'below',
  ]));
}

/** The statements of one request on both sides. */
export function statements({ title, sql }: Verdict): string {
  const lines = (texts: string[]): string => texts.map((text, i) => `  ${i + 1}. ${text}`).join('\n');
  return `${title}: Tamga, ${sql.tamga.length} statements\n${lines(sql.tamga)}\n${title}: by hand, ${sql.hand.length} statements\n${lines(sql.hand)}\n`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]!.length)));
  const line = (cells: readonly string[]): string => cells.map((cell, i) => i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)).join('  ').trimEnd();
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}
