/** Large figures in a row. */
export function Figures({ items }: { items: [string, string][] }) {
  return <dl className="q-total card">{items.map(([label, value]) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>;
}

/** A share, or a dash where there is nothing to divide by. */
export function percent(value: number | null): string {
  return value === null ? '—' : `${value.toFixed(1)}%`;
}

export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
