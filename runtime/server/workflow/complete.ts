import type { Outcome, UserTaskBinding, Variables } from '../../bpmn/index.ts';
import { entityOf, type Entity } from '../../model/model.ts';
import { suggest } from '../../model/suggest.ts';
import { invalid, problem, type FieldError } from '../../problems.ts';
import { noEntity } from '../../model/no-entity.ts';
import type { Context } from '../context.ts';
import { prepare, withValues } from '../db/prepared.ts';
import { together } from '../db/together.ts';
import { inTransaction, type TransactionContext } from '../operations/in-transaction.ts';
import { parseInput } from '../operations/parse-input.ts';
import { checkFiles } from '../operations/record-files.ts';
import { loadLines, loadRow, type Row } from '../operations/rows.ts';
import { update } from '../operations/update.ts';
import { checkReferences } from '../operations/validate-row.ts';
import { compiledProcess } from './compiled-process.ts';
import { chooseSigners } from './approval/choose-signers.ts';
import { recordOpinion } from './approval/record-opinion.ts';
import { settle } from './approval/settle.ts';
import { outcomesFor } from './approval/sign-outcomes.ts';
import { personOf } from './person.ts';
import { lockedTask, type LockedTask } from './locked-task.ts';
import { noRow } from './no-record.ts';
import { changed, processRun, recordOf, type ProcessRun } from './process-run.ts';
import { readableRecord } from './readable.ts';

/** How a person finishes a task; `version` is the version of the record they looked at, `signers` are those they chose for the next step. */
export interface Decision { outcome?: string; opinion?: string; values?: Record<string, unknown>; version?: number; signers?: readonly string[]; variables?: Variables }

/** What became of a decision. */
export interface Decided { id: string; instance: string; status: 'completed'; outcome: { name: string; label: string } }

/** Finishes an open task and everything that follows, in one transaction; of several people at once exactly one succeeds. */
export async function complete(ctx: Context, taskId: string, decision: Decision): Promise<Decided> {
  return inTransaction(ctx, async (tx) => decide(tx, await lockedTask(tx, taskId), decision));
}

/** Finishes a task whose instance is locked and whose person is known to be the right one. */
export async function decide(ctx: TransactionContext, locked: LockedTask, decision: Decision): Promise<Decided> {
  const { instance, task, by, onBehalf } = locked;
  await requireReady(ctx, locked);
  const run = processRun(ctx, instance, await compiledProcess(ctx, instance.definitionId));
  const binding = run.compiled.process.nodes[task.nodeId]?.userTask;
  if (!binding) throw new Error(`Task ${task.nodeId} is not in process ${instance.key}.`);
  const outcome = outcomeOf(outcomesFor(task, binding), decision.outcome);
  const opinion = opinionOf(outcome, decision.opinion);
  const row = run.entity === noEntity ? noRow(instance) : await loadRow(run.ctx, run.entity, instance.recordId, { lock: true });
  if (!row) throw problem('not-found');
  if (decision.version !== undefined && decision.version !== row.version) throw problem('record.stale');
  run.known.row = row;
  await edit(ctx, run, isAdded(task) ? [] : binding.edits, outcome, decision.values ?? {}, row);
  const seen = await readableRecord(ctx, run.entity, row.id);
  const seenVersion = typeof seen?.['version'] === 'number' ? seen['version'] : row.version;
  const [{ rowCount }] = await together(
    ctx.db.query(withValues(closeTask, [task.id, by, ctx.services.clock.now(), outcome.name, seenVersion, seen ? JSON.stringify(seen) : null, onBehalf])),
    recordOpinion(ctx, {
      instance, compiled: run.compiled, task, kind: isAdded(task) ? 'sign' : 'decision', outcome: outcome.name, outcomeLabel: outcome.label, opinion, by, onBehalf, seen, seenVersion,
    }),
  );
  if (rowCount !== 1) throw problem('task.closed');
  if (opinion !== null) run.said = { outcome: outcome.label, opinion };
  const given = decision.variables ? [{ type: 'set-variables' as const, variables: decision.variables }] : [];
  await settle(run, task, outcome.name, [...await chooseSigners(run, task, outcome.name, decision.signers), ...given]);
  return { id: task.id, instance: instance.id, status: 'completed', outcome: { name: outcome.name, label: ctx.locale === 'en' ? outcome.labelEn ?? outcome.label : outcome.label } };
}

const closeTask = prepare(
  `update tamga.user_task set status = 'completed', assignee = $2, completed_at = $3, completed_by = $2, outcome = $4, seen_version = $5, seen = $6, on_behalf = $7, owner = coalesce(owner, $7)
   where id = $1 and status = 'open'`);

/** Nobody decides while the advice or the signature they asked for is still missing. */
async function requireReady(ctx: TransactionContext, { task }: LockedTask): Promise<void> {
  if (task.delegation === 'pending') throw problem('task.delegated', { name: task.assignee === null ? '' : (await personOf(ctx, task.assignee))?.name ?? '' });
  if (!task.held) return;
  const { rows } = await ctx.db.query<{ assignee: string }>(`select assignee from tamga.user_task where parent = $1 and place = 'before' and status in ('open', 'decided') order by created_at`, [task.id]);
  const names = await Promise.all(rows.map(async ({ assignee }) => (await personOf(ctx, assignee))?.name ?? ''));
  throw problem('task.held', { names: names.join('、') });
}

// Whoever was added to a step says what they think of it; the record is the step's.
const isAdded = ({ place }: LockedTask['task']): boolean => place !== null && place !== 'seat';

function outcomeOf(outcomes: readonly Outcome[], name: string | undefined): Outcome {
  const outcome = name === undefined && outcomes.length === 1 ? outcomes[0] : outcomes.find((candidate) => candidate.name === name);
  if (!outcome) throw invalid([{ field: 'outcome', code: 'task.outcome', params: { name: name ?? '' } }]);
  return outcome;
}

function opinionOf(outcome: Outcome, given: string | undefined): string | null {
  const opinion = given?.trim() ?? '';
  if (outcome.opinion === 'required' && opinion === '') throw invalid([{ field: 'opinion', code: 'task.opinion-required' }]);
  return opinion === '' || outcome.opinion === 'none' ? null : opinion;
}

/** Changes what the task lets people change, and asks for what the outcome needs. */
async function edit(ctx: TransactionContext, run: ProcessRun, edits: UserTaskBinding['edits'], outcome: Outcome, values: Record<string, unknown>, row: Row): Promise<void> {
  const names = Object.keys(values);
  const refused = names.filter((name) => !edits.includes(name)).map((name): FieldError => refusalOf(run.entity, name));
  if (refused.length > 0) throw invalid(refused);
  if (names.length > 0) {
    // The process may change the record; what is chosen must still be the person's own to choose.
    const given = parseInput(run.ctx, run.entity, values).values;
    const chosen = new Set(Object.keys(given));
    const foreign = [...await checkReferences(ctx, run.entity, { ...row, ...given }, chosen), ...await checkFiles(ctx, run.entity, row.id, given, chosen)];
    if (foreign.length > 0) throw invalid(foreign);
    await update(run.ctx, run.entity, run.instance.recordId, values);
    changed(run);
  }
  const missing: FieldError[] = [];
  for (const name of outcome.requires) {
    const field = run.entity.byName.get(name);
    if (field && await isEmpty(run, await recordOf(run), name)) missing.push({ field: name, code: 'field.required', params: { label: field.label } });
  }
  if (missing.length > 0) throw invalid(missing);
}

function refusalOf(entity: Entity, name: string): FieldError {
  const field = entity.byName.get(name);
  if (field) return { field: name, code: 'field.read-only', params: { label: field.label } };
  const hint = suggest(name, entity.byName.keys());
  return { field: name, code: 'field.unknown', params: { name, suggestion: hint ? ` (${hint})` : '' } };
}

async function isEmpty({ ctx, entity }: ProcessRun, row: Row, name: string): Promise<boolean> {
  const lines = entity.byName.get(name)?.lines;
  const value = lines ? (await loadLines(ctx, entityOf(ctx.model, lines.entity), [row.id])).get(row.id) : row[name];
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
