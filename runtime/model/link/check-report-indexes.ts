import type { Entity, Report } from '../model.ts';
import type { Linker, Place } from './linker.ts';

// The tables have these by themselves.
const always = ['id', 'ownerOrg', 'areaCode'];

/** A report over an entity said to be large needs an index for each own field that it is filtered by. */
export function checkReportIndexes(report: Report, entity: Entity, place: Place, linker: Linker): void {
  if (!entity.large) return;
  const asked = new Map<string, string>();
  report.filters.forEach((f, i) => asked.set(f.path, `/filters/${i}`));
  if (report.time !== undefined && !asked.has(report.time)) asked.set(report.time, '/time');
  for (const [path, pointer] of asked) {
    const [name = ''] = path.split('.');
    if (hasIndex(entity, name)) continue;
    linker.report(place, pointer, 'definition.missing-index', `"${entity.name}" is large and has no index that begins with "${name}", so this report would read all of it`, `add to ${entity.name}.entity.json: "index": [["${name}"]]`);
  }
}

function hasIndex(entity: Entity, name: string): boolean {
  if (always.includes(name)) return true;
  const field = entity.byName.get(name);
  // Few codes: an index would not be used.
  if (!field || field.type === 'boolean' || field.type === 'choice') return true;
  if (field.reference && field.type !== 'area') return true;
  return field.unique || [...entity.indexes, ...entity.unique].some((group) => group[0]?.replace(/^-/, '') === name);
}
