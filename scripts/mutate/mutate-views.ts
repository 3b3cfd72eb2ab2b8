import { changed, isJsonObject, listAt, pointerOf } from './change-json.ts';
import type { Mutant, MutateKind } from './mutant.ts';
import type { Source } from '../../runtime/model/source.ts';

/** What an alert watches and the tiers it warns in. */
export const mutateAlert: MutateKind = (source) => [
  ...listAt(source.content, 'tiers').length > 1 ? listAt(source.content, 'tiers').map((_, at) => removal(source, 'alert', ['tiers', at], 'without this tier')) : [],
  ...whereMutants(source, 'alert'),
];

/** The own condition of a list. */
export const mutateList: MutateKind = (source) => whereMutants(source, 'view-filter');

/** The condition of a report and of each measure. */
export const mutateReport: MutateKind = (source) => [
  ...whereMutants(source, 'view-filter'),
  ...measures(source).filter(([, measure]) => isJsonObject(measure) && 'where' in measure)
    .map(([key]) => removal(source, 'view-filter', ['measures', key, 'where'], 'measure without where')),
];

function measures(source: Source): [string | number, unknown][] {
  const found = isJsonObject(source.content) ? source.content.measures : undefined;
  return Array.isArray(found) ? [...found.entries()] : Object.entries(found ?? {});
}

function whereMutants(source: Source, kind: Mutant['class']): Mutant[] {
  return isJsonObject(source.content) && 'where' in source.content ? [removal(source, kind, ['where'], 'without where')] : [];
}

function removal(source: Source, kind: Mutant['class'], path: (string | number)[], what: string): Mutant {
  return { class: kind, pointer: pointerOf(path), what, source: changed(source, path) };
}
