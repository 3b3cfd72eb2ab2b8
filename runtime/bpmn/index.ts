export type { Approval, CallBinding, Condition, DecisionBinding, Flow, InputParameter, InstanceOperation, MultiInstance, Outcome, Process, ProcessNode, ServiceTaskBinding, Sign, TaskOperation, TimerDefinition, UserTaskBinding } from './process.ts';
export type { Problem } from './problem.ts';
export type { ConditionScope, Effect, Env, Event, IncidentCode } from './event.ts';
export type { Scope, State, Subscription, Timer, Token, Variable, Variables, VariableType, Wait } from './state.ts';
export type { ProcessExpression } from './expressions-of.ts';
export type { RefusalCode } from './refusal.ts';
/** Compiles the executable process of a BPMN file and tells what in it can't be read. */
export { parseProcess } from './parse-process.ts';
/** Every structural reason why a process can't be run as it is drawn. */
export { checkProcess } from './check-process.ts';
/** Every FEEL text of a process with its place, and the names of its variables, for type checking. */
export { expressionsOf, variablesOf } from './expressions-of.ts';
/** The typed variable of a plain value, and the variables in sight of a token. */
export { variable, variablesAt } from './variables.ts';
/** Moves an instance on by one event: new state plus what the caller has to do. */
export { advance } from './advance.ts';
/** What an instance is before its start event. */
export { initialState } from './state.ts';
/** Thrown by advance when an event doesn't fit the state; nothing has changed then. */
export { AdvanceRefusal } from './refusal.ts';
/** Where each node stands between splits and joins; `isWithin(inner, outer)` compares two places. */
export { isWithin, parallelContexts, type ParallelContext } from './parallel-context.ts';
