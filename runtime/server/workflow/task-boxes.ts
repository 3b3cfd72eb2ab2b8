import type { ClientTask } from '../../model/client-task-types.ts';
import type { ReferenceValue } from '../../model/client-types.ts';
import { problem } from '../../problems.ts';
import type { Context } from '../context.ts';
import { raw, toNative, type Fragment } from '../db/builder.ts';
import { boxSql, type Box, type BoxFilter } from './box-sql.ts';
import { compiledProcess } from './compiled-process.ts';
import { entityLabel, finishedLabel, outcomeLabel, textIn } from './labels.ts';

/** How many of a box are counted; nobody works through more. What is finished is dearer to count. */
const mostCounted = 10_000;
const mostInTabs = 1_000;
const deepest = 200_000;

/** Tabs that show a number. What is finished is not counted: nobody waits for it. */
const counted = ['todo', 'claimable', 'done', 'started', 'copied', 'delegated'] as const satisfies readonly Box[];

export interface TaskPage {
  items: ClientTask[]; page: number; pageSize: number; total: number; counts: Record<(typeof counted)[number], number>;
  /** Kinds of requests in the box, to filter by. */
  processes: { name: string; label: string; count: number }[];
}

/** What a row of any box holds; an instance looks like a task that stands where its tokens do. */
export interface TaskLine {
  id: string; instance: string; node: string; label: string; definitionId: string; processName: string; key: string; entity: string;
  recordId: string; title: string; applicant: string; applicantName: string | null; assignee: string | null; assigneeName: string | null;
  createdAt: Date; completedAt: Date | null; outcome: string | null; dueAt: Date | null;
  owner: string | null; ownerName: string | null; place: string | null; delegation: string | null; held: boolean; urged: number; readAt: Date | null; note: string | null;
}

/** One page of a person's box, and how much is in each. */
export async function tasksIn(ctx: Context, box: Box, { page, pageSize, ...filter }: { page: number; pageSize: number } & BoxFilter): Promise<TaskPage> {
  const offset = (page - 1) * pageSize;
  if (offset > deepest) throw problem('page.too-deep');
  const [lines, [total], counts, processes] = await Promise.all([
    select<TaskLine>(ctx, boxSql(ctx, box, filter).rows({ limit: pageSize, offset })),
    select<{ count: string }>(ctx, boxSql(ctx, box, filter).count(box === 'finished' ? mostInTabs : mostCounted)),
    countBoxes(ctx),
    select<{ name: string; label: string; count: string }>(ctx, boxSql(ctx, box, {}).processes(mostInTabs)),
  ]);
  const items: ClientTask[] = [];
  for (const line of lines) items.push(await toClientTask(ctx, line));
  return { items, page, pageSize, total: Number(total?.count ?? 0), counts, processes: processes.map(({ name, label, count }) => ({ name, label, count: Number(count) })) };
}

/** As the browser is told. */
export async function toClientTask(ctx: Context, line: TaskLine): Promise<ClientTask> {
  const compiled = await compiledProcess(ctx, line.definitionId);
  const [app = '', entity = ''] = line.entity.split('/');
  const ended = line.id === line.instance && line.completedAt !== null;
  const outcome = line.outcome === null ? null : { name: line.outcome, label: ended ? finishedLabel(compiled.process, line.outcome, ctx.locale) : outcomeLabel(compiled.process, line.node, line.outcome, ctx.locale) };
  // An instance without an open task is named by its end.
  const label = line.label === '' ? outcome?.label ?? line.processName : line.label;
  const me = ctx.principal.user?.id;
  const inStead = line.completedAt === null && line.assignee !== null && (ctx.principal.actsFor ?? []).some(({ person }) => person === line.assignee) && line.assignee !== me;
  return {
    id: line.id, instance: line.instance, task: line.node, label, process: { name: line.key, label: line.processName },
    app, entity, entityLabel: textIn(entityLabel(ctx.model, line.entity), ctx.locale), record: { id: line.recordId, title: line.title },
    applicant: named(line.applicant, line.applicantName)!, assignee: named(line.assignee, line.assigneeName),
    createdAt: line.createdAt.toISOString(), completedAt: line.completedAt?.toISOString() ?? null, outcome, dueAt: line.dueAt?.toISOString() ?? null,
    owner: named(line.owner, line.ownerName), inStead: inStead ? named(line.assignee, line.assigneeName) : null,
    kind: line.delegation === 'pending' ? 'advice' : line.place === 'seat' ? 'seat' : line.place === null ? 'task' : 'signer',
    held: line.held, urged: Number(line.urged), readAt: line.readAt?.toISOString() ?? null, note: line.note,
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

async function countBoxes(ctx: Context): Promise<TaskPage['counts']> {
  const parts = counted.map((box) => raw(`(?) as ${box}`, [boxSql(ctx, box, box === 'copied' ? { unread: true } : {}).count(mostInTabs)]));
  const [row] = await select<Record<string, string>>(ctx, raw(`select ${parts.map(() => '?').join(', ')}`, parts));
  return Object.fromEntries(counted.map((box) => [box, Number(row?.[box] ?? 0)])) as TaskPage['counts'];
}
