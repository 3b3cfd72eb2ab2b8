import { createHash } from 'node:crypto';
import { entityOf, type Entity, type Ledger, type Text } from '../../model/model.ts';
import { Problem, type FieldError } from '../../problems.ts';
import { asSystem } from '../context.ts';
import { parseCondition } from '../query/condition.ts';
import { planSelect } from '../query/plan-select.ts';
import { resolvePath } from '../query/path.ts';
import { create } from '../operations/create.ts';
import type { TransactionContext } from '../operations/in-transaction.ts';
import { joined, raw, toNative } from '../db/builder.ts';
import { loadRow, loadRows, toRow, type Row } from '../operations/rows.ts';
import { update } from '../operations/update.ts';

/** Where and how a refusal is told. */
export interface Refusal { field?: string; message?: Text }

type Values = Record<string, unknown>;

/** Appends a movement and changes its balance; what is frozen is never taken unless asked for. */
export async function postMovement(ctx: TransactionContext, ledgerEntity: Entity, set: Values, refusal: Refusal & { fromFrozen?: boolean }): Promise<Row> {
  const ledger = ledgerEntity.ledger!;
  const system = asSystem(ctx) as TransactionContext;
  const quantity = Number(set[ledger.quantity]);
  if (!(quantity > 0)) throw refuse('ledger.quantity', refusal, {});
  const incoming = set[ledger.direction] === 'in';
  const balance = await balanceRow(system, ledgerEntity, set, incoming);
  const onHand = Number(balance?.[ledger.onHand] ?? 0);
  const frozen = Number(balance?.[ledger.frozen] ?? 0);
  const available = refusal.fromFrozen ? Math.min(frozen, onHand) : onHand - frozen;
  if (!balance || (!incoming && available < quantity)) throw refuse('ledger.insufficient', refusal, { quantity, available: balance ? available : 0 });
  const after = incoming ? onHand + quantity : onHand - quantity;
  await update(system, entityOf(ctx.model, ledger.balance), balance.id, { [ledger.onHand]: after, ...(refusal.fromFrozen ? { [ledger.frozen]: frozen - quantity } : {}) });
  const { id } = await create(system, ledgerEntity, { ...set, [ledger.after]: after });
  return (await loadRow(system, ledgerEntity, id))!;
}

/** Freezes (positive) or gives back (negative) a quantity of a balance. */
export async function reserve(ctx: TransactionContext, ledgerEntity: Entity, key: Values, quantity: number, refusal: Refusal): Promise<void> {
  const ledger = ledgerEntity.ledger!;
  const system = asSystem(ctx) as TransactionContext;
  if (quantity === 0 || !Number.isFinite(quantity)) throw refuse('ledger.quantity', refusal, {});
  const balance = await balanceRow(system, ledgerEntity, key, false);
  const onHand = Number(balance?.[ledger.onHand] ?? 0);
  const frozen = Number(balance?.[ledger.frozen] ?? 0);
  const next = frozen + quantity;
  if (!balance || next > onHand || next < 0) throw refuse('ledger.insufficient', refusal, { quantity: Math.abs(quantity), available: quantity > 0 ? onHand - frozen : frozen });
  await update(system, entityOf(ctx.model, ledger.balance), balance.id, { [ledger.frozen]: next });
}

/** Takes a quantity from several balances in order; refused as a whole when they do not suffice. */
export async function take(ctx: TransactionContext, ledgerEntity: Entity, step: { where: Values; only?: Record<string, unknown>; order: readonly string[]; quantity: number } & Refusal, setFor: (balance: Row, part: number) => Promise<Values>): Promise<{ balance: Row; part: number }[]> {
  const ledger = ledgerEntity.ledger!;
  const system = asSystem(ctx) as TransactionContext;
  if (!(step.quantity > 0)) throw refuse('ledger.quantity', step, {});
  const balances = await candidates(system, ledger, step);
  const available = balances.reduce((sum, b) => sum + Number(b[ledger.onHand]) - Number(b[ledger.frozen]), 0);
  if (available < step.quantity) throw refuse('ledger.insufficient', step, { quantity: step.quantity, available });
  const taken: { balance: Row; part: number }[] = [];
  let rest = step.quantity;
  for (const balance of balances) {
    const part = Math.min(rest, Number(balance[ledger.onHand]) - Number(balance[ledger.frozen]));
    if (part <= 0) continue;
    const set = await setFor(balance, part);
    const known = Object.fromEntries(ledgerEntity.fields.filter((f) => balance[f.name] !== undefined).map((f) => [f.name, balance[f.name]]));
    await postMovement(system, ledgerEntity, { ...known, ...set, [ledger.quantity]: part, [ledger.direction]: 'out' }, step);
    taken.push({ balance, part });
    rest -= part;
    if (rest <= 0) break;
  }
  return taken;
}

/** Balances to take from, in the declared order, locked; locking by id first keeps two takers from blocking each other for ever. */
async function candidates(ctx: TransactionContext, ledger: Ledger, step: { where: Values; only?: Record<string, unknown>; order: readonly string[] }): Promise<Row[]> {
  const entity = entityOf(ctx.model, ledger.balance);
  const condition = { $and: [Object.keys(step.where).length > 0 ? step.where : { id: { $exists: true } }, step.only ?? { id: { $exists: true } }, { [ledger.onHand]: { $gt: 0 } }] };
  const where = parseCondition(ctx.model, entity, condition, { clock: ctx.services.clock });
  const sort = step.order.map((key) => ({ path: resolvePath(ctx.model, entity, key.replace(/^-/, '')), down: key.startsWith('-') }));
  const { plan, values } = planSelect(ctx, entity, { fields: [resolvePath(ctx.model, entity, 'id')], where, rows: { kind: 'all' }, sort, limit: 1000, offset: 0, flags: [] });
  const ordered = (await ctx.db.query<{ c0: string }>(plan.text, values)).rows.map((r) => r.c0);
  const locked = new Map((await loadRows(ctx, entity, 'id', ordered, { lock: true })).map((r) => [r.id, r]));
  return ordered.map((id) => locked.get(id)).filter((r) => r !== undefined);
}

/** The balance of a key, locked; made empty when something comes in for the first time. */
async function balanceRow(ctx: TransactionContext, ledgerEntity: Entity, values: Values, make: boolean): Promise<Row | undefined> {
  const ledger = ledgerEntity.ledger!;
  const entity = entityOf(ctx.model, ledger.balance);
  const key = ledger.key.map((name) => values[name]);
  const find = async (): Promise<Row | undefined> => {
    const conditions = ledger.key.map((name) => raw('?? = ?', [entity.byName.get(name)!.column!, values[name] ?? null]));
    const statement = toNative(raw('select * from ??.?? where ? for no key update', [entity.schema, entity.table, joined(conditions, 'and')]) as never);
    const [row] = (await ctx.db.query<Record<string, unknown>>(statement.text, statement.values)).rows;
    return row && toRow(entity, row);
  };
  const found = await find();
  if (found || !make) return found;
  // Two first receipts of one key must not both make the balance.
  await ctx.db.query('select pg_advisory_xact_lock($1)', [lockKey(`${entity.key} ${JSON.stringify(key)}`)]);
  const again = await find();
  if (again) return again;
  const known = Object.fromEntries(entity.fields.filter((f) => values[f.name] !== undefined && !f.computed).map((f) => [f.name, values[f.name]]));
  const { id } = await create(ctx, entity, { ...known, [ledger.onHand]: 0, [ledger.frozen]: 0 });
  return loadRow(ctx, entity, id, { lock: true });
}

/** A text as the key of an advisory lock. */
export function lockKey(text: string): string {
  return createHash('sha256').update(text).digest().readBigInt64BE(0).toString();
}

function refuse(code: 'ledger.insufficient' | 'ledger.quantity', refusal: Refusal, params: { quantity?: number; available?: number }): Problem {
  const fill = (text: string) => text.replace('{quantity}', String(params.quantity ?? '')).replace('{available}', String(params.available ?? ''));
  const error: FieldError = { ...(refusal.field ? { field: refusal.field } : {}), code, params, ...(refusal.message ? { message: { zh: fill(refusal.message.zh), en: fill(refusal.message.en) } } : {}) };
  return new Problem(code, params, [error]);
}
