import type { Event } from '../../bpmn/index.ts';
import type { Transaction } from '../context.ts';
import { problem } from '../../problems.ts';
import { prepare, withValues } from '../db/prepared.ts';
import { together } from '../db/together.ts';
import { advanceInstance } from './advance-instance.ts';
import { applyEffect } from './apply-effect.ts';
import { recordOf, type ProcessRun } from './process-run.ts';
import { storeTrail } from './store-trail.ts';
import { storeVariables } from './store-variables.ts';
import { titleOf } from './title.ts';

// A model may loop over services without ever waiting for a person; one transaction must end.
const maxServices = 500;

/** Moves a locked instance on by events and everything that follows from it at once, and stores where it stands. */
export async function moveOn(run: ProcessRun, ...first: Event[]): Promise<void> {
  const moving = movingIn(run);
  moving.set(run.instance.id, run);
  try {
    await work(run, first);
  } finally {
    moving.delete(run.instance.id);
  }
}

const transactions = new WeakMap<Transaction['client'], Map<string, ProcessRun>>();

/** The instances that are on the move in this transaction: what was called may end before its caller is stored. */
export function movingIn({ ctx: { tx: { client } } }: ProcessRun): Map<string, ProcessRun> {
  let moving = transactions.get(client);
  if (!moving) transactions.set(client, moving = new Map());
  return moving;
}

async function work(run: ProcessRun, first: readonly Event[]): Promise<void> {
  const events = run.pending;
  events.push(...first);
  for (let count = 0; events.length > 0; count += 1) {
    if (count > maxServices) throw problem('process.incident', { reason: { zh: '流程循环没有出口', en: 'the process loops without end' } });
    const event = events.shift()!;
    if (isOvertaken(run, event)) continue;
    const step = await advanceInstance(run, event);
    run.state = step.state;
    for (const effect of step.effects) {
      const next = await applyEffect(run, effect);
      if (next) events.push(next);
    }
  }
  const title = titleOf(run.entity, await recordOf(run));
  await together(storeTrail(run), storeInstance(run, title), storeVariables(run));
  run.before = run.state;
}

/** A service may have answered for a token that a terminate end has removed meanwhile. */
function isOvertaken({ state }: ProcessRun, event: Event): boolean {
  if (event.type === 'call-done') return !state.tokens.some(({ id, wait }) => id === event.tokenId && wait === 'call');
  if (event.type !== 'service-done' && event.type !== 'service-failed') return false;
  return !state.tokens.some(({ executionId, wait }) => executionId === event.executionId && wait === 'service');
}

// The end has set its own status already; an open incident shows while the instance lives.
const updateInstance = prepare(
  `update tamga.process_instance i set state = $2, title = $3,
     status = case when i.ended_at is not null then i.status
       when exists (select 1 from tamga.incident n where n.instance_id = i.id and n.resolved_at is null) then 'incident' else 'running' end
   where id = $1`);

async function storeInstance({ ctx, instance, state }: ProcessRun, title: string): Promise<void> {
  await ctx.db.query(withValues(updateInstance, [instance.id, JSON.stringify(state), title]));
}
