import { v7 } from 'uuid';
import type { Effect } from '../../bpmn/index.ts';
import { problem } from '../../problems.ts';
import { evaluateText, type ProcessRun } from './process-run.ts';
import { timerDue } from './timer-due.ts';

/** Stores when a timer fires; the open task it watches shows that moment as its deadline. */
export async function createTimer(run: ProcessRun, { timerId, nodeId, tokenId, definition }: Extract<Effect, { type: 'create-timer' }>): Promise<void> {
  const { ctx, instance, state } = run;
  const text = definition.language === 'feel' ? await evaluateText(run, definition.text) : definition.text;
  const due = typeof text === 'string' ? timerDue(definition.kind, text, ctx.services.clock, definition.workingDays) : undefined;
  if (!due) throw problem('process.incident', { reason: { zh: `定时器“${nodeId}”没有得出时间`, en: `the timer "${nodeId}" gives no time` } });
  await ctx.db.query('insert into tamga.timer (id, instance_id, timer_key, node_id, due_at, repeat_text) values ($1, $2, $3, $4, $5, $6)',
    [v7(), instance.id, timerId, nodeId, due.at, due.repeat]);
  const taskKey = state.tokens.find(({ id }) => id === tokenId)?.taskId;
  if (taskKey === undefined) return;
  await ctx.db.query(`update tamga.user_task set due_at = least(due_at, $3) where instance_id = $1 and group_key = $2 and status = 'open'`, [instance.id, taskKey, due.at]);
}
