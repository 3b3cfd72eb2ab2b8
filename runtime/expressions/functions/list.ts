import { defineFunction } from '../define-function.ts';
import { charge, type Frame } from '../guard.ts';
import { compareValues, keyOf } from '../order.ts';
import { types, unify, type FeelType } from '../types.ts';
import { addDecimals, tidyNumber } from './number.ts';

const { number, boolean, any, anyList } = types;
const list = { name: 'list', type: anyList } as const;
const numbers = { name: 'list', type: number, restOrList: true } as const;
const ordered = { name: 'list', type: [number, types.string, types.date, types.dateTime, types.time, types.duration], restOrList: true } as const;
const conditions = { name: 'list', type: boolean, restOrList: true } as const;

const elementOf = (given: FeelType | undefined): FeelType => given?.kind === 'list' ? given.of : given ?? any;
const sameList = (given: FeelType[]): FeelType => given[0]?.kind === 'list' ? given[0] : anyList;

export const listFunctions = [
  defineFunction({
    name: 'count', group: 'list', doc: { zh: '元素个数', en: 'The number of elements' },
    parameters: [{ ...list, outside: true }], result: number, example: 'count([1, 2, 3]) = 3', run: ([items]) => items.length,
  }),
  defineFunction({
    name: 'sum', group: 'list', doc: { zh: '合计；空列表为空值，有空值则为空值', en: 'The sum; null for an empty list or when an element is null' },
    parameters: [numbers], result: number, example: 'sum([0.1, 0.2]) = 0.3', run: ([items]) => sum(items),
  }),
  defineFunction({
    name: 'mean', group: 'list', doc: { zh: '平均值', en: 'The average' },
    parameters: [numbers], result: number, example: 'mean([1, 2, 3]) = 2', run: ([items]) => { const total = sum(items); return total === null ? null : tidyNumber(total / items.length); },
  }),
  defineFunction({
    name: 'min', group: 'list', doc: { zh: '最小值（数值、文本、日期）', en: 'The least number, text or date' },
    parameters: [ordered], result: ([given]) => elementOf(given), example: 'min(3, 1, 2) = 1', run: ([items]) => extreme(items, -1),
  }),
  defineFunction({
    name: 'max', group: 'list', doc: { zh: '最大值（数值、文本、日期）', en: 'The greatest number, text or date' },
    parameters: [ordered], result: ([given]) => elementOf(given), example: 'max([date("2026-01-01"), date("2026-02-01")]) = date("2026-02-01")', run: ([items]) => extreme(items, 1),
  }),
  defineFunction({
    name: 'all', group: 'list', doc: { zh: '是否全部成立', en: 'Whether every condition holds' },
    parameters: [conditions], result: boolean, example: 'all([true, 1 < 2])', takesNull: true,
    run: ([items]) => items.includes(false) ? false : items.every((item) => item === true) ? true : null,
  }),
  defineFunction({
    name: 'any', group: 'list', doc: { zh: '是否有一个成立', en: 'Whether one condition holds' },
    parameters: [conditions], result: boolean, example: 'any([false, 1 < 2])', takesNull: true,
    run: ([items]) => items.includes(true) ? true : items.every((item) => item === false) ? false : null,
  }),
  defineFunction({
    name: 'list contains', group: 'list', doc: { zh: '列表是否含某值', en: 'Whether the list contains the value' },
    parameters: [list, { name: 'element', type: any }], result: boolean, example: 'list contains(["甲", "乙"], "乙")', takesNull: true,
    run: ([items, wanted], frame) => Array.isArray(items) ? items.some((item) => keyOf(frame, item) === keyOf(frame, wanted)) : null,
  }),
  defineFunction({
    name: 'index of', group: 'list', doc: { zh: '某值出现的位置（从 1 起）', en: 'The positions of a value, starting at 1' },
    parameters: [list, { name: 'match', type: any }], result: types.list(number), example: 'index of([5, 6, 5], 5)[2] = 3', takesNull: true,
    run: ([items, wanted], frame) => Array.isArray(items) ? items.flatMap((item, index) => keyOf(frame, item) === keyOf(frame, wanted) ? [index + 1] : []) : null,
  }),
  defineFunction({
    name: 'append', group: 'list', doc: { zh: '在末尾添加元素', en: 'The list with further elements at its end' },
    parameters: [list, { name: 'item', type: any, rest: true }], takesNull: true,
    result: ([given, ...items]) => types.list(items.reduce<FeelType>((type, item) => unify(type, item) ?? any, elementOf(given))),
    example: 'count(append([1], 2, 3)) = 3', run: ([items, more]) => Array.isArray(items) ? [...items, ...more] : null,
  }),
  defineFunction({
    name: 'concatenate', group: 'list', doc: { zh: '连接多个列表', en: 'Several lists as one' },
    parameters: [{ name: 'list', type: anyList, rest: true }],
    result: (given) => types.list(given.map(elementOf).reduce((type, item) => unify(type, item) ?? any, types.null)),
    example: 'count(concatenate([1], [2, 3])) = 3', run: ([lists]) => lists.flat(),
  }),
  defineFunction({
    name: 'distinct values', group: 'list', doc: { zh: '去重', en: 'The list without repeated values' },
    parameters: [list], result: sameList, example: 'count(distinct values([1, 1, 2])) = 2',
    run: ([items], frame) => {
      const seen = new Map<string, unknown>();
      for (const item of items) if (!seen.has(keyOf(frame, item))) seen.set(keyOf(frame, item), item);
      return [...seen.values()];
    },
  }),
  defineFunction({
    name: 'flatten', group: 'list', doc: { zh: '展开嵌套的列表', en: 'The elements of nested lists as one list' },
    parameters: [list], result: ([given]) => types.list(innermost(given ?? any)), example: 'count(flatten([[1], [2, [3]]])) = 3', run: ([items], frame) => flatten(frame, items),
  }),
  defineFunction({
    name: 'reverse', group: 'list', doc: { zh: '倒序', en: 'The list in reverse order' },
    parameters: [list], result: sameList, example: 'reverse([1, 2])[1] = 2', run: ([items]) => [...items].reverse(),
  }),
  defineFunction({
    name: 'sublist', group: 'list', doc: { zh: '列表的一段，位置从 1 起', en: 'A part of the list; positions start at 1' },
    parameters: [list, { name: 'start position', type: number }, { name: 'length', type: number, optional: true }], result: sameList, example: 'sublist([1, 2, 3], 2)[1] = 2',
    run: ([items, start, length]) => {
      const from = start < 0 ? Math.max(0, items.length + start) : start - 1;
      return start === 0 ? null : items.slice(from, length === undefined ? undefined : from + Math.max(0, length));
    },
  }),
  defineFunction({
    name: 'sort', group: 'list', doc: { zh: '排序；可给出比较函数 function(a, b) a < b', en: 'The list in order, or in the order of function(a, b) a < b' },
    parameters: [list, { name: 'precedes', type: any, optional: true, comparator: true }], result: sameList, example: 'sort([3, 1, 2], function(a, b) a > b)[1] = 3',
    run: ([items, precedes], frame) => [...items].sort((a, b) => {
      charge(frame, precedes ? 4 : 1);
      // The engine's sort asks whether a later element goes before an earlier one, so this keeps equal ones in place.
      if (precedes) return precedes.invoke([a, b]) === true ? -1 : 1;
      return compareValues(a, b) ?? Number(a === null) - Number(b === null);
    }),
  }),
];

function sum(items: readonly unknown[]): number | null {
  return items.length > 0 && items.every((item) => typeof item === 'number') ? addDecimals(items) : null;
}

function extreme(items: readonly unknown[], direction: 1 | -1): unknown {
  let best: unknown = items[0] ?? null;
  for (const item of items) {
    const order = compareValues(item, best);
    if (order === null) return null;
    if (order * direction > 0) best = item;
  }
  return best;
}

function flatten(frame: Frame, items: readonly unknown[], into: unknown[] = []): unknown[] {
  for (const item of items) {
    charge(frame, 1);
    if (Array.isArray(item)) flatten(frame, item, into);
    else into.push(item);
  }
  return into;
}

const innermost = (type: FeelType): FeelType => type.kind === 'list' ? innermost(type.of) : type;
