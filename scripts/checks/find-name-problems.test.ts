import { describe, expect, test } from '@jest/globals';
import { findNameProblems } from './find-name-problems.ts';

const names = { apps: ['shop', 'platform'], entities: ['order', 'order-line', 'user', 'near-by'] };
const count = (text: string, path = 'runtime/a.ts') => findNameProblems([{ path, text }], names).length;

describe('findNameProblems', () => {
  test.each<[string, number]>([
    ["const a = 'order';", 1],
    ["const a = 'shop/order';", 2],
    ["const a = 'shop.clerk';", 1],
    ["const a = '/api/records/shop/x';", 1],
    ["const a = 'select * from app_shop.order_line';", 2],
    ['const a = `app_shop.${b}`;', 1],
    ['const orderLine = 1;', 1],
    ['class OrderLineStore {}', 1],
    ['const order_line = 1;', 1],
    ['const order = 1;', 1],
    ['a.order = 1;', 1],
    ['const orderBy = 1; const sortOrder = 2; const ordered = 3;', 0],
    ["const a = 'Out of order, try later';", 0],
    ["const a = 'the order-line is missing';", 1],
    ['// an order of the shop, such as order-line', 0],
    ["const a = 'user'; const b = 'platform/user';", 0],
    ["const a = 'border-line'; const reorderLines = 1;", 0],
  ])('%s: %d', (text, expected) => {
    expect(count(text)).toBe(expected);
  });

  test('looks into data and JSX', () => {
    expect(count('{ "a": "order-line" }', 'plugins/a/b.json')).toBe(1);
    expect(count('export const A = () => <p title="order-line">order-line</p>;', 'designer/a.tsx')).toBe(2);
  });

  test('tells file, line and name', () => {
    expect(findNameProblems([{ path: 'runtime/a.ts', text: "\nconst a = 'order-line';" }], names)).toEqual(['runtime/a.ts:2: names "order-line" of app-definitions (order-line)']);
  });
});
