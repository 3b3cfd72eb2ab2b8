import type { TimerDefinition } from './process.ts';

/** What happened outside and moves an instance on. */
export type Event =
  | { readonly type: 'start' }
  /** Without an outcome: the only one the task has. */
  | { readonly type: 'complete-task'; readonly taskId: string; readonly outcome?: string }
  /** `again`: a cycle that has repetitions left; the timer stays. */
  | { readonly type: 'timer'; readonly timerId: string; readonly again?: boolean }
  /** With an executionId, an answer to an earlier visit of the node is refused. */
  | { readonly type: 'service-done'; readonly tokenId: string; readonly executionId?: string }
  | { readonly type: 'service-failed'; readonly tokenId: string; readonly executionId?: string; readonly errorCode?: string; readonly message?: string }
  /** Runs the node of an incident again. */
  | { readonly type: 'retry'; readonly incidentId: string }
  /** Takes tokens off the board with everything they wait for, and puts a new one before a node of the same or an outer scope. */
  | { readonly type: 'modify'; readonly cancel: readonly string[]; readonly startBefore: string }
  | { readonly type: 'cancel' };

export type IncidentCode = 'no-flow' | 'condition-failed' | 'condition-not-boolean' | 'service-failed' | 'endless-loop' | 'stuck-join';

/** What the caller has to do, in this order, in the transaction that stores the new state. */
export type Effect =
  | { readonly type: 'enter-activity'; readonly activityId: string; readonly executionId: string; readonly tokenId: string }
  | { readonly type: 'leave-activity'; readonly activityId: string; readonly executionId: string; readonly tokenId: string; readonly cancelled: boolean }
  | { readonly type: 'take-flow'; readonly flowId: string; readonly tokenId: string }
  | { readonly type: 'set-status'; readonly nodeId: string; readonly status: string }
  | { readonly type: 'create-task'; readonly taskId: string; readonly nodeId: string; readonly tokenId: string; readonly executionId: string }
  | { readonly type: 'cancel-task'; readonly taskId: string; readonly nodeId: string }
  | { readonly type: 'call-service'; readonly tokenId: string; readonly nodeId: string; readonly executionId: string; readonly topic: string }
  | { readonly type: 'cancel-service'; readonly tokenId: string; readonly nodeId: string; readonly executionId: string }
  | { readonly type: 'create-timer'; readonly timerId: string; readonly nodeId: string; readonly tokenId: string; readonly definition: TimerDefinition }
  | { readonly type: 'cancel-timer'; readonly timerId: string; readonly nodeId: string }
  | { readonly type: 'incident'; readonly incidentId: string; readonly nodeId: string; readonly tokenId: string; readonly executionId: string; readonly code: IncidentCode; readonly errorCode?: string; readonly message?: string }
  | { readonly type: 'resolve-incident'; readonly incidentId: string }
  | { readonly type: 'end-instance'; readonly endId: string | null; readonly kind: 'none' | 'terminate' | 'cancelled' };

/** What a condition may read besides the record: the answers people gave. */
export type ConditionScope = { readonly outcome?: string; readonly outcomes: Readonly<Record<string, string>> };

/** What the interpreter asks of its surroundings while it moves tokens. */
export type Env = { evaluate(expressionText: string, elementId: string, scope: ConditionScope): unknown };
