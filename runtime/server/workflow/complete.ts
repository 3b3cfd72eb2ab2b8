import { v7 } from 'uuid';
import type { Outcome, UserTaskBinding } from '../../bpmn/index.ts';
import { entityOf, type Entity } from '../../model/model.ts';
import { suggest } from '../../model/suggest.ts';
import { invalid, problem, type FieldError } from '../../problems.ts';
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
import type { Instance } from './instance.ts';
import { lockedTask } from './locked-task.ts';
import { moveOn } from './move-on.ts';
import { changed, processRun, recordOf, type ProcessRun } from './process-run.ts';
import { readableRecord } from './readable.ts';
import type { Task } from './task.ts';

/** How a person finishes a task; `version` is the version of the record they looked at. */
export interface Decision { outcome?: string; opinion?: string; values?: Record<string, unknown>; version?: number }

/** What became of a decision. */
export interface Decided { id: string; instance: string; status: 'completed'; outcome: { name: string; label: string } }

/** Finishes an open task and everything that follows, in one transaction; of several people at once exactly one succeeds. */
export async function complete(ctx: Context, taskId: string, decision: Decision): Promise<Decided> {
  return inTransaction(ctx, async (tx) => decide(tx, await lockedTask(tx, taskId), decision));
}

/** Finishes a task whose instance is locked and whose person is known to be the right one. */
export async function decide(ctx: TransactionContext, { instance, task, by }: { instance: Instance; task: Task; by: string }, decision: Decision): Promise<Decided> {
  const run = processRun(ctx, instance, await compiledProcess(ctx, instance.definitionId));
  const binding = run.compiled.process.nodes[task.nodeId]?.userTask;
  if (!binding) throw new Error(`Task ${task.nodeId} is not in process ${instance.key}.`);
  const outcome = outcomeOf(binding, decision.outcome);
  const opinion = opinionOf(outcome, decision.opinion);
  const row = await loadRow(run.ctx, run.entity, instance.recordId, { lock: true });
  if (!row) throw problem('not-found');
  if (decision.version !== undefined && decision.version !== row.version) throw problem('record.stale');
  run.known.row = row;
  await edit(ctx, run, binding, outcome, decision.values ?? {}, row);
  const seen = await readableRecord(ctx, run.entity, row.id);
  const seenVersion = typeof seen?.['version'] === 'number' ? seen['version'] : row.version;
  const at = ctx.services.clock.now();
  const [{ rowCount }] = await together(
    ctx.db.query(withValues(closeTask, [task.id, by, at, outcome.name, seenVersion, seen ? JSON.stringify(seen) : null])),
    ctx.db.query(withValues(insertOpinion, [v7(), instance.id, task.id, task.nodeId, task.label, outcome.name, outcome.label, opinion, by, at, seenVersion])),
  );
  if (rowCount !== 1) throw problem('task.closed');
  await moveOn(run, { type: 'complete-task', taskId: task.taskKey, outcome: outcome.name });
  return { id: task.id, instance: instance.id, status: 'completed', outcome: { name: outcome.name, label: ctx.locale === 'en' ? outcome.labelEn ?? outcome.label : outcome.label } };
}

const closeTask = prepare(`update tamga.user_task set status = 'completed', assignee = $2, completed_at = $3, completed_by = $2, outcome = $4, seen_version = $5, seen = $6 where id = $1 and status = 'open'`);
const insertOpinion = prepare('insert into tamga.opinion (id, instance_id, task_id, node_id, label, outcome, outcome_label, opinion, by, at, seen_version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)');

function outcomeOf({ outcomes }: UserTaskBinding, name: string | undefined): Outcome {
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
async function edit(ctx: TransactionContext, run: ProcessRun, { edits }: UserTaskBinding, outcome: Outcome, values: Record<string, unknown>, row: Row): Promise<void> {
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
