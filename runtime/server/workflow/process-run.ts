import type { State } from '../../bpmn/index.ts';
import type { Entity } from '../../model/model.ts';
import { asSystem } from '../context.ts';
import { madeBy, type TransactionContext } from '../operations/in-transaction.ts';
import { recordValue } from '../operations/evaluate.ts';
import { loadRow, type Row } from '../operations/rows.ts';
import type { CompiledProcess } from './compiled-process.ts';
import type { Instance } from './instance.ts';
import { personOf } from './person.ts';

/** What was passed on the way, written at the end in a few statements. */
export interface Trail {
  entered: Map<string, { nodeId: string; at: Date }>;
  left: Map<string, { at: Date; cancelled: boolean }>;
  flows: { flowId: string; at: Date }[];
}

/** One instance on the move, its row locked, within one transaction. */
export interface ProcessRun {
  /** Acts as the system on behalf of the person; changes are made by the process. */
  ctx: TransactionContext;
  instance: Instance;
  compiled: CompiledProcess;
  entity: Entity;
  state: State;
  trail: Trail;
  /** Present when no person waits for the answer: services that failed in an earlier try, by execution. */
  failures?: ReadonlyMap<string, string>;
}

export function processRun(ctx: TransactionContext, instance: Instance, compiled: CompiledProcess, failures?: ReadonlyMap<string, string>): ProcessRun {
  const acting = madeBy({ ...asSystem(ctx), tx: ctx.tx }, instance.key);
  return {
    ctx: acting, instance, compiled, entity: compiled.entity, state: instance.state, trail: { entered: new Map(), left: new Map(), flows: [] },
    ...(failures ? { failures } : {}),
  };
}

/** The record the process is about, as it is now. */
export async function recordOf(run: ProcessRun): Promise<Row> {
  const row = await loadRow(run.ctx, run.entity, run.instance.recordId);
  if (!row) throw new Error(`Record ${run.instance.recordId} of instance ${run.instance.id} is gone.`);
  return row;
}

/** Evaluates a FEEL text of the process. */
export async function valuesOf(run: ProcessRun, answers: { outcome?: string; outcomes: Readonly<Record<string, string>> }): Promise<Record<string, unknown>> {
  return {
    record: recordValue(run.entity, await recordOf(run)),
    starter: await personOf(run.ctx, run.instance.starter),
    outcome: answers.outcome ?? null,
    outcomes: Object.fromEntries(Object.entries(answers.outcomes).map(([id, outcome]) => [id.replaceAll('-', '_'), outcome])),
  };
}

/** The parsed form of a FEEL text of the process. */
export function expressionOf(run: ProcessRun, text: string) {
  const expression = run.compiled.expressions.get(text);
  if (!expression) throw new Error(`\`${text}\` no longer fits ${run.entity.key}.`);
  return expression;
}
