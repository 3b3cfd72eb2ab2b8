import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { advance, checkProcess, initialState, parseProcess } from './index.ts';
import type { Effect, Env, Event, Process, State, Subscription } from './index.ts';
import { arbitraryModel } from './testing/arbitrary-model.ts';
import { modelXml, things } from './testing/model-xml.ts';

// Answers of people and conditions are drawn from one list; when it is used up, loops end.
function answers(choices: readonly number[]): { next(): number; env: Env } {
  let position = 0;
  const next = () => choices[position++] ?? 0;
  return { next, env: { evaluate: (text) => (/^\d+$/.test(text) ? Number(text) : next() % 2 === 1), signers: () => [], decide: () => [] } };
}

type Step = { readonly event: Event; readonly before: State; readonly after: State; readonly effects: readonly Effect[] };

/** Finishes open work in random order until nothing is open. */
function run(process: Process, choices: readonly number[], store: (state: State) => State): Step[] {
  const { next, env } = answers(choices);
  const steps: Step[] = [];
  let state = initialState;
  for (let event: Event | undefined = { type: 'start' }; event !== undefined; event = pick(state, next)) {
    const result = advance(process, state, event, env);
    steps.push({ event, before: state, after: result.state, effects: result.effects });
    state = store(result.state);
    // A model of this size is long over: something goes round and round.
    if (steps.length > 2_000) throw new Error(`no end: ${JSON.stringify(state)}`);
  }
  return steps;
}

function pick(state: State, next: () => number): Event | undefined {
  const tokens = state.tokens.filter((token) => token.wait === 'user' || token.wait === 'service');
  // What may come again and again comes last: when the answers are used up, nobody chooses it any more.
  const lasting = ({ name }: Subscription) => (name === 'C' ? 1 : 0);
  const subscriptions = [...state.subscriptions ?? []].sort((a, b) => lasting(a) - lasting(b));
  const chosen = next() % Math.max(tokens.length + subscriptions.length, 1);
  const subscription = subscriptions[chosen - tokens.length];
  if (subscription) return { type: 'trigger', subscriptionId: subscription.id };
  const token = tokens[chosen];
  if (token === undefined) return undefined;
  return token.taskId === undefined
    ? { type: 'service-done', tokenId: token.id, executionId: token.executionId }
    : { type: 'complete-task', taskId: token.taskId, outcome: next() % 2 === 0 ? 'yes' : 'no' };
}

async function compiled(xml: string): Promise<Process> {
  const { process, problems } = await parseProcess(xml);
  if (process === undefined) throw new Error(JSON.stringify(problems));
  expect([...problems, ...checkProcess(process)]).toEqual([]);
  return process;
}

const same = (state: State) => state;
const throughJson = (state: State) => JSON.parse(JSON.stringify(state)) as State;
const choices = fc.array(fc.nat(9), { maxLength: 60 });
const property = (predicate: (process: Process, given: readonly number[]) => void) =>
  fc.assert(fc.asyncProperty(arbitraryModel, choices, async (model, given) => predicate(await compiled(modelXml({ ...model, beside: things })), given)), { numRuns: 150 });

test('a well-structured process always ends, exactly once, and loses or doubles no token', () => property((process, given) => {
  const steps = run(process, given, same);
  const effects = steps.flatMap((step) => step.effects);
  const last = steps.at(-1);
  expect(last?.after).toMatchObject({ ended: true, tokens: [], timers: [], scopes: [] });
  expect(last?.after.subscriptions ?? []).toEqual([]);
  expect(effects.filter((effect) => effect.type === 'end-instance')).toMatchObject([{ kind: 'none' }]);
  expect(effects.at(-1)).toMatchObject({ type: 'end-instance' });
  expect(effects.filter((effect) => effect.type === 'incident')).toEqual([]);
  // The end event is the one place where the whole process is over: a doubled token would come there twice.
  expect(effects.filter((effect) => effect.type === 'enter-activity' && effect.activityId === 'e')).toHaveLength(1);
  const entered = effects.flatMap((effect) => (effect.type === 'enter-activity' ? [effect.executionId] : []));
  const left = effects.flatMap((effect) => (effect.type === 'leave-activity' ? [effect.executionId] : []));
  expect(new Set(entered).size).toBe(entered.length);
  expect([...left].sort()).toEqual([...entered].sort());
}));

test('tokens, tasks and executions have ids of their own at any moment', () => property((process, given) => {
  for (const { after } of run(process, given, same)) {
    const ids = after.tokens.flatMap(({ id, executionId, taskId }) => [id, executionId, ...(taskId === undefined ? [] : [taskId])]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(after.tokens.every((token) => token.wait !== undefined)).toBe(true);
  }
}));

test('the state survives storage as JSON between any two events', () => property((process, given) => {
  expect(run(process, given, throughJson)).toEqual(run(process, given, same));
}));

test('replaying the same events gives the same result and leaves its arguments alone', () => property((process, given) => {
  const steps = run(process, given, (state) => Object.freeze(state));
  const copies = steps.map(({ before }) => JSON.stringify(before));
  expect(run(process, given, same)).toEqual(steps);
  expect(steps.map(({ before }) => JSON.stringify(before))).toEqual(copies);
}));

test('cancelling at any moment leaves nothing open', () => property((process, given) => {
  for (const { after } of run(process, given, same)) {
    if (after.ended) continue;
    const { state, effects } = advance(process, after, { type: 'cancel' }, answers([]).env);
    expect(state).toMatchObject({ ended: true, tokens: [], timers: [] });
    const cancelled = effects.flatMap((effect) => (effect.type === 'cancel-task' ? [effect.taskId] : []));
    expect([...cancelled].sort()).toEqual(after.tokens.flatMap(({ taskId }) => taskId ?? []).sort());
  }
}));
