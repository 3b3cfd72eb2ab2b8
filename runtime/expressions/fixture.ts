import { parse, type Clock, type FeelType } from './index.ts';

const number: FeelType = { kind: 'number' };
const string: FeelType = { kind: 'string' };
const date: FeelType = { kind: 'date' };

// A depot has a parent depot: contexts refer to each other as entities do.
const depot: FeelType = { kind: 'context', title: '仓库', entries: () => ({ code: string, name: string, parent: depot }) };
const item: FeelType = { kind: 'context', title: '物资', entries: { code: string } };
const line: FeelType = { kind: 'context', title: '明细', entries: { quantity: number, price: number, active: { kind: 'boolean' }, expiry: date, item } };
const receipt: FeelType = {
  kind: 'context', title: '入库单',
  entries: {
    depot, lines: { kind: 'list', of: line }, quantity: number, amount: number, date, createdAt: { kind: 'date-time' }, startTime: { kind: 'time' },
    reason: string, tags: { kind: 'list', of: string }, extra: { kind: 'any' },
  },
};

/** A stock receipt as the tests' scope: `record`, `value` (a number) and `user`. */
export const variables: Record<string, FeelType> = { record: receipt, value: number, user: { kind: 'context', title: '用户', entries: { name: string } } };

export const values = {
  value: 5, user: { name: '张三' },
  record: {
    depot: { code: 'W1', name: '开鲁县疾控库', parent: { code: 'W0', name: '通辽市疾控库', parent: null } },
    lines: [
      { quantity: 3, price: 0.1, active: true, expiry: '2026-01-01', item: { code: 'mask' } },
      { quantity: 8, price: 0.2, active: false, expiry: '2027-01-01', item: { code: 'glove' } },
    ],
    quantity: '12.50', amount: null, date: '2026-11-25', createdAt: '2026-11-24T18:00:00Z', startTime: '08:30', reason: '过期', tags: ['急', '冷链'], extra: { a: [1, 2] },
  },
};

/** Nine in the morning of 25 November 2026 in Shanghai. */
export const clock: Clock = { now: () => new Date('2026-11-25T01:00:00Z'), zone: 'Asia/Shanghai' };

/** The result of an expression over the fixture; throws when it does not pass the check. */
export function evaluated(text: string, given: Record<string, unknown> = values): unknown {
  const { expression, problems } = parse(text, { variables });
  if (!expression) throw new Error(`${text}: ${problems.map(({ message }) => message).join('; ')}`);
  return expression.evaluate(given, clock);
}
