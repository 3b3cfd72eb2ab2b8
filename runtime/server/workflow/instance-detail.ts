import type { ClientInstance, ClientOpinion } from '../../model/client-types.ts';
import { entityOf } from '../../model/model.ts';
import { problem } from '../../problems.ts';
import type { Context } from '../context.ts';
import { raw } from '../db/builder.ts';
import { compiledProcess } from './compiled-process.ts';
import { loadInstance } from './instance.ts';
import { outcomeLabel, roleLabels } from './labels.ts';
import { maySeeInstance } from './readable.ts';
import { named, select } from './task-boxes.ts';
import { tasksOf } from './task.ts';

interface OpinionRow { task: string; label: string; outcome: string; opinion: string | null; by: string; at: Date; seenVersion: number }

/** Everything an instance's page shows: diagram, where it stands, what was said. */
export async function instanceDetail(ctx: Context, id: string): Promise<ClientInstance> {
  const instance = await loadInstance(ctx, id);
  if (!instance) throw problem('not-found');
  const tasks = await tasksOf(ctx, instance.id);
  if (!await maySeeInstance(ctx, instance, tasks, entityOf(ctx.model, instance.entity))) throw problem('not-found');
  const { process, version } = await compiledProcess(ctx, instance.definitionId);
  const { rows: [definition] } = await ctx.db.query<{ xml: string; name: string }>('select xml, name from tamga.process_definition where id = $1', [instance.definitionId]);
  const { rows: passed } = await ctx.db.query<{ id: string }>(
    'select node_id as id from tamga.activity where instance_id = $1 and left_at is not null and cancelled is not true group by node_id order by min(id)', [instance.id]);
  const { rows: flows } = await ctx.db.query<{ id: string }>('select flow_id as id from tamga.flow_taken where instance_id = $1 group by flow_id order by min(id)', [instance.id]);
  const { rows: opinions } = await ctx.db.query<OpinionRow>(
    'select node_id as task, label, outcome, opinion, by, at, seen_version as "seenVersion" from tamga.opinion where instance_id = $1 order by at, id', [instance.id]);
  const { rows: incidents } = await ctx.db.query<{ element: string; message: string | null }>(
    'select node_id as element, message from tamga.incident where instance_id = $1 and resolved_at is null order by at, id', [instance.id]);
  const open = tasks.filter(({ status }) => status === 'open');
  const names = await namesOf(ctx, [instance.starter, ...opinions.map(({ by }) => by), ...open.flatMap(({ assignee }) => assignee ?? [])]);
  const [app = '', entity = ''] = instance.entity.split('/');
  return {
    id: instance.id, process: { name: instance.key, label: definition?.name ?? instance.key, version }, app, entity,
    record: { id: instance.recordId, title: instance.title }, applicant: named(instance.starter, names.get(instance.starter))!,
    status: instance.status, startedAt: instance.startedAt.toISOString(), endedAt: instance.endedAt?.toISOString() ?? null,
    xml: definition?.xml ?? '',
    active: [...new Set(instance.state.tokens.map(({ nodeId }) => nodeId))],
    passed: passed.map((row) => row.id), passedFlows: flows.map((row) => row.id),
    opinions: opinions.map(({ by, at, ...rest }): ClientOpinion => ({ ...rest, outcomeLabel: outcomeLabel(process, rest.task, rest.outcome, ctx.locale), by: named(by, names.get(by))!, at: at.toISOString() })),
    openTasks: open.map((task) => ({
      id: task.id, task: task.nodeId, label: task.label, assignee: named(task.assignee, task.assignee === null ? null : names.get(task.assignee)),
      candidates: roleLabels(ctx.model, task.roles, ctx.locale), createdAt: task.createdAt.toISOString(),
    })),
    incidents: incidents.map(({ element, message }) => ({ element, message: message ?? '' })),
  };
}

async function namesOf(ctx: Context, ids: readonly string[]): Promise<Map<string, string>> {
  const user = entityOf(ctx.model, 'platform/user');
  const rows = await select<{ id: string; name: string }>(ctx, raw('select id, ?? as name from ??.?? where id = any(?::uuid[])',
    [user.byName.get('name')?.column ?? 'name', user.schema, user.table, raw('?', [[...new Set(ids)]])]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
