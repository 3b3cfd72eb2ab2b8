import { entityOf, type Entity } from '../../model/model.ts';
import { invalid, problem } from '../../problems.ts';
import { accessTo } from '../access/access.ts';
import type { Context } from '../context.ts';
import { together } from '../db/together.ts';
import { attachFiles } from './record-files.ts';
import { applyComputed, ownerOf, scopeOf } from './complete-row.ts';
import { evaluate } from './evaluate.ts';
import { inTransaction, type TransactionContext } from './in-transaction.ts';
import { parseInput } from './parse-input.ts';
import { requireRow } from './require.ts';
import { loadLines, type Row } from './rows.ts';
import { updateRow, writeHistory } from './store-row.ts';
import { readableOf } from './readable-of.ts';
import { checkReferences, rememberBefore, validateRow } from './validate-row.ts';
import { linesChanged, writeLines } from './write-lines.ts';

/** Changes a record: rights → version → state → parse → computed → validate → update, history → lines. */
export async function update(ctx: Context, entity: Entity, id: string, input: Record<string, unknown>, version?: number, told: { operation?: string; reason?: string } = {}): Promise<{ id: string; version: number }> {
  if ((entity.managed || entity.lineOf) && ctx.principal.kind !== 'system') throw problem('record.managed');
  return inTransaction(ctx, async (tx) => {
    const row = await requireRow(tx, entity, id, 'update');
    if (version !== undefined && version !== row.version) throw problem('record.stale');
    requireEditable(tx, entity, row);
    const { values: given, errors } = parseInput(tx, entity, input);
    const before = await withLines(tx, entity, row);
    await addUnseen(tx, entity, before, given);
    const values: Record<string, unknown> = { ...before, ...given };
    rememberBefore(entity, before, values);
    const failed = new Set(errors.map((e) => e.field ?? ''));
    for (const field of entity.fields) {
      if (!(field.name in given) || !field.readOnlyWhen || tx.principal.kind === 'system' || same(given[field.name], row[field.name])) continue;
      if ((await evaluate(tx, field.readOnlyWhen, scopeOf(tx, entity, before))) === true) errors.push({ field: field.name, code: 'field.read-only', params: { label: field.label } });
    }
    await applyComputed(tx, entity, values, { lines: new Set(Object.keys(given)) });
    const changed = new Set(entity.fields.map((f) => f.name).filter((name) => name in given ? !sameValue(tx, entity, name, before, values) : entity.computedOrder.includes(name)));
    requireTransition(tx, entity, row, values);
    const [found, owner] = await together(checkReferences(tx, entity, values, new Set([...changed].filter((n) => n in given))), ownerOf(tx, entity, values, id));
    for (const e of found) failed.add(e.field ?? '');
    errors.push(...found, ...await validateRow(tx, entity, values, changed, failed));
    if (errors.length > 0) throw invalid(errors);
    const changes = changesOf(tx, entity, before, values, changed);
    if (Object.keys(changes).length === 0) return { id, version: row.version };
    const reason = reasonOf(tx, entity, input);
    // The unit of the person who made the record stays when no field names the owner.
    const kept = entity.owner.length > 0 || entity.key === 'platform/organization' ? owner : { org: row.ownerOrg, area: row.areaCode };
    const stored = Object.fromEntries(entity.fields.filter((f) => f.column && f.name in values).map((f) => [f.name, values[f.name]]));
    const [{ allowed }] = await together(
      updateRow(tx, entity, id, row.version, stored, kept, accessTo(tx, entity).rows('update')),
      writeHistory(tx, entity, id, row.version + 1, told.operation ?? 'update', changes, before, { reason: told.reason ?? reason, lines: linesBefore(entity, before, changes) }),
    );
    // The state may leave what the rule covers, but a person may not move a record out of the own scope.
    if (!allowed && tx.principal.kind === 'user') throw problem('access.denied', { action: { zh: `把${entity.label.zh}移出管辖范围`, en: `move ${entity.label.en} out of the scope` } });
    await writeLines(tx, entity, id, values, changed, kept);
    await attachFiles(tx, entity, id, values, changed);
    return { id, version: row.version + 1 };
  });
}

/** What the person cannot see among several named records stays named. */
async function addUnseen(ctx: Context, entity: Entity, before: Record<string, unknown>, given: Record<string, unknown>): Promise<void> {
  for (const field of entity.fields) {
    const old = before[field.name];
    if (!field.references || !(field.name in given) || !Array.isArray(old) || ctx.principal.kind === 'system') continue;
    const seen = await readableOf(ctx, entityOf(ctx.model, field.references.entity), old as string[]);
    const unseen = (old as string[]).filter((id) => !seen.has(id));
    if (unseen.length > 0) given[field.name] = [...new Set([...(given[field.name] as string[] | null) ?? [], ...unseen])];
  }
}

/** Why a person changes a record, where the entity asks for it. */
function reasonOf(ctx: Context, entity: Entity, input: Record<string, unknown>): string | null {
  const given = typeof input['changeReason'] === 'string' ? input['changeReason'].trim() : '';
  const label = { zh: '修改原因', en: 'Reason' };
  if (given.length > 200) throw invalid([{ field: 'changeReason', code: 'field.too-long', params: { label, max: 200 } }]);
  if (given === '' && entity.changeReason === 'required' && ctx.principal.kind === 'user') throw invalid([{ field: 'changeReason', code: 'field.required', params: { label } }]);
  return given === '' || !entity.changeReason ? null : given;
}

/** Lines as they were before they changed: what earlier versions are made of. */
function linesBefore(entity: Entity, before: Record<string, unknown>, changes: Record<string, unknown>): Record<string, unknown> | null {
  const changed = entity.fields.filter((field) => field.lines && field.name in changes);
  return changed.length === 0 ? null : Object.fromEntries(changed.map(({ name }) => [name, before[name] ?? []]));
}

/** People edit a record only in the states declared editable. */
export function requireEditable(ctx: Context, entity: Entity, row: Row, states = entity.states?.editable): void {
  if (!entity.states || ctx.principal.kind === 'system') return;
  const state = String(row[entity.states.field]);
  if (!states?.includes(state)) throw problem('record.state', { state: stateLabel(entity, state) });
}

/** The text of a state. */
export function stateLabel(entity: Entity, state: string): { zh: string; en: string } | string {
  return entity.byName.get(entity.states!.field)?.options?.find((o) => o.value === state)?.label ?? state;
}

/** The state changes only along a declared transition, made by the action or process that it names. */
function requireTransition(ctx: TransactionContext, entity: Entity, row: Row, values: Record<string, unknown>): void {
  if (!entity.states) return;
  const from = String(row[entity.states.field]);
  const to = String(values[entity.states.field]);
  if (from === to) return;
  const via = ctx.tx.via;
  if (!entity.states.transitions.some((t) => t.from.includes(from) && t.to === to && via !== null && t.by.includes(via))) throw problem('record.state', { state: stateLabel(entity, from) });
}

async function withLines(ctx: TransactionContext, entity: Entity, row: Row): Promise<Record<string, unknown>> {
  const values: Record<string, unknown> = { ...row };
  for (const field of entity.fields) if (field.lines) values[field.name] = (await loadLines(ctx, entityOf(ctx.model, field.lines.entity), [row.id])).get(row.id) ?? [];
  return values;
}

function changesOf(ctx: TransactionContext, entity: Entity, before: Record<string, unknown>, after: Record<string, unknown>, changed: ReadonlySet<string>): Record<string, [unknown, unknown]> {
  const changes: Record<string, [unknown, unknown]> = {};
  for (const field of entity.fields) {
    if (!changed.has(field.name)) continue;
    const [old, now] = [before[field.name] ?? null, after[field.name] ?? null];
    if (sameValue(ctx, entity, field.name, before, after)) continue;
    changes[field.name] = field.lines ? [(old as unknown[] | null)?.length ?? 0, (now as unknown[] | null)?.length ?? 0] : [old, now];
  }
  return changes;
}

function sameValue(ctx: TransactionContext, entity: Entity, name: string, before: Record<string, unknown>, after: Record<string, unknown>): boolean {
  const { lines } = entity.byName.get(name)!;
  if (!lines) return same(before[name], after[name]);
  return !linesChanged(entityOf(ctx.model, lines.entity), (before[name] ?? []) as Record<string, unknown>[], (after[name] ?? []) as Record<string, unknown>[]);
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}
