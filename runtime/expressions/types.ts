/** The type of a FEEL value as the checker sees it; contexts may be given lazily, because entities refer to each other. */
export type FeelType =
  | { kind: 'number' | 'string' | 'boolean' | 'date' | 'date-time' | 'time' | 'duration' | 'any' | 'null' }
  | { kind: 'list'; of: FeelType }
  | { kind: 'context'; entries: Entries | (() => Entries); title?: string };

type Entries = Record<string, FeelType>;

export const types = {
  number: { kind: 'number' }, string: { kind: 'string' }, boolean: { kind: 'boolean' }, date: { kind: 'date' },
  dateTime: { kind: 'date-time' }, time: { kind: 'time' }, duration: { kind: 'duration' }, any: { kind: 'any' }, null: { kind: 'null' },
  list: (of: FeelType): FeelType => ({ kind: 'list', of }),
  anyList: { kind: 'list', of: { kind: 'any' } },
} satisfies Record<string, FeelType | ((of: FeelType) => FeelType)>;

const temporalProperties: Record<string, readonly string[]> = {
  date: ['year', 'month', 'day', 'weekday'],
  time: ['hour', 'minute', 'second'],
  'date-time': ['year', 'month', 'day', 'weekday', 'hour', 'minute', 'second'],
  duration: ['years', 'months', 'days', 'hours', 'minutes', 'seconds'],
};

/** The entries of a context or the parts of a date, or undefined when the type has no properties that can be listed. */
export function propertiesOf(type: FeelType): Entries | undefined {
  if (type.kind === 'context') return typeof type.entries === 'function' ? type.entries() : type.entries;
  const parts = temporalProperties[type.kind];
  return parts && Object.fromEntries(parts.map((part) => [part, types.number]));
}

export const isUnknown = (type: FeelType): boolean => type.kind === 'any' || type.kind === 'null';

/** Whether a value of type `given` may stand where `wanted` is asked for; null and any fit everywhere. */
export function fits(given: FeelType, wanted: FeelType): boolean {
  if (isUnknown(given) || isUnknown(wanted)) return true;
  if (given.kind === 'list' && wanted.kind === 'list') return fits(given.of, wanted.of);
  if (given.kind === 'context' && wanted.kind === 'context') return fitsContext(given, wanted);
  return given.kind === wanted.kind;
}

function fitsContext(given: FeelType, wanted: FeelType): boolean {
  const offered = propertiesOf(given) ?? {};
  return Object.keys(propertiesOf(wanted) ?? {}).every((name) => Object.hasOwn(offered, name));
}

/** The type that holds both, or undefined when nothing but `any` would. */
export function unify(a: FeelType, b: FeelType): FeelType | undefined {
  if (a.kind === 'null') return b;
  if (b.kind === 'null') return a;
  if (a.kind === 'any' || b.kind === 'any') return types.any;
  if (a.kind === 'list' && b.kind === 'list') return types.list(unify(a.of, b.of) ?? types.any);
  if (a.kind === 'context' && b.kind === 'context') return fits(a, b) ? b : fits(b, a) ? a : undefined;
  return a.kind === b.kind ? a : undefined;
}

const names: Record<FeelType['kind'], { en: string; zh: string }> = {
  number: { en: 'number', zh: '数值' }, string: { en: 'text', zh: '文本' }, boolean: { en: 'condition (true/false)', zh: '条件（是/否）' },
  date: { en: 'date', zh: '日期' }, 'date-time': { en: 'date and time', zh: '日期时间' }, time: { en: 'time', zh: '时间' },
  duration: { en: 'duration', zh: '时长' }, any: { en: 'any value', zh: '任意值' }, null: { en: 'null', zh: '空值' },
  list: { en: 'list', zh: '列表' }, context: { en: 'record', zh: '记录' },
};

/** The type in words, for messages. */
export function describe(type: FeelType): { en: string; zh: string } {
  if (type.kind === 'context' && type.title) return { en: `record "${type.title}"`, zh: `记录“${type.title}”` };
  if (type.kind !== 'list' || isUnknown(type.of)) return names[type.kind];
  const of = describe(type.of);
  return { en: `list of ${of.en}`, zh: `${of.zh}列表` };
}
