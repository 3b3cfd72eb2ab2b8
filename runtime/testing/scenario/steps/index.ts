import type { PreparedStep, ScenarioStep, ScenarioWorld } from '../world.ts';
import { history, instance, messages, records, tasks } from './expect-steps.ts';
import { merge, move, restore, undelete } from './life-steps.ts';
import { exportList } from './export-step.ts';
import { bulk, download, search } from './list-steps.ts';
import { act, create, get, remove, submit, update } from './record-steps.ts';
import { importSheet } from './import-step.ts';
import { portal } from './portal-step.ts';
import { print } from './print-step.ts';
import { report } from './report-step.ts';
import { call, clock, login, run } from './system-steps.ts';
import { addSign, batch, cancel, copy, delegate, recall, removeSign, resolve, returnTask, takeBack, transfer, urge } from './approval-steps.ts';
import { claim, complete, unclaim } from './task-steps.ts';

type SingleStep = Exclude<ScenarioStep, { together: unknown }>;

/** Makes a step ready by its verb: names, keys and dates are looked up before anything is done. */
export function prepareStep(world: ScenarioWorld, step: SingleStep): Promise<PreparedStep> {
  // `delete` stands beside `bulk` too.
  if ('bulk' in step) return bulk(world, step);
  if ('create' in step) return create(world, step);
  if ('update' in step) return update(world, step);
  if ('delete' in step) return remove(world, step);
  if ('get' in step) return get(world, step);
  if ('submit' in step) return submit(world, step);
  if ('move' in step) return move(world, step);
  if ('merge' in step) return merge(world, step);
  if ('restore' in step) return restore(world, step);
  if ('undelete' in step) return undelete(world, step);
  if ('act' in step) return act(world, step);
  if ('claim' in step) return claim(world, step);
  if ('unclaim' in step) return unclaim(world, step);
  if ('complete' in step) return complete(world, step);
  if ('transfer' in step) return transfer(world, step);
  if ('delegate' in step) return delegate(world, step);
  if ('resolve' in step) return resolve(world, step);
  if ('takeBack' in step) return takeBack(world, step);
  if ('addSign' in step) return addSign(world, step);
  if ('removeSign' in step) return removeSign(world, step);
  if ('return' in step) return returnTask(world, step);
  if ('recall' in step) return recall(world, step);
  if ('urge' in step) return urge(world, step);
  if ('cancel' in step) return cancel(world, step);
  if ('copy' in step) return copy(world, step);
  if ('batch' in step) return batch(world, step);
  if ('export' in step) return exportList(world, step);
  if ('download' in step) return download(world, step);
  if ('searchEverywhere' in step) return search(world, step);
  if ('print' in step) return print(world, step);
  if ('import' in step) return importSheet(world, step);
  if ('report' in step) return report(world, step);
  if ('call' in step) return call(world, step);
  if ('run' in step) return run(world, step);
  if ('clock' in step) return clock(world, step);
  if ('login' in step) return login(world, step);
  if ('portal' in step) return portal(world, step);
  switch (step.expect) {
    case 'records': return records(world, step);
    case 'tasks': return tasks(world, step);
    case 'messages': return messages(world, step);
    case 'history': return history(world, step);
    case 'instance': return instance(world, step);
  }
}
