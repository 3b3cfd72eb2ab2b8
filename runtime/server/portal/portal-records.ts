import { entityOf, type Condition, type Entity, type PortalPage } from '../../model/model.ts';
import { invalid, problem } from '../../problems.ts';
import type { ClientPortalRecord, PortalItem } from '../../model/client-portal-types.ts';
import type { FileValue } from '../../model/client-types.ts';
import { runAction } from '../actions/run-action.ts';
import { say } from '../client-model/index.ts';
import type { Context } from '../context.ts';
import { create } from '../operations/create.ts';
import { find } from '../operations/find.ts';
import { get } from '../operations/get.ts';
import { historyOf } from '../operations/history.ts';
import { inTransaction } from '../operations/in-transaction.ts';
import { remove } from '../operations/remove.ts';
import { messagesAbout } from '../messages/index.ts';
import { submitRecord } from '../workflow/index.ts';
import { requireCaptcha, useCaptcha } from './captcha.ts';
import { filledIn } from './client-portal.ts';
import type { Resident } from './resident.ts';

type Of<T extends PortalPage['type']> = Extract<PortalPage, { type: T }>;
type Shown = { entity: string; title: string; where?: Condition; sort: string[] };
export interface Asked { search?: string; page?: number; filter?: Condition }

/** Own records only, also where others are public. */
const mine: Condition = { createdBy: { user: 'id' } };
const pageSize = 20;

/** A page of records as short items. */
export async function listItems(ctx: Context, page: Of<'list' | 'mine' | 'map'>, asked: Asked): Promise<{ items: PortalItem[]; page: number; total: number | null }> {
  const entity = entityOf(ctx.model, page.entity);
  if (page.type === 'list') for (const name of Object.keys(asked.filter ?? {})) if (!page.filters.includes(name)) throw problem('request.unknown-field', { name, suggestion: '' });
  if (page.type === 'map') for (const name of Object.keys(asked.filter ?? {})) if (name !== page.area) throw problem('request.unknown-field', { name, suggestion: '' });
  if (asked.search && !(page.type === 'list' && page.search)) throw problem('request.unknown-parameter', { name: 'search', suggestion: '' });
  const found = await find(ctx, entity, {
    ...(page.type === 'mine' ? { where: mine } : page.where ? { where: page.where } : {}), sort: page.sort, pageSize: page.type === 'map' ? 100 : pageSize, page: asked.page ?? 1,
    ...(asked.search ? { search: asked.search } : {}), ...(page.type !== 'mine' && asked.filter ? { filter: asked.filter } : {}),
  });
  return { items: found.items.map((row) => toItem(ctx, entity, page, row)), page: found.page, total: found.total };
}

/** The first records that a section of the home page shows. */
export async function sectionItems(ctx: Context, section: Shown & { date?: string; image?: string }, limit: number): Promise<PortalItem[]> {
  const entity = entityOf(ctx.model, section.entity);
  const { items } = await find(ctx, entity, { ...(section.where ? { where: section.where } : {}), sort: section.sort, pageSize: limit, count: 'none' });
  return items.map((row) => toItem(ctx, entity, section, row));
}

function toItem(ctx: Context, entity: Entity, page: { title: string; text?: string; image?: string; date?: string; phone?: string; status?: string }, row: Record<string, unknown>): PortalItem {
  const text = (name: string | undefined): string | undefined => (name === undefined ? undefined : shown(ctx, entity, name, row[name]));
  const image = page.image ? (row[page.image] as FileValue[] | null | undefined)?.[0]?.id : undefined;
  const option = page.status ? entity.byName.get(page.status)?.options?.find((o) => o.value === row[page.status!]) : undefined;
  const item: PortalItem = { id: String(row['id']), title: text(page.title) ?? '' };
  const optional = { text: text(page.text), date: text(page.date), phone: text(page.phone), image };
  for (const [key, value] of Object.entries(optional)) if (value) Object.assign(item, { [key]: value });
  if (option) item.status = { label: say(ctx, option.label), ...(option.color ? { color: option.color } : {}) };
  return item;
}

/** A value in one line: the label of a code, the title of a reference. */
function shown(ctx: Context, entity: Entity, name: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  const option = entity.byName.get(name)?.options?.find((o) => o.value === value);
  if (option) return say(ctx, option.label);
  if (typeof value === 'object' && 'title' in value) return String(value.title);
  const text = String(value);
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}

/** One record of a page: a public one within the page's condition, or an own one with its progress. */
export async function readRecord(ctx: Context, page: Of<'detail' | 'mine'>, id: string): Promise<ClientPortalRecord> {
  const entity = entityOf(ctx.model, page.entity);
  const record = await ownOrPublic(ctx, page, entity, id);
  const fields = new Set([page.title, ...page.fields]);
  const kept = { id, version: Number(record['version']), ...Object.fromEntries(Object.entries(record).filter(([name]) => fields.has(name))) };
  const title = shown(ctx, entity, page.title, record[page.title]);
  if (page.type === 'detail') return { record: kept, title };
  return { record: kept, title, progress: await progressOf(ctx, entity, page.status, id), messages: await messagesAbout(ctx, id), can: record['can'] as NonNullable<ClientPortalRecord['can']> };
}

async function ownOrPublic(ctx: Context, page: Of<'detail' | 'mine'>, entity: Entity, id: string): Promise<Record<string, unknown>> {
  const record = await get(ctx, entity, id);
  // A public record of somebody else is not "mine", and what is mine is shown on its own page.
  if (page.type === 'mine' && !(await isMine(ctx, entity, id))) throw problem('not-found');
  return record;
}

async function isMine(ctx: Context, entity: Entity, id: string): Promise<boolean> {
  const { items } = await find(ctx, entity, { where: { $and: [mine, { id }] }, fields: ['id'], pageSize: 1, count: 'none' });
  return items.length === 1;
}

/** How a record came along: each state with its time. Who did it is not the public's to know. */
async function progressOf(ctx: Context, entity: Entity, status: string | undefined, id: string): Promise<{ at: string; label: string }[]> {
  const entries = await historyOf(ctx, entity, id) as { at: string; operation: string; changes: { field: string; after: unknown }[] }[];
  const steps = entries.reverse().flatMap(({ at, operation, changes }) => {
    const change = changes.find((c) => c.field === status);
    const label = change && shown(ctx, entity, status!, change.after);
    return label ? [{ at, label }] : operation === 'create' ? [{ at, label: ctx.locale === 'en' ? 'Filed' : '已提交' }] : [];
  });
  return steps;
}

/** Files a new record through a form page: only its fields, what the account knows filled in, verification code where asked. */
export async function fileRecord(ctx: Context, page: Of<'form'>, resident: Resident | null, input: { values: Record<string, unknown>; captcha?: { id: string; text: string } }): Promise<{ id: string }> {
  const entity = entityOf(ctx.model, page.entity);
  const unknown = Object.keys(input.values).filter((name) => !page.fields.includes(name));
  if (unknown.length > 0) throw invalid(unknown.map((name) => ({ field: name, code: 'field.unknown' as const, params: { name, suggestion: '' } })));
  if (page.captcha) await requireCaptcha(ctx.services, input.captcha);
  const missing = Object.fromEntries(Object.entries(filledIn(page, resident)).filter(([name]) => page.fields.includes(name) && (input.values[name] ?? '') === ''));
  return inTransaction(ctx, async (tx) => {
    if (page.captcha) await useCaptcha(tx.db, input.captcha);
    const { id } = await create(tx, entity, { ...input.values, ...missing });
    if (page.submit) await submitRecord(tx, entity, id);
    return { id };
  });
}

/** Runs an action on an own record. */
export async function actOnRecord(ctx: Context, page: Of<'mine'>, id: string, name: string, body: { version?: number; input?: Record<string, unknown> }): Promise<void> {
  const entity = entityOf(ctx.model, page.entity);
  await ownOrPublic(ctx, page, entity, id);
  if (name === 'submit' && ctx.model.processOf.has(entity.key)) {
    await submitRecord(ctx, entity, id, body.version);
    return;
  }
  const action = ctx.model.actions.get(entity.key)?.get(name);
  if (!action || action.on !== 'record' || action.internal) throw problem('not-found');
  await runAction(ctx, entity, action, { id, ...(body.input ? { input: body.input } : {}), ...(body.version !== undefined ? { version: body.version } : {}) });
}

/** Deletes an own record. */
export async function removeRecord(ctx: Context, page: Of<'mine'>, id: string, version: number | undefined): Promise<void> {
  const entity = entityOf(ctx.model, page.entity);
  await ownOrPublic(ctx, page, entity, id);
  await remove(ctx, entity, id, version);
}
