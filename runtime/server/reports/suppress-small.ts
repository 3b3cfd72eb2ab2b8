import type { Measure } from '../../model/model.ts';
import type { Group } from './shape-figures.ts';

/** Takes out figures made of fewer records than allowed. Where one alone is missing, the total would tell it: the next smallest goes too. */
export function suppressSmall(below: number, measures: readonly Measure[], groups: readonly Group[]): void {
  const details = groups.filter((g) => g.summed.every((s) => !s));
  for (const shift of new Set(groups.flatMap((g) => Object.keys(g.at) as (keyof Group['at'])[]))) for (const measure of measures) {
    const basis = (g: Group) => g.basis[shift]?.[measure.name] ?? 0;
    const take = (g: Group) => { const figures = g.at[shift]; if (figures) figures[measure.name] = null; };
    const isSmall = (g: Group) => basis(g) > 0 && basis(g) < below;
    const isDetail = new Set(details);
    for (const group of groups) if (isSmall(group)) take(group);
    const hidden = details.filter(isSmall);
    if (hidden.length !== 1) continue;
    const next = details.filter((g) => !isSmall(g) && basis(g) > 0).sort((a, b) => basis(a) - basis(b))[0];
    if (next) take(next);
    else for (const group of groups) if (!isDetail.has(group)) take(group);
  }
}
