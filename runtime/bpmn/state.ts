/** Why a token stands still. */
export type Wait = 'user' | 'service' | 'join' | 'incident';

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
};

export type Timer = { readonly id: string; readonly nodeId: string; readonly tokenId: string };

/** A running process or sub-process; the root has no parent token. */
export type Scope = { readonly id: string; readonly elementId: string; readonly parentTokenId?: string };

/** Everything the interpreter knows of an instance: plain JSON. */
export type State = {
  readonly started: boolean;
  readonly ended: boolean;
  /** Source of ids; only grows. */
  readonly sequence: number;
  readonly scopes: readonly Scope[];
  readonly tokens: readonly Token[];
  readonly timers: readonly Timer[];
  /** Last outcome of each user task. */
  readonly outcomes: Readonly<Record<string, string>>;
};

/** What an instance is before its start event. */
export const initialState: State = { started: false, ended: false, sequence: 0, scopes: [], tokens: [], timers: [], outcomes: {} };
