import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { checkProcess, parseProcess } from '../../runtime/bpmn/index.ts';
import type { Process } from '../../runtime/bpmn/index.ts';
import { play } from '../../runtime/bpmn/testing/play.ts';

const root = new URL('../../', import.meta.url);

/** Compiles a process of this repository, which must not have a single problem. */
async function compiled(path: string): Promise<Process> {
  const { process, problems } = await parseProcess(readFileSync(new URL(path, root), 'utf8'));
  expect(problems).toEqual([]);
  if (process === undefined) throw new Error(`${path} has no process`);
  expect(checkProcess(process)).toEqual([]);
  return process;
}

describe('the stock processes', () => {
  test.each([
    ['stock-loss', 'returned, submitted again, approved, disposed', ['start', 'done freeze', 'review return', 'revise submit', 'done refreeze', 'timer review-overdue', 'done remind', 'review approve', 'dispose disposed', 'done write-off'], [
      ['call-service freeze'], ['status in-review', 'task review', 'create-timer review-overdue'], ['cancel-timer review-overdue', 'status returned', 'task revise'], ['call-service refreeze'],
      ['status in-review', 'task review', 'create-timer review-overdue'], ['call-service remind'], [], ['status approved', 'task dispose'], ['call-service write-off'], ['status disposed', 'end disposed none']]],
    ['stock-loss', 'withdrawn', ['start', 'done freeze', 'review return', 'revise withdraw', 'done unfreeze'], [
      ['call-service freeze'], ['status in-review', 'task review', 'create-timer review-overdue'], ['cancel-timer review-overdue', 'status returned', 'task revise'], ['call-service unfreeze'], ['status withdrawn', 'end withdrawn none']]],
    ['stock-transfer', 'executed', ['start', 'done freeze', 'source-review approve', 'destination-review approve', 'execute-out done', 'done transfer-out', 'execute-in done', 'done transfer-in'], [
      ['call-service freeze'], ['status source-review', 'task source-review'], ['status destination-review', 'task destination-review'], ['status approved', 'task execute-out'],
      ['call-service transfer-out'], ['status in-transit', 'task execute-in'], ['call-service transfer-in'], ['status executed', 'end executed none']]],
    ['stock-transfer', 'rejected at the destination', ['start', 'done freeze', 'source-review approve', 'destination-review reject', 'done unfreeze'], [
      ['call-service freeze'], ['status source-review', 'task source-review'], ['status destination-review', 'task destination-review'], ['call-service unfreeze'], ['status rejected', 'end rejected none']]],
  ])('%s: %s', async (name, _way, steps, trace) => {
    const process = await compiled(`workflows/materials/${name}.bpmn`);
    expect(process.id).toBe(name);
    expect(play(process, steps).trace).toEqual(trace);
  });
});
