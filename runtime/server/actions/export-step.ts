import { createHash, randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import type { Expression } from '../../expressions/index.ts';
import { fieldTypeOf, isId } from '../../fields/index.ts';
import { entityOf, type Condition, type Entity, type ExportStep } from '../../model/model.ts';
import { problem } from '../../problems.ts';
import { principalOf } from '../auth/index.ts';
import type { Context } from '../context.ts';
import { evaluate } from '../operations/evaluate.ts';
import { find } from '../operations/find.ts';
import { mask } from '../operations/mask.ts';
import { titleIn } from '../operations/title-in.ts';
import { resolvePath } from '../query/path.ts';

/** What later steps know of an export. */
export interface Exported { job: string | null; rows: number; sample: string }

const mostRows = 200_000;
const ticketMinutes = 5;

/** Looks up what a person may read and, unless only a sample is wanted, puts the writing of the file into the queue. */
export async function exportFor(ctx: Context, step: ExportStep, scope: Record<string, unknown>): Promise<Exported> {
  const ask = async (expression: Expression | undefined): Promise<unknown> => expression === undefined ? null : evaluate(ctx, expression, scope);
  const person = idIn(await ask(step.for));
  if (!isId(person)) throw problem('not-found');
  const reader: Context = { ...ctx, principal: await principalOf(ctx.services, person) };
  const entity = entityOf(ctx.model, step.entity);
  const named = await ask(step.fields);
  const fields = (Array.isArray(named) ? named : []).map(String);
  if (fields.length === 0) throw problem('request.bad-value', { name: 'fields' });
  const filter = await conditionOf(ctx, entity, step, scope);
  const search = await ask(step.search);
  const asked = { ...filter ? { filter } : {}, ...typeof search === 'string' && search !== '' ? { search } : {}, fields, sort: entity.sort };
  const page = await find(reader, entity, { ...asked, count: 'exact', pageSize: step.sample ?? 1 });
  const rows = page.total ?? 0;
  if (rows > mostRows) throw problem('export.too-many', { max: mostRows });
  if (step.sample !== undefined) return { job: null, rows, sample: page.items.map((item) => fields.map((name) => shownIn(entity, name, item[name])).join('，')).join('\n') };
  const watermark = await ask(step.watermark);
  const job = v7();
  await ctx.db.query('insert into tamga.job (id, task, name, owner, status, payload, created_at) values ($1, $2, $3, $4, $5, $6, $7)',
    [job, 'export-records', entity.label.zh, person, 'waiting', JSON.stringify({ entity: entity.key, ...asked, approved: true, guarded: true, days: step.days, ...typeof watermark === 'string' ? { watermark } : {}, locale: ctx.locale }), ctx.services.clock.now()]);
  await ctx.services.enqueue(ctx, 'export-records', { job }, { key: job });
  return { job, rows, sample: '' };
}

/** A link to a finished file that works once, for this person, for a few minutes. */
export async function handOut(ctx: Context, job: unknown): Promise<{ url: string; name: string }> {
  const { rows: [row] } = isId(job) ? await ctx.db.query<{ status: string; result: { name: string } | null; expires_at: Date | null }>('select status, result, expires_at from tamga.job where id = $1', [job]) : { rows: [] };
  if (!row) throw problem('not-found');
  const now = ctx.services.clock.now();
  if (row.status === 'failed') throw problem('link.expired');
  if (row.status !== 'done' || !row.result) throw problem('download.not-ready');
  if (!row.expires_at || row.expires_at <= now) throw problem('link.expired');
  const ticket = randomBytes(24).toString('base64url');
  await ctx.db.query('insert into tamga.download_ticket (hash, job, user_id, expires_at) values ($1, $2, $3, $4)', [hashOf(ticket), job, ctx.principal.user?.id ?? null, new Date(now.getTime() + ticketMinutes * 60_000)]);
  return { url: `/api/downloads/${ticket}`, name: row.result.name };
}

/** The job behind a ticket, which is used up by asking. */
export async function takeTicket(ctx: Context, ticket: string): Promise<{ job: string; name: string; type: string }> {
  const { rows: [row] } = await ctx.db.query<{ job: string; expires_at: Date; result: { name: string; type: string } }>(
    'with used as (delete from tamga.download_ticket where hash = $1 and user_id = $2 returning job, expires_at) select used.*, j.result from used join tamga.job j on j.id = used.job', [hashOf(ticket), ctx.principal.user?.id ?? null]);
  if (!row) throw problem('not-found');
  if (row.expires_at <= ctx.services.clock.now()) throw problem('link.expired');
  return { job: row.job, ...row.result };
}

/** Whoever reviews a request sees what kind of values it asks for, not the sensitive ones themselves. */
function shownIn(entity: Entity, name: string, value: unknown): string {
  const field = entity.byName.get(name);
  if (field?.sensitivity) return mask(value, field) ?? '';
  return field?.options?.find((option) => option.value === value)?.label.zh ?? titleIn(value);
}

async function conditionOf(ctx: Context, entity: Entity, step: ExportStep, scope: Record<string, unknown>): Promise<Condition | undefined> {
  const parts: Condition[] = [];
  for (const [path, expression] of Object.entries(step.where)) {
    const value = await evaluate(ctx, expression, scope);
    if (value === null || value === undefined || value === '') continue;
    const { field } = resolvePath(ctx.model, entity, path);
    if (Array.isArray(value)) parts.push({ [path]: { $in: value.map(idIn) } });
    else parts.push({ [path]: fieldTypeOf(field).operators.includes('$below') ? { $below: codeIn(value) } : idIn(value) });
  }
  const filter = step.filter === undefined ? null : await evaluate(ctx, step.filter, scope);
  if (typeof filter === 'object' && filter !== null && !Array.isArray(filter)) parts.push(filter as Condition);
  return parts.length === 0 ? undefined : { $and: parts };
}

function idIn(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : value;
}

/** Areas are told by their code. */
function codeIn(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'code' in value ? value.code : idIn(value);
}

function hashOf(ticket: string): Buffer {
  return createHash('sha256').update(ticket).digest();
}
