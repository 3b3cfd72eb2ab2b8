import type { ClientInstance } from '../../model/client-task-types.ts';
import { problem } from '../../problems.ts';
import type { Context } from '../context.ts';
import { compiledProcess, type CompiledProcess } from './compiled-process.ts';
import { loadInstance, type Instance } from './instance.ts';
import { roleLabels } from './labels.ts';
import { namesOf } from './names-of.ts';
import { opinionsOf } from './opinions-of.ts';
import { drivenEntity } from './no-record.ts';
import { maySeeInstance } from './readable.ts';
import { named } from './task-boxes.ts';
import { tasksOf, type Task } from './task.ts';

interface EventRow { kind: string; label: string | null; by: string | null; person: string | null; at: Date; note: string | null }
interface CopyRow { recipient: string; by: string | null; at: Date; readAt: Date | null }

/** Everything an instance's page shows: diagram, where it stands, what was said and done. */
export async function instanceDetail(ctx: Context, id: string): Promise<ClientInstance> {
  const instance = await loadInstance(ctx, id);
  if (!instance) throw problem('not-found');
  const tasks = await tasksOf(ctx, instance.id);
  if (!await maySeeInstance(ctx, instance, tasks, drivenEntity(ctx.model, instance.entity))) throw problem('not-found');
  const compiled = await compiledProcess(ctx, instance.definitionId);
  const rows = async <T extends object>(sql: string): Promise<T[]> => (await ctx.db.query<T>(sql, [instance.id])).rows;
  const [definition] = (await ctx.db.query<{ xml: string; name: string }>('select xml, name from tamga.process_definition where id = $1', [instance.definitionId])).rows;
  const passed = await rows<{ id: string }>('select node_id as id from tamga.activity where instance_id = $1 and left_at is not null and cancelled is not true group by node_id order by min(id)');
  const flows = await rows<{ id: string }>('select flow_id as id from tamga.flow_taken where instance_id = $1 group by flow_id order by min(id)');
  const incidents = await rows<{ element: string; message: string | null }>('select node_id as element, message from tamga.incident where instance_id = $1 and resolved_at is null order by at, id');
  const events = await rows<EventRow>('select kind, label, by, person, at, note from tamga.task_event where instance_id = $1 order by at, id');
  const copies = await rows<CopyRow>('select recipient, by, at, read_at as "readAt" from tamga.copy where instance_id = $1 order by at, id');
  const open = tasks.filter(({ status }) => status === 'open');
  const done = tasks.filter(({ status, completedBy }) => completedBy !== null && ['completed', 'decided'].includes(status));
  const names = await namesOf(ctx, [instance.starter, ...open.map(({ assignee }) => assignee), ...done.map(({ completedBy }) => completedBy), ...events.flatMap(({ by, person }) => [by, person]), ...copies.flatMap(({ recipient, by }) => [recipient, by])].flatMap((each) => each ?? []));
  const person = (who: string | null) => named(who, who === null ? null : names.get(who));
  const [app = '', entity = ''] = instance.entity.split('/');
  return {
    id: instance.id, process: { name: instance.key, label: definition?.name ?? instance.key, version: compiled.version }, app, entity,
    record: { id: instance.recordId, title: instance.title }, applicant: person(instance.starter)!,
    status: instance.status, startedAt: instance.startedAt.toISOString(), endedAt: instance.endedAt?.toISOString() ?? null,
    xml: definition?.xml ?? '',
    active: [...new Set(instance.state.tokens.map(({ nodeId }) => nodeId))],
    passed: passed.map((row) => row.id), passedFlows: flows.map((row) => row.id),
    opinions: await opinionsOf(ctx, instance, compiled),
    openTasks: open.map((task) => ({
      id: task.id, task: task.nodeId, label: task.label, assignee: person(task.assignee),
      candidates: roleLabels(ctx.model, task.roles, ctx.locale), createdAt: task.createdAt.toISOString(), dueAt: task.dueAt?.toISOString() ?? null, kind: kindOf(task), held: task.held,
    })),
    events: events.map(({ by, person: whom, at, ...rest }) => ({ ...rest, by: person(by), person: person(whom), at: at.toISOString() })),
    copies: copies.map(({ recipient, by, at, readAt }) => ({ person: person(recipient)!, by: person(by), at: at.toISOString(), readAt: readAt?.toISOString() ?? null })),
    spans: done.map((task) => ({ element: task.nodeId, by: names.get(task.completedBy!) ?? '', from: task.createdAt.toISOString(), to: task.completedAt?.toISOString() ?? null })),
    can: may(ctx, instance, tasks, compiled),
    incidents: incidents.map(({ element, message }) => ({ element, message: message ?? '' })),
  };
}

function kindOf({ delegation, place }: Task): ClientInstance['openTasks'][number]['kind'] {
  if (delegation === 'pending') return 'advice';
  return place === 'seat' ? 'seat' : place === null ? 'task' : 'signer';
}

/** What is worth a button; whether it still can be done is judged when it is pressed. */
function may(ctx: Context, { starter, endedAt }: Instance, tasks: readonly Task[], { process }: CompiledProcess): ClientInstance['can'] {
  const me = ctx.principal.user?.id;
  const operations = endedAt === null ? process.instance.operations : process.instance.operations.filter((name) => name === 'copy');
  const handled = tasks.some(({ completedBy }) => me !== undefined && completedBy === me);
  const isStarter = starter === me;
  return {
    recall: operations.includes('recall') && (handled || (isStarter && !tasks.some(({ completedBy }) => completedBy !== null))), urge: operations.includes('urge') && (handled || isStarter),
    withdraw: operations.includes('withdraw') && isStarter, copy: operations.includes('copy'),
  };
}
