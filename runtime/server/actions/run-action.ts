import { entityOf, type Action, type Assign, type Entity, type Step } from '../../model/model.ts';
import { fieldTypeOf } from '../../fields/index.ts';
import { invalid, problem, type FieldError } from '../../problems.ts';
import { actionSteps } from '../../registry.ts';
import { holdersOf } from '../access/holders.ts';
import { resetSecondFactor, setPassword } from '../auth/index.ts';
import { asSystem, type Context, type Download } from '../context.ts';
import { sendMessage } from '../messages/index.ts';
import { create } from '../operations/create.ts';
import { evaluate, RecordValue, recordValue, storedValue } from '../operations/evaluate.ts';
import { find } from '../operations/find.ts';
import { inTransaction, madeBy, type TransactionContext } from '../operations/in-transaction.ts';
import { requireAction, requireOperation } from '../operations/require.ts';
import { loadLines, loadRow, type Row } from '../operations/rows.ts';
import { remove } from '../operations/remove.ts';
import { update } from '../operations/update.ts';
import { exportFor, handOut } from './export-step.ts';
import { lockKey, postMovement, reserve, take } from './ledger.ts';

type Scope = Record<string, unknown>;
type Values = Record<string, unknown>;

/** Runs a declared action in one transaction: rights → `when` → input → steps; returns the record afterwards. */
export async function runAction(ctx: Context, entity: Entity, action: Action, options: { id?: string; input?: Values; version?: number }): Promise<{ row?: Row; download?: Download }> {
  if (action.internal && ctx.principal.kind === 'user') throw problem('not-found');
  return inTransaction(ctx, async (outer) => {
    const tx = madeBy(outer, action.name);
    let row: Row | undefined;
    if (action.on === 'record') row = await requireAction(tx, entity, options.id ?? '', action.name);
    else requireOperation(tx, entity, `action:${action.name}`);
    if (row && options.version !== undefined && options.version !== row.version) throw problem('record.stale');
    const scope: Scope = { user: tx.principal.user, input: {}, ...(row ? { record: recordValue(entity, row) } : {}) };
    if (action.when && (await evaluate(tx, action.when, scope)) !== true) throw problem('record.no-action', { action: action.label });
    scope['input'] = await readInput(tx, action, options.input ?? {}, scope);
    await runSteps(asSystem(tx) as TransactionContext, entity, action.steps, scope, undefined);
    const after = row && await loadRow(tx, entity, row.id);
    return { ...after ? { row: after } : {}, ...tx.tx.download ? { download: tx.tx.download } : {} };
  });
}

/** The action's own input: parsed, defaults filled in, checked like fields of a record. */
async function readInput(ctx: TransactionContext, action: Action, input: Values, scope: Scope): Promise<Values> {
  const values: Values = {};
  const errors: FieldError[] = [];
  for (const name of Object.keys(input)) if (!action.input.some((f) => f.name === name)) errors.push({ field: name, code: 'field.unknown', params: { name, suggestion: '' } });
  for (const field of action.input) {
    const raw = input[field.name];
    if (raw === undefined || raw === null || raw === '') {
      values[field.name] = field.default ? await evaluate(ctx, field.default, { ...scope, ...values }) : null;
      if (values[field.name] == null && field.required) errors.push({ field: field.name, code: 'field.required', params: { label: field.label } });
      continue;
    }
    const parsed = fieldTypeOf(field).parse(raw, field);
    if (!('value' in parsed)) { errors.push({ field: field.name, code: parsed.code, params: { label: field.label, ...parsed.params } }); continue; }
    values[field.name] = parsed.value;
    if (field.reference) {
      const target = entityOf(ctx.model, field.reference.entity);
      const seen = await find(ctx, target, { filter: { [field.reference.key]: parsed.value }, pageSize: 1, count: 'none', fields: ['id'] }).catch(() => undefined);
      if (!seen || seen.items.length === 0) errors.push({ field: field.name, code: 'field.reference', params: { label: field.label } });
      else if (field.reference.key === 'id') values[field.name] = recordValue(target, (await loadRow(ctx, target, String(parsed.value)))!);
    }
  }
  for (const field of action.input) {
    if (!field.check || values[field.name] == null || errors.some((e) => e.field === field.name)) continue;
    if ((await evaluate(ctx, field.check, { ...scope, ...values, value: values[field.name] })) !== true) errors.push({ field: field.name, code: 'field.check', params: { label: field.label }, ...(field.message ? { message: field.message } : {}) });
  }
  if (errors.length > 0) throw invalid(errors);
  return values;
}

async function runSteps(ctx: TransactionContext, entity: Entity, steps: readonly Step[], scope: Scope, at: { line: RecordValue | undefined; index: number } | undefined): Promise<void> {
  for (const step of steps) {
    if (step.when && (await evaluate(ctx, step.when, scope)) !== true) continue;
    await runStep(ctx, entity, step, scope, at);
  }
}

async function runStep(ctx: TransactionContext, entity: Entity, step: Step, scope: Scope, at: { line: RecordValue | undefined; index: number } | undefined): Promise<void> {
  const field = (name: string | undefined) => name === undefined ? {} : { field: name.replace('[]', `[${at?.index ?? 0}]`) };
  const message = (text: { zh: string; en: string } | undefined) => text ? { message: text } : {};
  switch (step.kind) {
    case 'check':
      if ((await evaluate(ctx, step.rule, scope)) !== true) throw step.forbid ? problem('record.forbidden', { message: step.message }) : invalid([{ ...field(step.field), code: 'record.check', params: { message: step.message }, message: step.message }]);
      return;
    case 'update': {
      const target = await recordAt(ctx, step.record, scope);
      if (!target) throw problem('not-found');
      await update(ctx, target.entity, String(target.row['id']), await assign(ctx, target.entity, step.set, scope));
      await refresh(ctx, target, scope);
      return;
    }
    case 'create': {
      const target = entityOf(ctx.model, step.entity);
      const { id } = await create(ctx, target, await assign(ctx, target, step.set, scope));
      if (step.as) scope[step.as] = recordValue(target, (await loadRow(ctx, target, id))!);
      return;
    }
    case 'find': {
      const target = entityOf(ctx.model, step.entity);
      const where = await assign(ctx, target, step.where, scope);
      const look = async () => (await find(ctx, target, { where, pageSize: 1, count: 'none', fields: ['id'], sort: ['id'] })).items[0];
      let found = await look();
      if (!found && step.orCreate) {
        // Two who look for the same record at once must not both make it.
        await ctx.db.query('select pg_advisory_xact_lock($1)', [lockKey(`${target.key} ${JSON.stringify(where)}`)]);
        found = await look();
      }
      const id = found ? String(found['id']) : step.orCreate ? (await create(ctx, target, { ...where, ...await assign(ctx, target, step.orCreate, scope) })).id : undefined;
      scope[step.as] = id === undefined ? null : recordValue(target, (await loadRow(ctx, target, id))!);
      return;
    }
    case 'each': {
      const items = await itemsOf(ctx, step, scope);
      for (const [index, item] of items.entries()) {
        const inner: Scope = { ...scope, [step.as]: item };
        await runSteps(ctx, entity, step.steps, inner, { line: item instanceof RecordValue ? item : undefined, index });
        // What a turn changed of the names around it is what the next one, and the steps after it, begin with.
        for (const name of Object.keys(scope)) if (name !== step.as) scope[name] = inner[name];
      }
      return;
    }
    case 'post': {
      const ledger = entityOf(ctx.model, step.ledger);
      const row = await postMovement(ctx, ledger, await assign(ctx, ledger, step.set, scope), { fromFrozen: step.fromFrozen, ...field(step.field), ...message(step.message) });
      if (step.as) scope[step.as] = recordValue(ledger, row);
      return;
    }
    case 'reserve': case 'release': {
      const ledger = entityOf(ctx.model, step.ledger);
      const quantity = Number(await evaluate(ctx, step.quantity, scope));
      await reserve(ctx, ledger, await assign(ctx, entityOf(ctx.model, ledger.ledger!.balance), step.key, scope), step.kind === 'reserve' ? quantity : -quantity, { ...field(step.field), ...message(step.message) });
      return;
    }
    case 'take': {
      const ledger = entityOf(ctx.model, step.ledger);
      const balance = entityOf(ctx.model, ledger.ledger!.balance);
      const taken = await take(ctx, ledger, {
        where: await assign(ctx, balance, step.where, scope), ...(step.only ? { only: step.only } : {}), order: step.order, quantity: Number(await evaluate(ctx, step.quantity, scope)), ...field(step.field), ...message(step.message),
      }, (row, part) => assign(ctx, ledger, step.set, { ...scope, balance: recordValue(balance, row), quantity: part }));
      if (step.taken && at?.line) await update(ctx, at.line.entity, String(at.line.row['id']), { [step.taken]: await describeTaken(ctx, ledger, taken) });
      return;
    }
    case 'send': {
      const record = scope['record'] instanceof RecordValue ? scope['record'] : undefined;
      const users = new Set(await holdersOf(ctx, step.roles, { org: (record?.row.ownerOrg ?? null) as string | null, area: (record?.row.areaCode ?? null) as string | null }));
      for (const id of step.user === undefined ? [] : await usersAt(ctx, step.user, scope)) users.add(id);
      await sendMessage(ctx, step.message, [...users], record ? { record } : {}, record ? { app: record.entity.app, entity: record.entity.name, id: String(record.row['id']) } : undefined);
      return;
    }
    case 'delete': {
      const target = await recordAt(ctx, step.record, scope);
      if (!target) throw problem('not-found');
      await remove(ctx, target.entity, String(target.row['id']));
      return;
    }
    case 'resetSecondFactor': {
      const record = scope['record'];
      if (record instanceof RecordValue) await resetSecondFactor(ctx, String(record.row['id']));
      return;
    }
    case 'setPassword': {
      const record = scope['record'];
      if (record instanceof RecordValue) await setPassword(ctx.services, ctx.db, String(record.row['id']), String(await evaluate(ctx, step.password, scope) ?? ''), { field: step.field, mustChange: true });
      return;
    }
    case 'call': {
      const given: Values = {};
      for (const [name, expression] of Object.entries(step.with)) given[name] = await evaluate(ctx, expression, scope);
      const result = await actionSteps.get(step.step)?.run(given) ?? null;
      if (step.as) scope[step.as] = result;
      return;
    }
    case 'export':
      scope[step.as] = await exportFor(ctx, step, scope);
      return;
    case 'download':
      ctx.tx.download = await handOut(ctx, await evaluate(ctx, step.job, scope));
      return;
    case 'start': {
      const record = scope['record'];
      if (record instanceof RecordValue) await ctx.services.startProcess(ctx, record.entity, String(record.row['id']));
    }
  }
}

/** Field → value, records becoming their ids. */
async function assign(ctx: Context, entity: Entity, set: Assign, scope: Scope): Promise<Values> {
  const values: Values = {};
  for (const [name, expression] of Object.entries(set)) {
    const value = await evaluate(ctx, expression, scope);
    values[name] = name.includes('.') ? plainId(value) : storedValue(entity, name, value);
  }
  return values;
}

function plainId(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : value;
}

/** The record behind a name or a path over references. */
async function recordAt(ctx: Context, path: string, scope: Scope): Promise<RecordValue | undefined> {
  const [root, ...rest] = path.split('.');
  let current = scope[root!];
  for (const part of rest) {
    if (!(current instanceof RecordValue)) return undefined;
    const reference = current.entity.byName.get(part)?.reference;
    const id = current.row[part];
    if (!reference || id == null) return undefined;
    const entity = entityOf(ctx.model, reference.entity);
    const row = await loadRow(ctx, entity, String(id));
    current = row ? recordValue(entity, row) : undefined;
  }
  return current instanceof RecordValue ? current : undefined;
}

/** The people that a field names, one or several; a path over references may lead to it. */
async function usersAt(ctx: Context, path: string, scope: Scope): Promise<string[]> {
  const parts = path.split('.');
  const rooted = parts.length > 1 && parts[0]! in scope ? parts : ['record', ...parts];
  const of = await recordAt(ctx, rooted.slice(0, -1).join('.'), scope);
  return [of?.row[rooted.at(-1)!] ?? []].flat().filter((id): id is string => typeof id === 'string');
}

/** Later steps see the record as it is now. */
async function refresh(ctx: Context, changed: RecordValue, scope: Scope): Promise<void> {
  const row = await loadRow(ctx, changed.entity, String(changed.row['id']));
  if (!row) return;
  for (const [name, value] of Object.entries(scope)) {
    if (value instanceof RecordValue && value.entity === changed.entity && value.row['id'] === row.id) scope[name] = recordValue(changed.entity, row);
  }
}

async function itemsOf(ctx: TransactionContext, step: Extract<Step, { kind: 'each' }>, scope: Scope): Promise<unknown[]> {
  if (step.records) {
    const entity = entityOf(ctx.model, step.records.entity);
    const where = await assign(ctx, entity, step.records.where, scope);
    const { items } = await find(ctx, entity, { where, ...(step.records.sort.length > 0 ? { sort: step.records.sort } : {}), pageSize: 2000, count: 'none', fields: ['id'] });
    const rows = await Promise.all(items.map((i) => loadRow(ctx, entity, String(i['id']))));
    return rows.filter((r) => r !== undefined).map((r) => recordValue(entity, r));
  }
  // Lines stay records, so that steps can follow their references and write to them.
  const [root, name] = step.of?.text.trim().split('.') ?? [];
  const record = scope[root ?? ''];
  const lines = record instanceof RecordValue && name !== undefined ? record.entity.byName.get(name)?.lines : undefined;
  if (record instanceof RecordValue && lines) {
    const line = entityOf(ctx.model, lines.entity);
    const rows = (await loadLines(ctx, line, [String(record.row['id'])])).get(String(record.row['id'])) ?? [];
    return rows.map((r) => recordValue(line, r));
  }
  const value = step.of ? await evaluate(ctx, step.of, scope) : [];
  return Array.isArray(value) ? value : [];
}

/** `20240601×40，20250101×20`: what was taken from where, for people. */
async function describeTaken(ctx: TransactionContext, ledger: Entity, taken: { balance: Row; part: number }[]): Promise<string> {
  const balance = entityOf(ctx.model, ledger.ledger!.balance);
  const key = balance.byName.get(ledger.ledger!.key.at(-1)!);
  const parts: string[] = [];
  for (const { balance: row, part } of taken) {
    const target = key?.reference && entityOf(ctx.model, key.reference.entity);
    const keyed = target && await loadRow(ctx, target, String(row[key.name]));
    parts.push(`${keyed ? String(keyed[target.title] ?? '') : String(row[key?.name ?? ''] ?? '')}×${part}`);
  }
  return parts.join('，');
}
