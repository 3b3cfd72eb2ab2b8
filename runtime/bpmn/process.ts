/** How a user task can be finished: one button. */
export type Outcome = {
  readonly name: string;
  readonly label: string;
  readonly labelEn?: string;
  readonly opinion: 'required' | 'optional' | 'none';
  /** Record fields that must be filled before this outcome. */
  readonly requires: readonly string[];
  readonly style: 'primary' | 'danger' | 'default';
};

/** Who does a user task and what it may change. */
export type UserTaskBinding = {
  readonly title?: string;
  readonly assignee?: 'starter';
  /** Gives the id or user name of the person who does it. */
  readonly assigneeExpression?: Condition;
  /** Roles as `app.role`. */
  readonly candidateRoles: readonly string[];
  /** Reference field of the record; absent: the record's own owner decides. */
  readonly scope?: string;
  readonly form?: string;
  readonly edits: readonly string[];
  readonly outcomes: readonly Outcome[];
  readonly notApplicant: boolean;
  readonly approval: Approval;
};

/** A value that is either literal text or FEEL. */
export type InputParameter = {
  readonly name: string;
  readonly language: 'feel' | 'text';
  readonly text: string;
};

/** What the handler of a step may do besides its outcomes. */
export const taskOperations = ['transfer', 'delegate', 'add-sign', 'return', 'recall', 'copy'] as const;
export type TaskOperation = (typeof taskOperations)[number];

/** What people may do with a running instance. */
export const instanceOperations = ['urge', 'recall', 'withdraw', 'copy'] as const;
export type InstanceOperation = (typeof instanceOperations)[number];

/** Several people decide one step. */
export type Sign = {
  readonly mode: 'all' | 'any' | 'vote';
  /** Holders of the candidate roles, people named by whoever finished the step before, or people in a field of the record. */
  readonly signers: 'roles' | 'chosen' | { readonly field: string };
  /** Share of the signers that must approve; absent: more than half. */
  readonly pass?: number;
  readonly veto: boolean;
};

/** How a step is worked on besides being finished. */
export type Approval = {
  readonly operations: readonly TaskOperation[];
  readonly sign?: Sign;
  readonly resubmit: 'again' | 'returner';
  readonly workdays?: number;
  readonly warnWorkdays?: number;
  readonly escalateTo: readonly string[];
};

/** What may happen to an instance as a whole. */
export type InstanceBinding = {
  readonly operations: readonly InstanceOperation[];
  readonly withdrawStatus?: string;
  readonly withdrawAction?: string;
};

export type ServiceTaskBinding = {
  readonly topic?: string;
  readonly action?: string;
  readonly message?: string;
  /** Done twice, or left done after a return, it does no harm. */
  readonly repeatable: boolean;
  /** Workers that ask for it take the highest first. */
  readonly priority: number;
  readonly inputs: readonly InputParameter[];
};

export type TimerDefinition = {
  readonly kind: 'duration' | 'date' | 'cycle';
  readonly language: 'iso8601' | 'feel';
  readonly text: string;
  /** A duration counts working days and their hours only. */
  readonly workingDays: boolean;
};

/** An activity that runs several times: how often is told by a number, a list, or the signers of the step. */
export type MultiInstance = {
  readonly sequential: boolean;
  readonly times: { readonly from: 'cardinality' | 'collection'; readonly condition: Condition } | { readonly from: 'signers' };
  /** Local variable that holds the list's item. */
  readonly elementVariable?: string;
  /** Looked at each time one is done; when it holds the others are cancelled. */
  readonly completion?: Condition;
};

/** Message, signal, error or escalation that an event throws or catches. */
export type EventReference = { readonly id: string; readonly name?: string; readonly code?: string };

export type ScriptBinding = { readonly text: string; readonly resultVariable: string };

/** A decision table or other DMN decision and what becomes of its result. */
export type DecisionBinding = {
  readonly decision: string;
  readonly resultVariable: string;
  readonly mapResult: 'singleEntry' | 'singleResult' | 'collectEntries' | 'resultList';
};

/** `source` undefined: all variables. */
export type VariableMapping = { readonly source?: Condition; readonly target?: string };

export type CallBinding = {
  readonly calledElement: string;
  readonly businessKey: boolean;
  readonly in: readonly VariableMapping[];
  readonly out: readonly VariableMapping[];
};

export type Condition = { readonly language: 'feel'; readonly text: string };

export type ProcessNode = {
  readonly id: string;
  readonly name?: string;
  /** BPMN element name, e.g. `userTask`. */
  readonly type: string;
  /** Kind of the event definition, e.g. `timer`; absent for none events and everything that is no event. */
  readonly event?: string;
  /** Names the behaviour: `type`, or `type/event`. */
  readonly behaviour: string;
  /** The process or sub-process that directly contains the node. */
  readonly scopeId: string;
  readonly incoming: readonly string[];
  readonly outgoing: readonly string[];
  readonly defaultFlow?: string;
  /** Boundary events attached to this activity. */
  readonly boundary: readonly string[];
  readonly attachedTo?: string;
  readonly interrupting?: boolean;
  readonly timer?: TimerDefinition;
  /** What a message, signal, error or escalation event refers to; none: catches all. */
  readonly reference?: EventReference;
  /** Variables that get the code and message of a caught error. */
  readonly catches?: { readonly codeVariable?: string; readonly messageVariable?: string };
  /** Of a conditional event. */
  readonly condition?: Condition;
  readonly multi?: MultiInstance;
  /** Runs only to undo the activity it is associated with. */
  readonly isForCompensation: boolean;
  /** Of a compensation boundary event: the activity that undoes. */
  readonly handler?: string;
  /** Of a compensation throw event: the activity to be undone; none: the whole scope. */
  readonly compensates?: string;
  /** A sub-process that begins with an event of its parent instead of a flow. */
  readonly triggeredByEvent: boolean;
  /** Variables set on entering and on leaving; for built-in topics the inputs are the action's own. */
  readonly inputs: readonly InputParameter[];
  readonly outputs: readonly InputParameter[];
  readonly script?: ScriptBinding;
  readonly decision?: DecisionBinding;
  readonly call?: CallBinding;
  readonly userTask?: UserTaskBinding;
  readonly serviceTask?: ServiceTaskBinding;
  readonly status?: string;
};

export type Flow = {
  readonly id: string;
  readonly name?: string;
  readonly source: string;
  readonly target: string;
  readonly condition?: Condition;
  readonly isDefault: boolean;
};

/** Something in the file that has semantics and no behaviour; `part` absent: the element as a whole. */
export type UnsupportedPart = { readonly elementId: string; readonly type: string; readonly part?: string };

/** A compiled process: frozen, plain, safe to share between instances. */
export type Process = {
  readonly id: string;
  readonly name?: string;
  readonly title?: string;
  /** `app/entity` */
  readonly entity?: string;
  readonly instance: InstanceBinding;
  /** Variables that come from outside: from messages, workers and whoever starts the process. */
  readonly variables: readonly string[];
  readonly nodes: Readonly<Record<string, ProcessNode>>;
  readonly flows: Readonly<Record<string, Flow>>;
  /** Nodes and flows that the diagram doesn't show. */
  readonly undrawn: readonly string[];
  /** Parts of elements that carry meaning which the interpreter doesn't have; checkProcess refuses them. */
  readonly unsupported: readonly UnsupportedPart[];
};
