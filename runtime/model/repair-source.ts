import type { DefinitionProblem, Source } from './source.ts';

/** What could not be used of a definition, so that what depends on it is not complained about as well. */
export interface Damage {
  /** Nothing of the file could be used. */
  whole: boolean;
  /** JSON pointers of the parts left out. */
  parts: ReadonlySet<string>;
  /** Names that the left-out parts would have made (`as`). */
  names: readonly string[];
  /** The pointer in the file of a pointer in what is left of it. */
  original: (pointer: string) => string;
}

/**
 * Leaves out the parts of a definition that do not fit the schema, so that the rest is linked and its problems are told too.
 * A field or option that is left out keeps its name.
 */
export function repairSource(source: Source, validate: (source: Source) => DefinitionProblem[]): { source: Source; problems: DefinitionProblem[] } {
  const problems = validate(source);
  if (problems.length === 0) return { source, problems };
  const removed = new Set<string>();
  let told = problems;
  for (let round = 0; round < 50; round += 1) {
    const kept = without(source, removed);
    if (round > 0) told = validate({ ...source, content: kept.content }).map((p) => ({ ...p, pointer: kept.original(p.pointer) }));
    if (told.length === 0) return { source: { ...source, content: kept.content, damage: { whole: false, parts: removed, names: namesIn(source.content, removed), original: kept.original } }, problems };
    if (told.some((p) => p.pointer === '/' && !isAboutLabel(p))) break;
    for (const p of told) {
      removed.add(isAboutLabel(p) ? `${p.pointer === '/' ? '' : p.pointer}/label` : p.pointer);
      // What a misspelt name was meant to be is there, only not understood.
      const meant = p.code === 'definition.unknown-property' ? /"(.+)"/.exec(p.hint ?? '')?.[1] : undefined;
      if (meant !== undefined) removed.add(p.pointer.replace(/[^/]+$/, meant));
    }
  }
  return { source: { ...source, content: {}, damage: wholeDamage }, problems };
}

/** The damage of a file that cannot be read at all. */
export const wholeDamage: Damage = { whole: true, parts: new Set(), names: [], original: (pointer) => pointer };

function isAboutLabel(problem: DefinitionProblem): boolean {
  return problem.code === 'definition.missing-property' && problem.message.startsWith('"label"');
}

/** What stands in for a part that has to be there: a text for labels and options, a field of unknown type for fields. */
function standIn(kind: string, pointer: string): unknown {
  const name = pointer.split('/').at(-1)!;
  if (name === 'label' || /\/options\/[^/]+$/.test(pointer) || (kind === 'dictionary' && /^\/items\/[^/]+$/.test(pointer))) return name;
  return (kind === 'entity' && /^\/fields\/[^/]+$/.test(pointer)) || (kind === 'action' && /^\/input\/[^/]+$/.test(pointer)) ? { type: 'json', label: name } : undefined;
}

function without(source: Source, removed: ReadonlySet<string>): { content: unknown; original: (pointer: string) => string } {
  // Items that are left out move those behind them up; their places in the file are remembered by list.
  const places = new Map<string, number[]>();
  const copy = (value: unknown, at: string): unknown => {
    if (Array.isArray(value)) {
      const kept = value.map((_item, i) => i).filter((i) => !removed.has(`${at}/${i}`));
      places.set(at, kept);
      return kept.map((i) => copy(value[i] as unknown, `${at}/${i}`));
    }
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).flatMap(([key, item]): [string, unknown][] => {
      const pointer = `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      if (!removed.has(pointer)) return [[key, copy(item, pointer)]];
      const other = standIn(source.kind, pointer);
      return other === undefined ? [] : [[key, other]];
    });
    if (removed.has(`${at}/label`) && !('label' in value)) entries.push(['label', at.split('/').at(-1) || source.name]);
    return Object.fromEntries(entries);
  };
  const content = copy(source.content, '');
  const original = (pointer: string): string => pointer.split('/').slice(1).reduce((path, part) => {
    const kept = places.get(path);
    return `${path}/${kept && /^\d+$/.test(part) ? kept[Number(part)] ?? part : part}`;
  }, '') || '/';
  return { content, original };
}

/** Every `as` below the parts that were left out. */
function namesIn(content: unknown, removed: ReadonlySet<string>): string[] {
  const names: string[] = [];
  const walk = (value: unknown, at: string, inside: boolean): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, item] of Object.entries(value)) {
      const pointer = `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      const gone = inside || removed.has(pointer);
      if (gone && key === 'as' && typeof item === 'string') names.push(item);
      walk(item, pointer, gone);
    }
  };
  walk(content, '', false);
  return names;
}
