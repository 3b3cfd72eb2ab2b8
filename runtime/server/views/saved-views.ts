import { v7 } from 'uuid';
import { entityOf, type List } from '../../model/model.ts';
import { invalid, problem } from '../../problems.ts';
import { isId } from '../../fields/index.ts';
import { accessTo } from '../access/access.ts';
import type { Context } from '../context.ts';
import { columnOf, tableOf } from '../db/quoted-names.ts';
import { inTransaction } from '../operations/in-transaction.ts';
import { checkViewState, usableState, visibleColumns, type ChosenColumn, type ViewState } from './view-state.ts';

/** Whom a view is shown to besides its maker: holders of a role, people of a unit and of the units below, or both at once. */
export interface Share { role?: string; org?: string }
export interface ViewInput { name?: string; state?: ViewState; share?: Share | null; version?: number }
export interface SavedView { id: string; name: string; state: ViewState; isMine: boolean; by: string; share: Share | null; version: number }

interface ViewRow { id: string; owner: string; owner_name: string; name: string; state: ViewState; role: string | null; org: string | null; version: number }

const most = 50;
const label = { zh: '名称', en: 'Name' };

/** A list that the person may open; any other does not exist. */
export function listFor(ctx: Context, key: string): List {
  const list = ctx.model.lists.get(key);
  if (!list || !accessTo(ctx, entityOf(ctx.model, list.entity)).can('read')) throw problem('not-found');
  return list;
}

/** The person's own views of a list and those that others share, as far as they can be used; and the person's settings of the list. */
export async function viewsOf(ctx: Context, key: string): Promise<{ items: SavedView[]; columns: ChosenColumn[] | null; defaultView: string | null; shareWith: { roles: { name: string; label: string }[]; org: { id: string; title: string } | null } }> {
  const list = listFor(ctx, key);
  const items = (await visibleRows(ctx, key)).flatMap((row): SavedView[] => {
    const isMine = row.owner === ctx.principal.user?.id;
    const state = usableState(ctx, list, row.state);
    const share = row.role === null && row.org === null ? null : { ...row.role === null ? {} : { role: row.role }, ...row.org === null ? {} : { org: row.org } };
    return state ? [{ id: row.id, name: row.name, state, isMine, by: row.owner_name, share, version: row.version }] : [];
  });
  const { rows: [setting] } = await ctx.db.query<{ columns: ChosenColumn[] | null; default_view: string | null }>('select columns, default_view from tamga.list_setting where user_id = $1 and list = $2', [userOf(ctx), key]);
  const org = ctx.principal.user?.org;
  return {
    items, columns: setting?.columns ? visibleColumns(ctx, list, setting.columns) : null, defaultView: items.find(({ id }) => id === setting?.default_view)?.id ?? null,
    shareWith: { roles: [...new Set(ctx.principal.grants.map((grant) => grant.role))].map((name) => { const text = ctx.model.roles.get(name)?.label; return { name, label: text ? (ctx.locale === 'en' ? text.en : text.zh) : name }; }), org: org ? { id: org.id, title: org.name } : null },
  };
}

export async function createView(ctx: Context, key: string, { name = '', state = {}, share = null }: ViewInput): Promise<{ id: string }> {
  const list = listFor(ctx, key);
  const clean = nameOf(name);
  checkViewState(ctx, list, state);
  checkShare(ctx, share);
  return inTransaction(ctx, async (tx) => {
    // Counted under a lock on the person's views of the list, so that two at once do not pass the limit.
    await tx.db.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`view ${userOf(tx)} ${key}`]);
    const { rows: own } = await tx.db.query<{ name: string }>('select name from tamga.saved_view where owner = $1 and list = $2', [userOf(tx), key]);
    if (own.length >= most) throw problem('view.too-many', { max: most });
    if (own.some((view) => view.name === clean)) throw problem('view.name-taken', { name: clean });
    const id = v7();
    const now = tx.services.clock.now();
    await tx.db.query('insert into tamga.saved_view (id, list, owner, name, state, role, org, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $8)',
      [id, key, userOf(tx), clean, JSON.stringify(state), share?.role ?? null, share?.org ?? null, now]);
    return { id };
  });
}

/** Changes one's own view; the views of others can be used, not changed. */
export async function changeView(ctx: Context, key: string, id: string, { name, state, share, version }: ViewInput): Promise<void> {
  const list = listFor(ctx, key);
  if (state) checkViewState(ctx, list, state);
  if (share) checkShare(ctx, share);
  await inTransaction(ctx, async (tx) => {
    await tx.db.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`view ${userOf(tx)} ${key}`]);
    const row = await ownView(tx, key, id);
    if (version !== undefined && version !== row.version) throw problem('record.stale');
    const clean = name === undefined ? row.name : nameOf(name);
    const { rows: [same] } = await tx.db.query('select 1 from tamga.saved_view where owner = $1 and list = $2 and name = $3 and id <> $4', [userOf(tx), key, clean, id]);
    if (same) throw problem('view.name-taken', { name: clean });
    const shown = share === undefined ? { role: row.role, org: row.org } : { role: share?.role ?? null, org: share?.org ?? null };
    await tx.db.query('update tamga.saved_view set name = $2, state = $3, role = $4, org = $5, version = version + 1, updated_at = $6 where id = $1',
      [id, clean, JSON.stringify(state ?? row.state), shown.role, shown.org, tx.services.clock.now()]);
  });
}

export async function removeView(ctx: Context, key: string, id: string): Promise<void> {
  listFor(ctx, key);
  await inTransaction(ctx, async (tx) => {
    await ownView(tx, key, id);
    await tx.db.query('delete from tamga.saved_view where id = $1', [id]);
    await tx.db.query('update tamga.list_setting set default_view = null where default_view = $1', [id]);
  });
}

/** Remembers how this person wants the list: columns and the view it opens with; null goes back to the list's own. */
export async function keepListSetting(ctx: Context, key: string, { columns, defaultView }: { columns?: ChosenColumn[] | null; defaultView?: string | null }): Promise<void> {
  const list = listFor(ctx, key);
  if (columns) checkViewState(ctx, list, { columns });
  if (typeof defaultView === 'string' && !(await viewsOf(ctx, key)).items.some(({ id }) => id === defaultView)) throw problem('not-found');
  await ctx.db.query(
    `insert into tamga.list_setting as s (user_id, list, columns, default_view) values ($1, $2, $3, $4) on conflict (user_id, list) do update
     set columns = case when $5 then excluded.columns else s.columns end, default_view = case when $6 then excluded.default_view else s.default_view end`,
    [userOf(ctx), key, columns ? JSON.stringify(columns) : null, defaultView ?? null, columns !== undefined, defaultView !== undefined]);
}

async function visibleRows(ctx: Context, key: string): Promise<ViewRow[]> {
  const unit = tableOf(entityOf(ctx.model, 'platform/organization'));
  const parent = columnOf(entityOf(ctx.model, 'platform/organization'), 'parent');
  const person = entityOf(ctx.model, 'platform/user');
  const { rows } = await ctx.db.query<ViewRow>(
    `with recursive above as (select id, ${parent} as parent from ${unit} where id = $3 union select o.id, o.${parent} from ${unit} o join above a on o.id = a.parent)
     select v.id, v.owner, coalesce(u.${columnOf(person, 'name')}, '') as owner_name, v.name, v.state, v.role, v.org, v.version from tamga.saved_view v left join ${tableOf(person)} u on u.id = v.owner
     where v.list = $1 and (v.owner = $2 or ((v.role is not null or v.org is not null) and (v.role is null or v.role = any($4)) and (v.org is null or v.org in (select id from above))))
     order by (v.owner = $2) desc, v.name, v.id`,
    [key, userOf(ctx), ctx.principal.user?.org?.id ?? null, ctx.principal.grants.map((grant) => grant.role)]);
  return rows;
}

async function ownView(ctx: Context, key: string, id: string): Promise<ViewRow> {
  const row = isId(id) ? (await visibleRows(ctx, key)).find((view) => view.id === id) : undefined;
  if (!row) throw problem('not-found');
  if (row.owner !== ctx.principal.user?.id) throw problem('access.denied', { action: { zh: '修改他人的视图', en: 'change the view of another person' } });
  return row;
}

/** Only with people one has something to do with: holders of a role one holds, or one's own unit. */
function checkShare(ctx: Context, share: Share | null): void {
  if (!share) return;
  const isOwnRole = share.role === undefined || ctx.principal.grants.some((grant) => grant.role === share.role);
  const isOwnUnit = share.org === undefined || share.org === ctx.principal.user?.org?.id;
  if (!isOwnRole || !isOwnUnit || (share.role === undefined && share.org === undefined)) throw problem('view.share');
}

function nameOf(name: string): string {
  const clean = name.trim();
  if (clean === '') throw invalid([{ field: 'name', code: 'field.required', params: { label } }]);
  return clean;
}

function userOf(ctx: Context): string {
  const id = ctx.principal.user?.id;
  if (!id) throw problem('session.required');
  return id;
}
