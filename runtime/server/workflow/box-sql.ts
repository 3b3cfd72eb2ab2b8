import { entityOf } from '../../model/model.ts';
import type { Context } from '../context.ts';
import { joined, raw, type Fragment } from '../db/builder.ts';
import { candidateSql } from './task-sql.ts';

export const boxes = ['todo', 'claimable', 'done', 'finished', 'started', 'copied', 'delegated'] as const;
export type Box = (typeof boxes)[number];

/** What a box may be narrowed by. */
export interface BoxFilter {
  app?: string; process?: string; due?: 'overdue' | 'soon'; applicant?: string; search?: string;
  /** Copies that were not looked at yet. */
  unread?: boolean;
}

export interface BoxSql {
  rows(page: { limit: number; offset: number }): Fragment;
  /** How many there are, up to a number. */
  count(most: number): Fragment;
  processes(most: number): Fragment;
}

/** A deadline within so many hours is near. */
const soonHours = 48;

/** The statements of a box. Each finds its page along one index, and only then looks up names. */
export function boxSql(ctx: Context, box: Box, filter: BoxFilter): BoxSql {
  const found = foundSql(ctx, box, filter);
  const ids = (limit: number, offset: number): Fragment => raw('? limit ? offset ?', [found(limit + offset), limit, offset]);
  return {
    rows: ({ limit, offset }) => raw(`select p.*, x.* from (?) f cross join lateral (?) x cross join lateral (select f.sort as sort) p order by f.sort desc nulls last, f.id desc`, [ids(limit, offset), linesOf(ctx, box)]),
    count: (most) => raw('select count(*) from (?) f', [ids(most, 0)]),
    processes: (most) => raw('select i.key as name, max(d.name) as label, count(*) as count from (?) f join tamga.process_instance i on i.id = f.instance join tamga.process_definition d on d.id = i.definition_id group by i.key order by count(*) desc, i.key', [ids(most, 0)]),
  };
}

/** Ids of what is in a box with the moment they are sorted by, the newest first. */
function foundSql(ctx: Context, box: Box, filter: BoxFilter): (most: number) => Fragment {
  const me = ctx.principal.user?.id ?? null;
  const narrowed = narrow(ctx, box, filter);
  const tasks = (where: Fragment, sort: string): Fragment =>
    raw(`select t.id, t.instance_id as instance, ${sort} as sort from tamga.user_task t? where ? order by ${sort} desc, t.id desc`, [narrowed.join, joined([where, ...narrowed.where], 'and')]);
  switch (box) {
    case 'todo': return () => tasks(raw(`t.status = 'open' and not t.held and ?`, [mineSql(ctx)]), 't.created_at');
    case 'claimable': return () => tasks(raw(`t.status = 'open' and t.assignee is null and ?`, [claimableSql(ctx)]), 't.created_at');
    case 'done': {
      const decided = tasks(raw(`t.completed_by = ?::uuid and t.status in ('completed', 'decided')`, [me]), 't.completed_at');
      const handed = raw(
        `select t.id, t.instance_id as instance, max(e.at) as sort from tamga.task_event e join tamga.user_task t on t.id = e.task_id? where ? group by t.id, t.instance_id order by max(e.at) desc, t.id desc`,
        [narrowed.join, joined([raw(`e.by = ?::uuid and e.kind in ('transfer', 'resolve') and t.completed_by is distinct from ?::uuid`, [me, me]), ...narrowed.where], 'and')]);
      return (most) => raw('select * from ((? limit ?) union all (? limit ?)) f order by sort desc, id desc', [decided, most, handed, most]);
    }
    case 'delegated': return () => tasks(raw(`((t.owner = ?::uuid and t.assignee is distinct from ?::uuid and t.status not in ('cancelled', 'planned')) or (t.status = 'open' and t.held and t.assignee = ?::uuid))`, [me, me, me]), 't.created_at');
    case 'finished': return () => tasks(raw(
      `t.completed_by = ?::uuid and exists (select 1 from tamga.process_instance e where e.id = t.instance_id and e.ended_at is not null)
       and not exists (select 1 from tamga.user_task l where l.instance_id = t.instance_id and l.completed_by = t.completed_by and (l.completed_at, l.id) > (t.completed_at, t.id))`, [me]), 't.completed_at');
    case 'started': return () => raw(`select i.id, i.id as instance, i.started_at as sort from tamga.process_instance i? where ? order by i.started_at desc, i.id desc`, [narrowed.people, joined([raw('i.starter = ?::uuid', [me]), ...narrowed.where], 'and')]);
    case 'copied': return () => raw(`select c.id, c.instance_id as instance, c.at as sort from tamga.copy c join tamga.process_instance i on i.id = c.instance_id? where ? order by c.at desc, c.id desc`,
      [narrowed.people, joined([raw('c.recipient = ?::uuid', [me]), ...(filter.unread ? [raw('c.read_at is null')] : []), ...narrowed.where], 'and')]);
  }
}

/** Tasks of the person, and of those they stand in for. */
function mineSql({ principal }: Context): Fragment {
  const own = raw('t.assignee = ?::uuid', [principal.user?.id ?? null]);
  const steads = (principal.actsFor ?? []).map(({ person, processes }) => joined([
    raw('t.assignee = ?::uuid and not (t.not_applicant and t.applicant in (?::uuid, ?::uuid))', [person, principal.user?.id ?? null, person]), ...inProcesses(processes),
  ], 'and'));
  return joined([own, ...steads], 'or');
}

function claimableSql({ principal }: Context): Fragment {
  const steads = (principal.actsFor ?? []).map(({ person, grants, processes }) => joined([candidateSql(grants), raw('not (t.not_applicant and t.applicant = ?::uuid)', [person]), ...inProcesses(processes)], 'and'));
  return joined([raw('not (t.not_applicant and t.applicant = ?::uuid)', [principal.user?.id ?? null]), joined([candidateSql(principal.grants), ...steads], 'or')], 'and');
}

function inProcesses(processes: readonly string[] | null): Fragment[] {
  return processes === null ? [] : [raw('t.process_key = any(?::text[])', [raw('?', [processes])])];
}

/** Conditions over what is joined only when somebody filters by it. */
function narrow(ctx: Context, box: Box, { app, process, due, applicant, search }: BoxFilter): { join: Fragment; people: Fragment; where: Fragment[] } {
  const user = entityOf(ctx.model, 'platform/user');
  const name = user.byName.get('name')?.column ?? 'name';
  const people = applicant === undefined && search === undefined ? raw(' ') : raw(' left join ??.?? a on a.id = i.starter', [user.schema, user.table]);
  const needsInstance = app !== undefined || process !== undefined || applicant !== undefined || search !== undefined;
  const onTask = !['started', 'copied'].includes(box);
  const now = ctx.services.clock.now();
  const where = [
    ...(app === undefined ? [] : [raw(`i.entity like ?`, [`${app.replace(/[\\%_]/g, '\\$&')}/%`])]),
    ...(process === undefined ? [] : [raw('i.key = ?', [process])]),
    ...(applicant === undefined ? [] : [raw('(a.id::text = ? or strpos(a.??, ?) > 0)', [applicant, name, applicant])]),
    ...(search === undefined ? [] : [raw('(strpos(i.title, ?) > 0 or strpos(a.??, ?) > 0)', [search, name, search])]),
    ...(due === undefined ? [] : [dueSql(due, onTask, now)]),
  ];
  return { join: needsInstance ? raw(' join tamga.process_instance i on i.id = t.instance_id?', [people]) : raw(' '), people, where };
}

function dueSql(due: 'overdue' | 'soon', onTask: boolean, now: Date): Fragment {
  const range = (column: string): Fragment => (due === 'overdue' ? raw(`${column} < ?`, [now]) : raw(`${column} >= ? and ${column} < ?`, [now, new Date(now.getTime() + soonHours * 3_600_000)]));
  return onTask ? range('t.due_at') : raw(`exists (select 1 from tamga.user_task t where t.instance_id = i.id and t.status = 'open' and ?)`, [range('t.due_at')]);
}

/** A row with the names of everything it refers to. */
function linesOf(ctx: Context, box: Box): Fragment {
  if (box === 'started' || box === 'copied' || box === 'finished') return instanceLine(ctx, box);
  return raw('? where t.id = f.id', [taskLines(ctx)]);
}

/** Tasks with the names of everything they refer to. */
export function taskLines(ctx: Context): Fragment {
  const { name, table } = people(ctx);
  return raw(
    `select t.id, t.instance_id as instance, t.node_id as node, t.label, i.definition_id as "definitionId", d.name as "processName", i.key, i.entity,
       i.record_id as "recordId", i.title, t.applicant, a.?? as "applicantName", t.assignee, s.?? as "assigneeName",
       t.created_at as "createdAt", t.completed_at as "completedAt", t.outcome, t.due_at as "dueAt",
       t.owner, o.?? as "ownerName", t.place, t.delegation, t.held, null::timestamptz as "readAt", null::text as note,
       case when t.status = 'open' then (select count(*) from tamga.task_event u where u.instance_id = i.id and u.kind = 'urge' and u.at >= t.created_at) else 0 end as urged
     from tamga.user_task t join tamga.process_instance i on i.id = t.instance_id join tamga.process_definition d on d.id = i.definition_id
       left join ? a on a.id = t.applicant left join ? s on s.id = t.assignee left join ? o on o.id = t.owner`,
    [name, name, name, table, table, table]);
}

/** Instances, shown where they stand: the open tasks, or the end they reached. */
function instanceLine(ctx: Context, box: 'started' | 'copied' | 'finished'): Fragment {
  const { name, table } = people(ctx);
  return raw(
    `select i.id, i.id as instance, coalesce(o.nodes, i.end_id, '') as node, coalesce(o.labels, '') as label, i.definition_id as "definitionId", d.name as "processName", i.key, i.entity,
       i.record_id as "recordId", i.title, i.starter as applicant, a.?? as "applicantName", o.assignee, null as "assigneeName",
       i.started_at as "createdAt", i.ended_at as "completedAt", i.end_id as outcome, o.due as "dueAt",
       null::uuid as owner, null as "ownerName", null as place, null as delegation, false as held, ? as "readAt", ? as note, 0 as urged
     from tamga.process_instance i join tamga.process_definition d on d.id = i.definition_id left join ? a on a.id = i.starter
       ?
       left join lateral (select string_agg(distinct t.node_id, ',') as nodes, string_agg(distinct t.label, '、') as labels, min(t.due_at) as due, null::uuid as assignee
         from tamga.user_task t where t.instance_id = i.id and t.status = 'open') o on true
     where i.id = f.instance`,
    [name, box === 'copied' ? raw('c.read_at') : raw('null::timestamptz'), box === 'copied' ? raw('c.note') : raw('null::text'), table, box === 'copied' ? raw('join tamga.copy c on c.id = f.id') : raw(' ')]);
}

function people(ctx: Context): { name: string; table: Fragment } {
  const user = entityOf(ctx.model, 'platform/user');
  return { name: user.byName.get('name')?.column ?? 'name', table: raw('??.??', [user.schema, user.table]) };
}
