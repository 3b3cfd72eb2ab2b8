import { evaluate } from 'feelin';
import { advance, initialState } from '../index.ts';
import type { Effect, Env, Event, Process, State } from '../index.ts';

/** Conditions by the real FEEL evaluator, over the record's values and the outcomes. */
export function feelEnv(values: Readonly<Record<string, unknown>> = {}): Env {
  return { evaluate: (text, _elementId, scope) => evaluate(text, { ...values, ...scope }).value };
}

/** A step as text: `start`, `cancel`, `review approve` (task), `done freeze`, `fail freeze`, `timer overdue`, `again overdue`, `retry xor`. */
export function play(process: Process, steps: readonly string[], env: Env = feelEnv()): { state: State; trace: string[][]; events: Event[]; effects: Effect[] } {
  const trace: string[][] = [];
  const events: Event[] = [];
  const all: Effect[] = [];
  let state = initialState;
  for (const step of steps) {
    const event = eventOf(step, state);
    const result = advance(process, state, event, env);
    // What is stored is JSON: every step must survive it.
    state = JSON.parse(JSON.stringify(result.state)) as State;
    events.push(event);
    all.push(...result.effects);
    trace.push(result.effects.flatMap(summary));
  }
  return { state, trace, events, effects: all };
}

function eventOf(step: string, state: State): Event {
  const [verb = '', nodeId = ''] = step.split(' ');
  const token = (id: string) => state.tokens.find((candidate) => candidate.nodeId === id);
  const timerId = state.timers.find((candidate) => candidate.nodeId === nodeId)?.id ?? 'none';
  switch (verb) {
    case 'start': return { type: 'start' };
    case 'cancel': return { type: 'cancel' };
    case 'done': return { type: 'service-done', tokenId: token(nodeId)?.id ?? 'none' };
    case 'fail': return { type: 'service-failed', tokenId: token(nodeId)?.id ?? 'none', errorCode: 'E1', message: 'failed' };
    case 'timer': return { type: 'timer', timerId };
    case 'again': return { type: 'timer', timerId, again: true };
    case 'retry': return { type: 'retry', incidentId: token(nodeId)?.incidentId ?? 'none' };
    default: return { type: 'complete-task', taskId: token(verb)?.taskId ?? 'none', ...(nodeId === '' ? {} : { outcome: nodeId }) };
  }
}

// The history effects are looked at by tests of their own.
function summary(effect: Effect): string[] {
  switch (effect.type) {
    case 'enter-activity': case 'leave-activity': case 'take-flow': return [];
    case 'set-status': return [`status ${effect.status}`];
    case 'create-task': return [`task ${effect.nodeId}`];
    case 'incident': return [`incident ${effect.nodeId} ${effect.code}`];
    case 'resolve-incident': return ['resolve'];
    case 'end-instance': return [`end ${effect.endId ?? ''} ${effect.kind}`];
    default: return [`${effect.type} ${effect.nodeId}`];
  }
}
