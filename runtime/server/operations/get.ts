import { entityOf, type Entity } from '../../model/model.ts';
import { problem } from '../../problems.ts';
import { isId } from '../../fields/index.ts';
import { accessTo, type Access } from '../access/access.ts';
import type { Context, RecordProcess } from '../context.ts';
import { resolvePath } from '../query/path.ts';
import { flagOf, planSelect, statementOf, type SelectPlan } from '../query/plan-select.ts';
import type { Row } from '../row.ts';
import { abilitiesOf } from './abilities.ts';
import { buildQuery, seen } from './find.ts';
import { linesRecords } from './lines-records.ts';
import { toRecords } from './record-json.ts';
import { loadRow } from './rows.ts';

/** The statement for one record of an entity under one person's rights; only the id changes from request to request. */
interface Prepared { plan: SelectPlan; values: readonly unknown[]; idAt: number[]; lines: { name: string; entity: Entity }[] }

const placeholder = '00000000-0000-7000-8000-000000000000';
const preparedFor = new WeakMap<Access, WeakMap<Entity, Prepared>>();

/** One record with its lines and what may be done with it. */
export async function get(ctx: Context, entity: Entity, id: string): Promise<Record<string, unknown>> {
  const access = accessTo(ctx, entity);
  if (!access.can('read')) throw problem('access.denied', { action: { zh: `查看${entity.label.zh}`, en: `read ${entity.label.en}` } });
  if (!isId(id)) throw problem('not-found');
  const { plan, values, idAt, lines } = prepared(ctx, entity, access);
  const own = [...values];
  for (const place of idAt) own[place] = id;
  if (ctx.model.processOf.has(entity.key)) own.push(ctx.principal.user?.id ?? null);
  const { rows } = await ctx.db.query<Record<string, unknown>>(statementOf(plan, own));
  const record = (await toRecords(ctx, plan, rows))[0];
  if (!record) throw problem('not-found');
  const process = ctx.model.processOf.has(entity.key) ? processIn(rows[0]!) : undefined;
  for (const line of lines) record[line.name] = await linesRecords(ctx, line.entity, id);
  let row: Promise<Row> | undefined;
  record['can'] = await abilitiesOf(ctx, entity).tell((name) => flagOf(plan, rows[0]!, name), () => row ??= loadRow(ctx, entity, id).then((found) => found!), process);
  if (process) record['instance'] = process.instance;
  return record;
}

function prepared(ctx: Context, entity: Entity, access: Access): Prepared {
  let known = preparedFor.get(access);
  if (!known) preparedFor.set(access, (known = new WeakMap()));
  let found = known.get(entity);
  if (!found) known.set(entity, (found = prepare(ctx, entity, access)));
  return found;
}

function prepare(ctx: Context, entity: Entity, access: Access): Prepared {
  const query = buildQuery(ctx, entity, { where: { id: placeholder } }, access.rows('read'), 1, 0);
  for (const name of ['createdBy', 'updatedBy', ...pathsShown(ctx, entity)]) query.fields.push(resolvePath(ctx.model, entity, name));
  query.flags.push(...abilitiesOf(ctx, entity).flags());
  const { plan, values } = planSelect(ctx, entity, query);
  const lines = entity.fields.filter((field) => field.lines && access.visible(field.name).kind !== 'none').map((field) => ({ name: field.name, entity: entityOf(ctx.model, field.lines!.entity) }));
  return { plan: ctx.model.processOf.has(entity.key) ? withProcess(ctx, plan, values.length) : plan, values, idAt: values.flatMap((value, i) => value === placeholder ? [i] : []), lines };
}

const plansWithProcess = new WeakMap<SelectPlan, SelectPlan>();

/** The same statement with the process on the record beside it. */
function withProcess(ctx: Context, plan: SelectPlan, parameters: number): SelectPlan {
  let found = plansWithProcess.get(plan);
  if (!found) {
    const id = plan.columns.find((column) => column.key === 'id')!.value;
    const text = `select m.*, p.* from (${plan.text}) m left join lateral (${ctx.services.processOfRecord(`m.c${id}`, `$${parameters + 1}::uuid`)}) p on true`;
    plansWithProcess.set(plan, (found = { ...plan, name: `${plan.name}p`, uses: 0, text }));
  }
  return found;
}

function processIn(row: Record<string, unknown>): RecordProcess {
  return { instance: (row['instance'] as string | null | undefined) ?? null, running: row['running'] === true, waits: row['waits'] === true };
}

/** Paths over references that the entity's detail pages and forms show, as far as the reader may see them. */
function pathsShown(ctx: Context, entity: Entity): string[] {
  const pages = [...ctx.model.details.values(), ...ctx.model.forms.values()].filter((page) => page.entity === entity.key);
  const paths = new Set(pages.flatMap((page) => page.sections.flatMap((section) => section.fields)).filter((path) => path.includes('.')));
  return [...paths].filter((path) => seen(ctx, entity, resolvePath(ctx.model, entity, path)));
}
