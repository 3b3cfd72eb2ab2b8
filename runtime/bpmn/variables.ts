import type { ConditionScope } from './event.ts';
import { given } from './given.ts';
import type { InputParameter } from './process.ts';
import { raiseIncident, rootOf, scopeOf, tokenOf } from './run.ts';
import type { Run } from './run.ts';
import type { Scope, State, Token, Variable, Variables } from './state.ts';

/** The typed variable of a plain value. */
export function variable(value: unknown): Variable {
  if (value === null || value === undefined) return { type: 'null', value: null };
  if (typeof value === 'boolean') return { type: 'boolean', value };
  if (typeof value === 'string') return { type: 'string', value };
  if (typeof value !== 'number') return { type: 'json', value };
  if (!Number.isSafeInteger(value)) return { type: 'double', value };
  return { type: Math.abs(value) < 2 ** 31 ? 'integer' : 'long', value };
}

/** Variables that a place sees, the nearest first; `token` may have ended already. */
function holders(run: Pick<Run, 'state'>, token: Token): { token?: Token; scope?: Scope; variables: Variables }[] {
  const chain: { token?: Token; scope?: Scope; variables: Variables }[] = [];
  for (let at: Token | undefined = token; at !== undefined;) {
    const scope: Scope | undefined = scopeOf(run, at.scopeId);
    chain.push({ token: at, variables: tokenOf(run, at.id)?.variables ?? at.variables ?? {} });
    if (scope !== undefined) chain.push({ scope, variables: { ...multiVariables(scope), ...scope.variables } });
    at = tokenOf(run, scope?.parentTokenId);
  }
  return chain;
}

function multiVariables({ multi }: Scope): Variables {
  if (multi === undefined) return {};
  const waiting = multi.waiting.length;
  return {
    nrOfInstances: variable(multi.total), nrOfCompletedInstances: variable(multi.completed),
    nrOfActiveInstances: variable(multi.total - multi.completed - waiting), votes: variable(multi.votes),
  };
}

/** Every variable in sight of a token. */
export function visibleVariables(run: Pick<Run, 'state'>, token: Token): Variables {
  return Object.assign({}, ...holders(run, token).reverse().map(({ variables }) => variables)) as Variables;
}

/** Every variable in sight of a token of a stored state; without one, those of the instance as a whole. */
export function variablesAt(state: State, tokenId?: string): Variables {
  const token = tokenOf({ state }, tokenId);
  return token ? visibleVariables({ state }, token) : state.scopes.find(({ parentTokenId }) => parentTokenId === undefined)?.variables ?? {};
}

/** What an expression at this token may read. */
export function scopeFor(run: Run, token: Token): ConditionScope {
  const variables = Object.entries(visibleVariables(run, token)).map(([name, { value }]) => [name, value]);
  return { ...given('outcome', token.outcome), outcomes: run.state.outcomes, ...(variables.length > 0 ? { variables: Object.fromEntries(variables) as Record<string, unknown> } : {}) };
}

/** Changes variables where they are known, going outwards; new ones belong to the whole instance. */
export function setVariables(run: Run, from: Token | undefined, variables: Variables | undefined): void {
  for (const [name, value] of Object.entries(variables ?? {})) {
    const holder = from && holders(run, from).find((place) => Object.hasOwn((place.token ?? place.scope)?.variables ?? {}, name));
    if (holder?.token) setLocal(run, holder.token, { [name]: value });
    else setInScope(run, holder?.scope ?? rootOf(run), { [name]: value });
  }
}

export function setLocal(run: Run, token: Token, variables: Variables | undefined): void {
  if (variables === undefined) return;
  run.state = { ...run.state, tokens: run.state.tokens.map((other) => (other.id === token.id ? { ...other, variables: { ...other.variables, ...variables } } : other)) };
}

export function setInScope(run: Run, scope: Scope | undefined, variables: Variables): void {
  if (scope === undefined) return;
  run.state = { ...run.state, scopes: run.state.scopes.map((other) => (other.id === scope.id ? { ...other, variables: { ...other.variables, ...variables } } : other)) };
}

export function removeVariables(run: Run, names: readonly string[], token: Token | undefined): void {
  const without = (variables: Variables = {}): Variables => Object.fromEntries(Object.entries(variables).filter(([name]) => !names.includes(name)));
  const root = rootOf(run);
  run.state = token === undefined
    ? { ...run.state, scopes: run.state.scopes.map((scope) => (scope.id === root?.id ? { ...scope, variables: without(scope.variables) } : scope)) }
    : { ...run.state, tokens: run.state.tokens.map((other) => (other.id === token.id ? { ...other, variables: without(other.variables) } : other)) };
}

/** The value of an expression, or an incident at the token. */
export function valueAt(run: Run, token: Token, text: string, elementId: string): { value: unknown } | undefined {
  try {
    return { value: run.env.evaluate(text, elementId, scopeFor(run, token)) };
  } catch (error) {
    raiseIncident(run, token, 'expression-failed', { message: `${elementId}: ${error instanceof Error ? error.message : String(error)}` });
    return undefined;
  }
}

/** Values of a mapping by name; undefined after raising an incident. */
export function mapped(run: Run, token: Token, parameters: readonly InputParameter[]): Variables | undefined {
  const values: Record<string, Variable> = {};
  for (const { name, language, text } of parameters) {
    const given = language === 'text' ? { value: text } : valueAt(run, token, text, token.nodeId);
    if (given === undefined) return undefined;
    values[name] = variable(given.value);
  }
  return values;
}
