import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Condition } from '../../model/model.ts';
import { startTestServer, type TestPerson, type TestServer } from '../../testing/start-test-server.ts';

interface Row { id: string; n: number | null; t: string | null; d: string | null; c: string | null; b: boolean | null; a: string | null; p: string | null }

let server: TestServer;
let person: TestPerson;
let parents: string[];
const rows: Row[] = [];
const values = { n: [null, -1, 0, 1, 5], t: [null, 'a', 'b', '100%', 'A_b'], d: [null, '2025-12-31', '2026-04-09', '2026-04-10', '2026-04-11'], c: [null, 'x', 'y'], b: [null, true, false], a: [null, '150500', '150523', '150524'] } as const;
type Name = keyof typeof values | 'p';

const fields = {
  n: { type: 'integer', label: 'n' }, t: { type: 'text', label: 't' }, d: { type: 'date', label: 'd' }, c: { type: 'choice', label: 'c', options: { x: 'X', y: 'Y' } }, b: { type: 'boolean', label: 'b' }, a: { type: 'area', label: 'a' }, p: { type: 'reference', label: 'p', entity: 'node' },
};
const rules = Array.from({ length: 25 }, (_, i) => fc.sample(condition(2, true), { numRuns: 1, seed: i })[0]!);
const right = (read: unknown) => ({ label: 'r', grants: { row: { read, create: true }, node: { read: true } } });

beforeAll(async () => {
  server = await startTestServer([
    { app: 'grid', kind: 'app', name: 'app', content: { label: '格', needs: ['platform'] } },
    { app: 'grid', kind: 'entity', name: 'node', content: { label: '点', tree: { parent: 'up' }, fields: { name: { type: 'text', label: 'n' }, up: { type: 'reference', label: 'u', entity: 'node' } } } },
    { app: 'grid', kind: 'entity', name: 'row', content: { label: '行', fields } },
    { app: 'grid', kind: 'role', name: 'all', content: right(true) },
    ...rules.map((where, i) => ({ app: 'grid', kind: 'role', name: `r${i}`, content: right({ where }) })),
  ]);
  const top = await server.add('grid/node', { name: 'top' });
  const middle = await server.add('grid/node', { name: 'middle', up: top });
  parents = [top, middle, await server.add('grid/node', { name: 'leaf', up: middle })];
  const unit = await server.addUnit('A');
  person = await server.addPerson('reader', { org: unit, grants: [{ role: 'grid.all', scope: 'all' }] });
  for (let i = 0; i < 120; i += 1) {
    const pick = <T>(of: readonly T[], step: number): T => of[(i * step + (i >> 2)) % of.length]!;
    const row = { n: pick(values.n, 1), t: pick(values.t, 2), d: pick(values.d, 3), c: pick(values.c, 1), b: pick(values.b, 2), a: pick(values.a, 3), p: pick([null, ...parents], 1) };
    rows.push({ id: await server.add('grid/row', row), ...row });
  }
});
afterAll(() => server.stop());

/** Random conditions over all types; parents are named by number until there are some. */
function condition(depth: number, isRule = false): fc.Arbitrary<Condition> {
  const of = <T>(list: readonly T[]) => fc.constantFrom(...list);
  const some = (name: keyof typeof values) => of(values[name].filter((v) => v !== null) as (string | number | boolean)[]);
  const compare = (name: keyof typeof values, ordered: boolean): fc.Arbitrary<Condition> => fc.oneof(
    of(values[name] as readonly unknown[]).map((value) => ({ [name]: value })),
    fc.tuple(of(['$eq', '$ne']), of(values[name] as readonly unknown[])).map(([operator, value]) => ({ [name]: { [operator]: value } })),
    fc.tuple(of(['$in', '$nin']), fc.array(some(name), { maxLength: 3 })).map(([operator, list]) => ({ [name]: { [operator]: list } })),
    fc.boolean().map((value) => ({ [name]: { $exists: value } })),
    ...(ordered ? [fc.tuple(of(['$lt', '$lte', '$gt', '$gte']), some(name)).map(([operator, value]) => ({ [name]: { [operator]: value } }))] : []),
  );
  const leaves: fc.Arbitrary<Condition>[] = [
    compare('n', true), compare('t', false), compare('d', true), compare('c', false), compare('b', false), compare('a', false),
    of(['a', '%', '_', 'B']).map((text) => ({ t: { $contains: text } })), of(['150000', '150500', '150523']).map((area) => ({ a: { $below: area } })),
    of(['-1d', '+0d', '+1d']).map((today) => ({ d: { $lte: { today } } })),
    ...(isRule ? [] : [fc.integer({ min: 0, max: 2 }).map((i) => ({ p: { $below: i } })), fc.integer({ min: 0, max: 2 }).map((i) => ({ p: i })), of(['top', 'middle', 'none']).map((name) => ({ 'p.name': name })), of(['top', 'middle']).map((name) => ({ 'p.up.name': { $ne: name } }))]),
  ];
  const leaf = fc.oneof(...leaves);
  if (depth === 0) return leaf;
  const inner = condition(depth - 1, isRule);
  return fc.oneof(leaf, fc.array(inner, { minLength: 1, maxLength: 3 }).map((list) => ({ $and: list })), fc.array(inner, { minLength: 1, maxLength: 3 }).map((list) => ({ $or: list })), inner.map((one) => ({ $not: one })), fc.tuple(leaf, leaf).map(([a, b]) => ({ ...a, ...b })));
}

/** The meaning of a condition, in the plainest way there is. */
function holds(condition: Condition, row: Row): boolean {
  return Object.entries(condition).every(([key, value]) => {
    if (key === '$and') return (value as Condition[]).every((part) => holds(part, row));
    if (key === '$or') return (value as Condition[]).some((part) => holds(part, row));
    if (key === '$not') return !holds(value as Condition, row);
    const way = row.p === null ? -1 : parents.indexOf(row.p);
    const names = ['top', 'middle', 'leaf'];
    // Over a reference a condition speaks of the record behind it: without one it does not hold.
    if (key === 'p.name') return way >= 0 && names[way] === value;
    if (key === 'p.up.name') return way >= 1 && names[way - 1] !== (value as { $ne: string }).$ne;
    const actual = key === 'p' ? (way < 0 ? null : way) : row[key as Name];
    const tests = typeof value === 'object' && value !== null ? Object.entries(value) : [['$eq', value] as const];
    return tests.every(([operator, operand]) => compareValues(key, operator, actual, operand));
  });
}

function compareValues(key: string, operator: string, actual: unknown, operand: unknown): boolean {
  const order = (a: unknown, b: unknown): number | undefined => a === null ? undefined : Number(a! > b!) - Number(a! < b!);
  const days = ['2026-04-09', '2026-04-10', '2026-04-11'];
  const wanted = typeof operand === 'object' && operand !== null && 'today' in operand ? days[Number(String(operand.today).replace('d', '')) + 1] : operand;
  switch (operator) {
    case '$eq': return actual === wanted;
    case '$ne': return actual !== wanted;
    case '$in': return actual !== null && (wanted as unknown[]).includes(actual);
    case '$nin': return !(wanted as unknown[]).includes(actual);
    case '$exists': return (actual !== null) === wanted;
    case '$contains': return actual !== null && String(actual).toLowerCase().includes(String(wanted).toLowerCase());
    case '$below': return actual !== null && (key === 'p' ? Number(actual) >= Number(wanted) : String(actual).startsWith(String(wanted).replace(/(00)+$/, '')));
    case '$lt': return order(actual, wanted) === -1;
    case '$lte': return [-1, 0].includes(order(actual, wanted) ?? 9);
    case '$gt': return order(actual, wanted) === 1;
    case '$gte': return [1, 0].includes(order(actual, wanted) ?? 9);
    default: throw new Error(operator);
  }
}

/** Numbers of parents become their ids. */
function withIds(condition: Condition): Condition {
  return JSON.parse(JSON.stringify(condition), (key, value: unknown) => key === 'p' && typeof value === 'number' ? parents[value] : key === 'p' && typeof value === 'object' && value !== null && '$below' in value ? { $below: parents[Number(value.$below)] } : value) as Condition;
}

const found = async (who: TestPerson, filter?: Condition): Promise<{ ids: string[]; total: number }> => {
  const { json, status } = await server.request(who, { url: `/api/records/grid/row?pageSize=200&sort=id&fields=n${filter ? `&filter=${encodeURIComponent(JSON.stringify(withIds(filter)))}` : ''}` });
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(json)}`);
  return { ids: (json['items'] as { id: string }[]).map((item) => item.id), total: json['total'] as number };
};

test('a list holds what its filter says, row for row', async () => {
  await fc.assert(fc.asyncProperty(condition(3), async (filter) => {
    const expected = rows.filter((row) => holds(filter, row)).map((row) => row.id).sort();
    expect(await found(person, filter)).toEqual({ ids: expected, total: expected.length });
  }), { numRuns: 250 });
});

test('a reader gets what the rule of a role allows and the filter asks for, with two roles what either allows', async () => {
  const unit = person && await server.addUnit('B');
  for (const [i, rule] of rules.entries()) {
    const second = rules[(i + 7) % rules.length]!;
    const one = await server.addPerson(`one${i}`, { org: unit, grants: [{ role: `grid.r${i}`, scope: 'all' }] });
    const both = await server.addPerson(`both${i}`, { org: unit, grants: [{ role: `grid.r${i}`, scope: 'all' }, { role: `grid.r${(i + 7) % rules.length}`, scope: 'all' }] });
    const allowed = rows.filter((row) => holds(rule, row));
    expect([rule, (await found(one)).ids]).toEqual([rule, allowed.map((row) => row.id).sort()]);
    expect((await found(both)).ids).toEqual(rows.filter((row) => holds(rule, row) || holds(second, row)).map((row) => row.id).sort());
    const [filter] = fc.sample(condition(2), { numRuns: 1, seed: i + 100 });
    expect((await found(one, filter)).ids).toEqual(allowed.filter((row) => holds(filter!, row)).map((row) => row.id).sort());
    const hidden = rows.find((row) => !allowed.includes(row));
    if (hidden) expect((await server.request(one, { url: `/api/records/grid/row/${hidden.id}` })).status).toBe(404);
  }
});
