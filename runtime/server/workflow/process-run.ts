import type { ConditionScope, Event, State, Variables } from '../../bpmn/index.ts';
import type { Expression } from '../../expressions/index.ts';
import type { Entity } from '../../model/model.ts';
import { noEntity } from '../../model/no-entity.ts';
import { asSystem, type Principal } from '../context.ts';
import { madeBy, type TransactionContext } from '../operations/in-transaction.ts';
import { evaluate, recordValue } from '../operations/evaluate.ts';
import { loadRow, type Row } from '../operations/rows.ts';
import type { CompiledProcess } from './compiled-process.ts';
import type { Instance } from './instance.ts';
import { noRow } from './no-record.ts';
import { personOf } from './person.ts';

/** What was passed on the way, written at the end in a few statements. */
export interface Trail {
  entered: Map<string, { nodeId: string; at: Date }>;
  left: Map<string, { at: Date; cancelled: boolean }>;
  flows: { flowId: string; at: Date }[];
  /** Timers that nobody waits for any more. */
  stopped: string[];
  /** Subscriptions that nobody waits for any more. */
  unsubscribed: string[];
}

/** One instance on the move, its row locked, within one transaction. */
export interface ProcessRun {
  /** Acts as the system on behalf of the person; changes are made by the process. */
  ctx: TransactionContext;
  instance: Instance;
  compiled: CompiledProcess;
  entity: Entity;
  state: State;
  /** Where it stood when it was locked. */
  before: State;
  trail: Trail;
  /** What was read already; the record is forgotten by `changed`. */
  known: { row?: Row | undefined; starter?: Principal['user'] };
  /** People who were named for a step that may come next, by its node. */
  appoint: Map<string, { person: string; backTo?: string }>;
  /** What the decision said that brought the tokens here. */
  said?: { outcome: string; opinion: string };
  /** Who asked for one more seat. */
  addedBy?: string;
  /** Events that others of this transaction have for it. */
  pending: Event[];
  /** What the instance as a whole knew when it ended. */
  final?: Variables;
  /** Present when no person waits for the answer: services that failed in an earlier try, by execution. */
  failures?: ReadonlyMap<string, string>;
}

export function processRun(ctx: TransactionContext, instance: Instance, compiled: CompiledProcess, failures?: ReadonlyMap<string, string>): ProcessRun {
  const acting = madeBy({ ...asSystem(ctx), tx: ctx.tx }, instance.key);
  return {
    ctx: acting, instance, compiled, entity: compiled.entity, state: instance.state, before: instance.state, pending: [],
    trail: { entered: new Map(), left: new Map(), flows: [], stopped: [], unsubscribed: [] }, known: {}, appoint: new Map(),
    ...(failures ? { failures } : {}),
  };
}

/** The record the process is about, as it is now. */
export async function recordOf(run: ProcessRun): Promise<Row> {
  run.known.row ??= run.entity === noEntity ? noRow(run.instance) : await loadRow(run.ctx, run.entity, run.instance.recordId);
  if (!run.known.row) throw new Error(`Record ${run.instance.recordId} of instance ${run.instance.id} is gone.`);
  return run.known.row;
}

/** The record may have changed: it is read again when it is needed. */
export function changed(run: ProcessRun): void {
  delete run.known.row;
}

/** Who started the process. */
export async function starterOf(run: ProcessRun): Promise<Principal['user']> {
  run.known.starter ??= await personOf(run.ctx, run.instance.starter);
  return run.known.starter;
}

/** Evaluates a FEEL text of the process over what has been answered so far. */
export async function evaluateText(run: ProcessRun, text: string, answers: ConditionScope = { outcomes: run.state.outcomes }): Promise<unknown> {
  const expression = run.compiled.expressions.get(text);
  if (!expression) throw new Error(`\`${text}\` no longer fits ${run.entity.key || run.instance.key}.`);
  return evaluateExpression(run, expression, answers);
}

/** Evaluates a parsed FEEL text over what the process knows. */
export async function evaluateExpression(run: ProcessRun, expression: Expression, answers: ConditionScope): Promise<unknown> {
  return evaluate(run.ctx, expression, await valuesOf(run, expression, answers));
}

/** What a FEEL text of the process may name, as far as it does. */
async function valuesOf(run: ProcessRun, { names }: Expression, answers: ConditionScope): Promise<Record<string, unknown>> {
  return {
    ...answers.variables,
    record: names.includes('record') && run.entity !== noEntity ? recordValue(run.entity, await recordOf(run)) : null,
    starter: names.includes('starter') ? await starterOf(run) : null,
    outcome: answers.outcome ?? null,
    outcomes: Object.fromEntries(Object.entries(answers.outcomes).map(([id, outcome]) => [id.replaceAll('-', '_'), outcome])),
  };
}
