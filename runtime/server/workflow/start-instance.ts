import { v7 } from 'uuid';
import { initialState, type Variables } from '../../bpmn/index.ts';
import { problem } from '../../problems.ts';
import type { TransactionContext } from '../operations/in-transaction.ts';
import type { CompiledProcess } from './compiled-process.ts';
import type { Instance } from './instance.ts';
import { moveOn } from './move-on.ts';
import { processRun } from './process-run.ts';

/** How an instance begins. */
export interface Begin {
  starter: string;
  recordId?: string;
  title?: string;
  businessKey?: string | null;
  variables?: Variables;
  /** Another start event than the plain one. */
  startEvent?: string;
  parent?: { id: string; token: string; rootId: string };
  failures?: ReadonlyMap<string, string>;
}

/** Makes an instance and moves it to where it first waits. */
export async function startInstance(ctx: TransactionContext, compiled: CompiledProcess, begin: Begin): Promise<Instance> {
  const { starter, recordId = '', businessKey = null, variables, startEvent, parent, failures } = begin;
  const id = v7();
  const instance: Instance = {
    id, definitionId: compiled.definitionId, key: compiled.process.id, entity: compiled.entity.key, recordId, businessKey,
    parentId: parent?.id ?? null, parentToken: parent?.token ?? null, rootId: parent?.rootId ?? id,
    title: begin.title ?? businessKey ?? compiled.process.title ?? compiled.process.name ?? compiled.process.id,
    state: initialState, status: 'running', starter, startedAt: ctx.services.clock.now(), endedAt: null, endId: null, suspendedAt: null,
  };
  const { rowCount } = await ctx.db.query(
    `insert into tamga.process_instance (id, definition_id, key, entity, record_id, business_key, parent_id, parent_token, root_id, title, state, status, starter, started_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'running', $12, $13) on conflict do nothing`,
    [id, instance.definitionId, instance.key, instance.entity, recordId === '' ? null : recordId, businessKey, instance.parentId, instance.parentToken, parent?.rootId ?? null,
      instance.title, JSON.stringify(instance.state), starter, instance.startedAt]);
  if (rowCount !== 1) throw problem('process.running');
  await moveOn(processRun(ctx, instance, compiled, failures), {
    type: 'start', ...(startEvent === undefined ? {} : { nodeId: startEvent }), ...(variables ? { variables } : {}),
  });
  return instance;
}
