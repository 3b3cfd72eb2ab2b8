import type { ClientTask, ReferenceValue } from '../../model/client-types.ts';
import { entityOf } from '../../model/model.ts';
import { problem } from '../../problems.ts';
import type { Context } from '../context.ts';
import { joined, raw, toNative, type Fragment } from '../db/builder.ts';
import { compiledProcess } from './compiled-process.ts';
import { entityLabel, finishedLabel, outcomeLabel, textIn } from './labels.ts';
import { candidateSql } from './task-sql.ts';

export const boxes = ['todo', 'claimable', 'done', 'started'] as const;
export type Box = (typeof boxes)[number];

export interface TaskPage { items: ClientTask[]; page: number; pageSize: number; total: number; counts: Record<Box, number> }

/** What a row of any box holds; an instance the person started looks like a task that stands where its tokens do. */
export interface TaskLine {
  id: string; instance: string; node: string; label: string; definitionId: string; processName: string; key: string; entity: string;
  recordId: string; title: string; applicant: string; applicantName: string | null; assignee: string | null; assigneeName: string | null;
  createdAt: Date; completedAt: Date | null; outcome: string | null; dueAt: Date | null;
}

const deepest = 200_000;

/** One page of a person's box and how much is in each. */
export async function tasksIn(ctx: Context, box: Box, { page, pageSize }: { page: number; pageSize: number }): Promise<TaskPage> {
  const offset = (page - 1) * pageSize;
  if (offset > deepest) throw problem('page.too-deep');
  const query = box === 'started' ? startedSql(ctx) : raw('? where ? order by ?', [taskLines(ctx), boxCondition(ctx, box), order(box)]);
  const [lines, counts] = await Promise.all([
    select<TaskLine>(ctx, raw('? limit ? offset ?', [query, pageSize, offset])),
    countBoxes(ctx),
  ]);
  const items: ClientTask[] = [];
  for (const line of lines) items.push(await toClientTask(ctx, line));
  return { items, page, pageSize, total: counts[box], counts };
}

/** Tasks with the names of everything they refer to: one statement for a whole page. */
export function taskLines(ctx: Context): Fragment {
  const user = entityOf(ctx.model, 'platform/user');
  const name = user.byName.get('name')?.column ?? 'name';
  return raw(
    `select t.id, t.instance_id as instance, t.node_id as node, t.label, i.definition_id as "definitionId", d.name as "processName", i.key, i.entity,
       i.record_id as "recordId", i.title, t.applicant, a.?? as "applicantName", t.assignee, s.?? as "assigneeName",
       t.created_at as "createdAt", t.completed_at as "completedAt", t.outcome, t.due_at as "dueAt"
     from tamga.user_task t join tamga.process_instance i on i.id = t.instance_id join tamga.process_definition d on d.id = i.definition_id
       left join ??.?? a on a.id = t.applicant left join ??.?? s on s.id = t.assignee`,
    [name, name, user.schema, user.table, user.schema, user.table]);
}

/** As the browser is told. */
export async function toClientTask(ctx: Context, line: TaskLine): Promise<ClientTask> {
  const compiled = await compiledProcess(ctx, line.definitionId);
  const [app = '', entity = ''] = line.entity.split('/');
  const ended = line.id === line.instance && line.completedAt !== null;
  const outcome = line.outcome === null ? null : { name: line.outcome, label: ended ? finishedLabel(compiled.process, line.outcome, ctx.locale) : outcomeLabel(compiled.process, line.node, line.outcome, ctx.locale) };
  // An instance without an open task is named by its end.
  const label = line.label === '' ? outcome?.label ?? line.processName : line.label;
  return {
    id: line.id, instance: line.instance, task: line.node, label, process: { name: line.key, label: line.processName },
    app, entity, entityLabel: textIn(entityLabel(ctx.model, line.entity), ctx.locale), record: { id: line.recordId, title: line.title },
    applicant: named(line.applicant, line.applicantName)!, assignee: named(line.assignee, line.assigneeName),
    createdAt: line.createdAt.toISOString(), completedAt: line.completedAt?.toISOString() ?? null, outcome, dueAt: line.dueAt?.toISOString() ?? null,
  };
}

/** A person by id and name. */
export function named(id: string | null, name: string | null | undefined): ReferenceValue | null {
  return id === null ? null : { id, title: name ?? '' };
}

export async function select<T extends object>(ctx: Context, query: Fragment): Promise<T[]> {
  const { text, values } = toNative(query as never);
  return (await ctx.db.query<T>(text, values)).rows;
}

function boxCondition(ctx: Context, box: Exclude<Box, 'started'>): Fragment {
  const me = ctx.principal.user?.id ?? null;
  switch (box) {
    case 'todo': return raw(`t.status = 'open' and t.assignee = ?::uuid`, [me]);
    case 'claimable': return joined([raw(`t.status = 'open' and t.assignee is null and not (t.not_applicant and t.applicant = ?::uuid)`, [me]), candidateSql(ctx.principal)], 'and');
    case 'done': return raw(`t.status = 'completed' and t.completed_by = ?::uuid`, [me]);
  }
}

function order(box: Box): Fragment {
  return raw(box === 'done' ? 't.completed_at desc, t.id desc' : 't.created_at desc, t.id desc');
}

/** Instances of the person, shown where they stand: the open tasks, or the end they reached. */
function startedSql(ctx: Context): Fragment {
  const user = entityOf(ctx.model, 'platform/user');
  const name = user.byName.get('name')?.column ?? 'name';
  return raw(
    `select i.id, i.id as instance, coalesce(o.nodes, i.end_id, '') as node, coalesce(o.labels, '') as label, i.definition_id as "definitionId", d.name as "processName", i.key, i.entity,
       i.record_id as "recordId", i.title, i.starter as applicant, a.?? as "applicantName", null::uuid as assignee, null as "assigneeName",
       i.started_at as "createdAt", i.ended_at as "completedAt", i.end_id as outcome, o.due as "dueAt"
     from tamga.process_instance i join tamga.process_definition d on d.id = i.definition_id left join ??.?? a on a.id = i.starter
       left join lateral (select string_agg(t.node_id, ',' order by t.created_at, t.id) as nodes, string_agg(t.label, '、' order by t.created_at, t.id) as labels, min(t.due_at) as due
         from tamga.user_task t where t.instance_id = i.id and t.status = 'open') o on true
     where i.starter = ?::uuid order by i.started_at desc, i.id desc`,
    [name, user.schema, user.table, ctx.principal.user?.id ?? null]);
}

async function countBoxes(ctx: Context): Promise<Record<Box, number>> {
  const parts = (['todo', 'claimable', 'done'] as const).map((box) => raw(`(select count(*) from tamga.user_task t where ?) as ${box}`, [boxCondition(ctx, box)]));
  const started = raw('(select count(*) from tamga.process_instance i where i.starter = ?::uuid) as started', [ctx.principal.user?.id ?? null]);
  const [row] = await select<Record<Box, number>>(ctx, raw('select ?, ?, ?, ?', [...parts, started]));
  return { todo: Number(row?.todo ?? 0), claimable: Number(row?.claimable ?? 0), done: Number(row?.done ?? 0), started: Number(row?.started ?? 0) };
}
