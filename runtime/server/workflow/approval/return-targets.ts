import { isWithin, type Process } from '../../../bpmn/index.ts';
import { noEntity } from '../../../model/no-entity.ts';
import type { Context } from '../../context.ts';
import { noRow } from '../no-record.ts';
import { loadRow, type Row } from '../../operations/rows.ts';
import type { CompiledProcess } from '../compiled-process.ts';
import type { Instance } from '../instance.ts';
import type { Task } from '../task.ts';
import { contextsOf, tokensBehind } from './move-back.ts';
import { lastingServices, mayTurn } from './undone.ts';

/** A step to which a task can be returned without harm; `person` did it last. */
export interface ReturnTarget { node: string; label: string; kind: 'step' | 'applicant'; person: string | null }

interface Passed { node: string; by: string; at: Date }

/** Where a task can be returned: earlier steps of the same or an enclosing branch, and the applicant; nothing that would leave work of services done twice or undone. */
export async function returnTargets(ctx: Context, { instance, task, compiled }: { instance: Instance; task: Task; compiled: CompiledProcess }): Promise<ReturnTarget[]> {
  const { process } = compiled;
  const row = compiled.entity === noEntity ? noRow(instance) : await loadRow(ctx, compiled.entity, instance.recordId);
  const here = contextsOf(process).get(task.nodeId);
  if (!row || !here) return [];
  const passed = await passedSteps(ctx, instance);
  const distance = distances(process);
  const targets: ReturnTarget[] = [];
  for (const node of Object.values(process.nodes)) {
    const binding = node.userTask;
    const context = contextsOf(process).get(node.id);
    if (!binding || !context || node.id === task.nodeId || !isWithin(here, context)) continue;
    const last = passed.findLast((one) => one.node === node.id);
    const toApplicant = binding.assignee === 'starter';
    if (toApplicant ? !reaches(process, node.id, task.nodeId) : !last || (distance.get(node.id) ?? 0) >= (distance.get(task.nodeId) ?? 0)) continue;
    if (!mayTurn(compiled, stateOf(compiled, row), node.status) || !tokensBehind({ state: instance.state, compiled }, node.id)) continue;
    const since = toApplicant ? firstDecision(passed, process, last?.at) : last?.at;
    if (since !== undefined && (await lastingServices(ctx, instance, compiled, since)).length > 0) continue;
    targets.push({ node: node.id, label: binding.title ?? node.name ?? node.id, kind: toApplicant ? 'applicant' : 'step', person: toApplicant ? instance.starter : last?.by ?? null });
  }
  return targets.sort((a, b) => (distance.get(a.node) ?? 0) - (distance.get(b.node) ?? 0));
}

export function stateOf({ entity }: CompiledProcess, row: Row): unknown {
  return entity.states ? row[entity.states.field] : undefined;
}

/** Steps that people have finished, oldest first. */
export async function passedSteps(ctx: Context, instance: Instance): Promise<Passed[]> {
  const { rows } = await ctx.db.query<Passed>(
    `select node_id as node, completed_by as by, completed_at as at from tamga.user_task
     where instance_id = $1 and status = 'completed' and outcome is distinct from 'return' and (place is null or place = 'seat') order by completed_at, id`, [instance.id]);
  return rows;
}

/** When somebody else first decided since the applicant last had it: what services did before that belongs to submitting. */
function firstDecision(passed: readonly Passed[], process: Process, since: Date | undefined): Date | undefined {
  return passed.find(({ node, at }) => process.nodes[node]?.userTask?.assignee !== 'starter' && (since === undefined || at > since))?.at;
}

/** Steps from the start to each node, along the shortest way. */
function distances(process: Process): Map<string, number> {
  const found = new Map<string, number>();
  let front = Object.values(process.nodes).filter((node) => node.type === 'startEvent').map(({ id }) => id);
  for (let distance = 0; front.length > 0; distance += 1) {
    for (const id of front) found.set(id, distance);
    front = [...new Set(front.flatMap((id) => followers(process, id)))].filter((id) => !found.has(id));
  }
  return found;
}

function reaches(process: Process, from: string, to: string): boolean {
  const seen = new Set([from]);
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === to) return true;
    for (const next of followers(process, id)) if (!seen.has(next)) { seen.add(next); open.push(next); }
  }
  return false;
}

function followers(process: Process, id: string): string[] {
  const node = process.nodes[id];
  const inner = Object.values(process.nodes).filter(({ scopeId, type }) => scopeId === id && type === 'startEvent').map((start) => start.id);
  const outer = node && node.type === 'endEvent' && process.nodes[node.scopeId] ? followers(process, node.scopeId) : [];
  return [...(node?.outgoing ?? []).flatMap((flow) => process.flows[flow]?.target ?? []), ...(node?.boundary ?? []), ...inner, ...outer];
}
