import type { TimerDefinition } from './process.ts';
import type { Subscription, Variables } from './state.ts';

/** What happened outside and moves an instance on. */
export type Event =
  /** `nodeId`: another start event than the plain one. */
  | { readonly type: 'start'; readonly nodeId?: string; readonly variables?: Variables }
  /** Without an outcome: the only one the task has. */
  | { readonly type: 'complete-task'; readonly taskId: string; readonly outcome?: string; readonly variables?: Variables }
  /** `again`: a cycle that has repetitions left; the timer stays. */
  | { readonly type: 'timer'; readonly timerId: string; readonly again?: boolean }
  /** A message or signal has come for a subscription. */
  | { readonly type: 'trigger'; readonly subscriptionId: string; readonly variables?: Variables }
  /** Values that conditions read have changed. */
  | { readonly type: 'conditions' }
  /** With an executionId, an answer to an earlier visit of the node is refused. */
  | { readonly type: 'service-done'; readonly tokenId: string; readonly executionId?: string; readonly variables?: Variables; readonly localVariables?: Variables }
  | { readonly type: 'service-failed'; readonly tokenId: string; readonly executionId?: string; readonly errorCode?: string; readonly message?: string }
  /** A business error: goes to the boundary event or event sub-process that catches its code. */
  | { readonly type: 'service-error'; readonly tokenId: string; readonly executionId?: string; readonly errorCode: string; readonly message?: string; readonly variables?: Variables }
  /** What a called instance came to; with an errorCode it ended by an error. */
  | { readonly type: 'call-done'; readonly tokenId: string; readonly variables?: Variables; readonly errorCode?: string; readonly message?: string }
  /** One more instance of a running multi-instance activity; `token` is its body or one of its instances. */
  | { readonly type: 'add-instance'; readonly tokenId: string; readonly item?: unknown }
  /** Takes one instance of a running multi-instance activity away; it counts as if it had never been. */
  | { readonly type: 'remove-instance'; readonly tokenId: string }
  /** `tokenId`: local to that visit; else where the name is known, or in the instance. */
  | { readonly type: 'set-variables'; readonly variables: Variables; readonly tokenId?: string }
  | { readonly type: 'remove-variables'; readonly names: readonly string[]; readonly tokenId?: string }
  /** Runs the node of an incident again. */
  | { readonly type: 'retry'; readonly incidentId: string }
  /** Takes tokens off the board with everything they wait for, and puts a new one before a node; sub-processes around it are opened. */
  | { readonly type: 'modify'; readonly cancel: readonly string[]; readonly startBefore: string }
  | { readonly type: 'cancel' };

export type IncidentCode = 'no-flow' | 'condition-failed' | 'condition-not-boolean' | 'service-failed' | 'endless-loop' | 'stuck-join'
  | 'expression-failed' | 'not-a-list' | 'not-a-count' | 'no-signers' | 'uncaught-error' | 'decision-failed';

/** What the caller has to do, in this order, in the transaction that stores the new state. */
export type Effect =
  | { readonly type: 'enter-activity'; readonly activityId: string; readonly executionId: string; readonly tokenId: string }
  | { readonly type: 'leave-activity'; readonly activityId: string; readonly executionId: string; readonly tokenId: string; readonly cancelled: boolean }
  | { readonly type: 'take-flow'; readonly flowId: string; readonly tokenId: string }
  | { readonly type: 'set-status'; readonly nodeId: string; readonly status: string }
  | { readonly type: 'create-task'; readonly taskId: string; readonly nodeId: string; readonly tokenId: string; readonly executionId: string; readonly assignee?: string }
  | { readonly type: 'cancel-task'; readonly taskId: string; readonly nodeId: string }
  | { readonly type: 'call-service'; readonly tokenId: string; readonly nodeId: string; readonly executionId: string; readonly topic: string }
  | { readonly type: 'cancel-service'; readonly tokenId: string; readonly nodeId: string; readonly executionId: string }
  | { readonly type: 'create-timer'; readonly timerId: string; readonly nodeId: string; readonly tokenId?: string; readonly definition: TimerDefinition }
  | { readonly type: 'cancel-timer'; readonly timerId: string; readonly nodeId: string }
  | { readonly type: 'create-subscription'; readonly subscriptionId: string; readonly nodeId: string; readonly kind: Subscription['kind']; readonly name?: string }
  | { readonly type: 'cancel-subscription'; readonly subscriptionId: string; readonly nodeId: string }
  | { readonly type: 'throw-signal'; readonly name: string; readonly nodeId: string }
  | { readonly type: 'call-process'; readonly tokenId: string; readonly nodeId: string; readonly executionId: string; readonly calledElement: string; readonly businessKey: boolean; readonly variables: Variables }
  | { readonly type: 'cancel-call'; readonly tokenId: string; readonly nodeId: string; readonly executionId: string }
  | { readonly type: 'incident'; readonly incidentId: string; readonly nodeId: string; readonly tokenId: string; readonly executionId: string; readonly code: IncidentCode; readonly errorCode?: string; readonly message?: string }
  | { readonly type: 'resolve-incident'; readonly incidentId: string }
  | { readonly type: 'end-instance'; readonly endId: string | null; readonly kind: 'none' | 'terminate' | 'cancelled' | 'error'; readonly errorCode?: string; readonly variables?: Variables };

/** What an expression may read besides the record: the answers people gave and the variables in sight. */
export type ConditionScope = { readonly outcome?: string; readonly outcomes: Readonly<Record<string, string>>; readonly variables?: Readonly<Record<string, unknown>> };

/** What the interpreter asks of its surroundings while it moves tokens. */
export type Env = {
  evaluate(expressionText: string, elementId: string, scope: ConditionScope): unknown;
  /** The people who sign a step together. */
  signers(nodeId: string): readonly string[];
  /** The result of a decision: one context per rule that matched. */
  decide(decision: string, elementId: string, scope: ConditionScope): readonly Readonly<Record<string, unknown>>[];
};
