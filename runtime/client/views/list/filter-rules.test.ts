import { describe, expect, test } from '@jest/globals';
import type { ClientField } from '../../../model/client-types.ts';
import { describePart, fromCondition, toCondition, type Group } from './filter-rules.ts';

const field = (name: string, type: string, more: Partial<ClientField> = {}): ClientField => ({ name, type, label: name, operators: ['$eq'], ...more });
const fields = [field('name', 'text', { label: '姓名' }), field('score', 'integer'), field('day', 'date', { label: '日期' }), field('at', 'datetime'), field('status', 'choice', { label: '状态', options: [{ value: 'open', label: '进行中' }, { value: 'closed', label: '已结束' }] }), field('unit', 'org'), field('tags', 'multi-choice'), field('ok', 'boolean')];
const one = (name: string, op: string, value: unknown): Group => ({ join: 'and', parts: [{ field: name, op, value } as Group['parts'][number]] });
const unit = { id: '0190a0a0-0000-7000-8000-000000000000', title: '开鲁县' };

describe('rules and conditions', () => {
  test.each<[string, Group, unknown]>([
    ['text', one('name', 'contains', '张'), { name: { $contains: '张' } }],
    ['numbers between', one('score', 'between', [1, null]), { score: { $gte: 1 } }],
    ['days between', one('day', 'between', ['2026-01-01', '2026-01-31']), { day: { $gte: '2026-01-01', $lte: '2026-01-31' } }],
    ['moments until the end of a day', one('at', 'below', '2026-01-31'), { at: { $lte: '2026-01-31T23:59:59.999+08:00' } }],
    ['a period', one('day', 'during', 'last-30-days'), { day: { $during: 'last-30-days' } }],
    ['choices', one('status', 'oneOf', ['open', 'closed']), { status: { $in: ['open', 'closed'] } }],
    ['a unit and all below', one('unit', 'within', unit), { unit: { $below: unit } }],
    ['one of several', one('tags', 'has', 'a'), { tags: { $contains: 'a' } }],
    ['empty', one('name', 'empty', null), { name: { $exists: false } }],
    ['false is a value', one('ok', 'is', false), { ok: { $eq: false } }],
    ['groups', { join: 'or', parts: [one('name', 'is', 'a'), { join: 'and', parts: [...one('score', 'above', 1).parts, ...one('score', 'below', 9).parts] }] }, { $or: [{ name: { $eq: 'a' } }, { $and: [{ score: { $gte: 1 } }, { score: { $lte: 9 } }] }] }],
    ['nothing', { join: 'and', parts: [...one('name', 'contains', '').parts, ...one('status', 'oneOf', []).parts, ...one('gone', 'is', 1).parts] }, null],
  ])('%s', (_name, group, expected) => expect(toCondition(group, fields)).toEqual(expected));

  test.each<[string, Group]>([
    ['text', one('name', 'contains', '张')], ['between', one('score', 'between', [1, 5])], ['period', one('day', 'during', 'this-month')], ['choices', one('status', 'noneOf', ['open'])], ['unit', one('unit', 'is', unit)], ['moment', one('at', 'above', '2026-01-31')], ['filled', one('name', 'filled', null)],
    ['groups', { join: 'or', parts: [{ field: 'name', op: 'is', value: 'a' }, { join: 'and', parts: [{ field: 'score', op: 'above', value: 1 }, { field: 'day', op: 'during', value: 'today' }] }] }],
  ])('%s comes back as it was', (_name, group) => expect(fromCondition(toCondition(group, fields))).toEqual(group));

  test.each([[{ $not: { name: 'a' } }], [{ name: { $regex: 'a' } }], [{ $and: 'a' }], ['a'], [null]])('%j says more than the builder can', (condition) => expect(fromCondition(condition)).toBeNull());

  test.each<[Group['parts'][number], string]>([
    [{ field: 'name', op: 'contains', value: '张' }, '姓名 包含 张'], [{ field: 'status', op: 'oneOf', value: ['open', 'closed'] }, '状态 是 进行中、已结束'], [{ field: 'day', op: 'during', value: 'last-30-days' }, '日期 在 近30天'],
    [{ field: 'day', op: 'above', value: '2026-01-01' }, '日期 不早于 2026-01-01'], [{ join: 'or', parts: [{ field: 'name', op: 'empty', value: null }, { field: 'name', op: 'is', value: 'a' }] }, '（姓名 未填写 或 姓名 等于 a）'],
  ])('%j reads well', (part, text) => expect(describePart(part, fields)).toBe(text));
});
