/** Why a token stands still. */
export type Wait = 'user' | 'service' | 'join' | 'incident'
  /** For the tokens of its own scope: a sub-process, a multi-instance activity, an undoing. */
  | 'scope'
  /** For a message, signal, condition or timer. */
  | 'event'
  /** For the instance it called. */
  | 'call';

export type VariableType = 'string' | 'integer' | 'long' | 'double' | 'boolean' | 'date' | 'json' | 'file' | 'bytes' | 'null';

/** A value with its type; lists and contexts are `json`, bytes of files lie beside the state and `value` names them. */
export type Variable = { readonly type: VariableType; readonly value: unknown };

export type Variables = Readonly<Record<string, Variable>>;

export type Token = {
  readonly id: string;
  readonly nodeId: string;
  /** The scope (see Scope) the token lives in. */
  readonly scopeId: string;
  /** This visit of this node; unique in the instance. */
  readonly executionId: string;
  readonly wait?: Wait;
  /** Present while a user task is open. */
  readonly taskId?: string;
  /** Present while an incident is open. */
  readonly incidentId?: string;
  /** Outcome of the last user task on this token's path. */
  readonly outcome?: string;
  /** Of one instance of a multi-instance activity. */
  readonly loopCounter?: number;
  /** Variables of this visit only. */
  readonly variables?: Variables;
};

export type Timer = {
  readonly id: string;
  readonly nodeId: string;
  /** The token that waits or is watched; an event sub-process watches a scope instead. */
  readonly tokenId?: string;
  readonly scopeId?: string;
};

/** Waits for a message, a signal or a condition, for a token or a scope as a timer does. */
export type Subscription = Timer & { readonly kind: 'message' | 'signal' | 'conditional'; readonly name?: string; readonly holds?: boolean };

/** A finished activity that can be undone; a finished sub-process keeps what was finished in it. */
export type Compensation = {
  readonly nodeId: string;
  readonly scopeId: string;
  readonly handler?: string;
  readonly inner?: readonly Compensation[];
};

/** How far a multi-instance activity is. */
export type MultiState = {
  readonly total: number;
  readonly completed: number;
  /** Next loop counter; only grows. */
  readonly next: number;
  /** Of a list: the items by loop counter. */
  readonly items?: readonly unknown[];
  /** Sequential: loop counters not begun yet. */
  readonly waiting: readonly number[];
  /** How often each outcome was chosen. */
  readonly votes: Readonly<Record<string, number>>;
};

/** A running process, sub-process or multi-instance body; the root has no parent token. */
export type Scope = {
  readonly id: string;
  readonly elementId: string;
  readonly parentTokenId?: string;
  readonly variables?: Variables;
  readonly multi?: MultiState;
  /** Handlers still to be run, the last finished first. */
  readonly undoing?: readonly Compensation[];
};

/** Everything the interpreter knows of an instance: plain JSON. */
export type State = {
  readonly started: boolean;
  readonly ended: boolean;
  /** Source of ids; only grows. */
  readonly sequence: number;
  readonly scopes: readonly Scope[];
  readonly tokens: readonly Token[];
  readonly timers: readonly Timer[];
  /** Absent where there have never been any. */
  readonly subscriptions?: readonly Subscription[];
  readonly compensations?: readonly Compensation[];
  /** Last outcome of each user task. */
  readonly outcomes: Readonly<Record<string, string>>;
};

/** What an instance is before its start event. */
export const initialState: State = { started: false, ended: false, sequence: 0, scopes: [], tokens: [], timers: [], outcomes: {} };
