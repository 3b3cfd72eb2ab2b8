import { evaluate } from 'feelin';
import { advance, initialState, variable } from '../index.ts';
import type { Effect, Env, Event, Process, State, Token, Variables, Wait } from '../index.ts';

/** Expressions by the real FEEL evaluator, over the record's values, the outcomes and the variables; `signers` and `decision` among the values answer for the surroundings. */
export function feelEnv(values: Readonly<Record<string, unknown>> = {}): Env {
  return {
    evaluate(text, _elementId, { variables, ...scope }) {
      if (text === 'boom') throw new Error('boom');
      return evaluate(text, { ...values, ...scope, ...variables }).value;
    },
    signers: () => (values['signers'] ?? []) as string[],
    decide: () => (values['decision'] ?? []) as Record<string, unknown>[],
  };
}

/**
 * A step as text: `start`, `start m` (at an event), `cancel`, `review approve` (task; `review@1` of the second signer), `done freeze`, `done freeze n=5` (with a variable),
 * `fail freeze`, `error freeze E1`, `timer overdue`, `again overdue`, `trigger message-node n=5`, `set n=5`, `add review x`, `remove review@1`, `called call n=5`,
 * `call-error call E1`, `retry xor`, `back review,join to draft`.
 */
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
  const [verb = '', place = '', more = '', last = ''] = step.split(' ');
  const find = (at: string, has: (token: Token) => boolean) => {
    const [nodeId, loop] = at.split('@');
    return state.tokens.find((token) => token.nodeId === nodeId && has(token) && (loop === undefined || token.loopCounter === Number(loop)));
  };
  const waiting = (wait: Wait) => find(place, (token) => token.wait === wait)?.id ?? 'none';
  const timerId = state.timers.find((candidate) => candidate.nodeId === place)?.id ?? 'none';
  switch (verb) {
    case 'start': return { type: 'start', ...(place.includes('=') ? { variables: assigned(place) } : place === '' ? {} : { nodeId: place, variables: assigned(more) }) };
    case 'cancel': return { type: 'cancel' };
    case 'done': return { type: 'service-done', tokenId: find(place, ({ wait }) => wait === 'service')?.id ?? find(place, () => true)?.id ?? 'none', variables: assigned(more) };
    case 'fail': return { type: 'service-failed', tokenId: waiting('service'), errorCode: 'E1', message: 'failed' };
    case 'error': return { type: 'service-error', tokenId: waiting('service'), errorCode: more, message: 'refused' };
    case 'timer': return { type: 'timer', timerId };
    case 'again': return { type: 'timer', timerId, again: true };
    case 'trigger': return { type: 'trigger', subscriptionId: state.subscriptions?.find(({ nodeId }) => nodeId === place)?.id ?? 'none', variables: assigned(more) };
    case 'set': return { type: 'set-variables', variables: assigned(place) };
    case 'add': return { type: 'add-instance', tokenId: find(place, () => true)?.id ?? 'none', ...(more === '' ? {} : { item: more }) };
    case 'remove': return { type: 'remove-instance', tokenId: find(place, ({ loopCounter }) => loopCounter !== undefined)?.id ?? 'none' };
    case 'called': return { type: 'call-done', tokenId: waiting('call'), variables: assigned(more) };
    case 'call-error': return { type: 'call-done', tokenId: waiting('call'), errorCode: more };
    case 'retry': return { type: 'retry', incidentId: find(place, ({ incidentId }) => incidentId !== undefined)?.incidentId ?? 'none' };
    case 'back': return { type: 'modify', cancel: place.split(',').flatMap((at) => state.tokens.filter(({ nodeId }) => nodeId === at).map(({ id }) => id)), startBefore: last };
    default: return { type: 'complete-task', taskId: find(verb, ({ taskId }) => taskId !== undefined)?.taskId ?? 'none', ...(place === '' ? {} : { outcome: place }), ...(more === '' ? {} : { variables: assigned(more) }) };
  }
}

/** `n=5,text=abc` as variables. */
function assigned(text: string): Variables {
  return Object.fromEntries(text.split(',').filter((part) => part.includes('=')).map((part) => {
    const [name = '', value = ''] = part.split('=');
    return [name, variable(/^(\d+|true|false|null|\[.*\])$/.test(value) ? JSON.parse(value.replaceAll(';', ',')) : value)];
  }));
}

// The history effects are looked at by tests of their own.
function summary(effect: Effect): string[] {
  switch (effect.type) {
    case 'enter-activity': case 'leave-activity': case 'take-flow': return [];
    case 'set-status': return [`status ${effect.status}`];
    case 'create-task': return [`task ${effect.nodeId}${effect.assignee === undefined ? '' : ` for ${effect.assignee}`}`];
    case 'throw-signal': return [`signal ${effect.name}`];
    case 'call-process': return [`call ${effect.calledElement}${Object.entries(effect.variables).map(([name, { value }]) => ` ${name}=${JSON.stringify(value)}`).join('')}`];
    case 'create-subscription': case 'cancel-subscription': return [`${effect.type === 'create-subscription' ? 'wait' : 'no'} ${effect.nodeId}`];
    case 'incident': return [`incident ${effect.nodeId} ${effect.code}`];
    case 'resolve-incident': return ['resolve'];
    case 'end-instance': return [`end ${effect.endId ?? ''} ${effect.kind}`];
    default: return [`${effect.type} ${effect.nodeId}`];
  }
}
