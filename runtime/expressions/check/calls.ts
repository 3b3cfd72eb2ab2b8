import type { SyntaxNode } from '@lezer/common';
import { RE2JS } from 're2js';
import type { FunctionDefinition, FunctionParameter } from '../define-function.ts';
import { newMemory } from '../guard.ts';
import { compilePattern } from '../patterns.ts';
import { nearestName } from '../problems.ts';
import { describe, fits, types, type FeelType } from '../types.ts';
import { childrenOf, nameOf, outside, report, textOf, type Checked, type Checker, type Scope, type Visitor } from './checker.ts';

export const calls: Record<string, Visitor> = { FunctionInvocation: call, DateTimeLiteral: call, AtLiteral: at };

type Argument = { node: SyntaxNode; checked: Checked };

function call(checker: Checker, node: SyntaxNode, scope: Scope): Checked {
  const [callee, , argumentsNode] = childrenOf(node);
  if (!callee || !argumentsNode) return checker.value(callee, scope);
  const name = nameOf(checker, callee);
  const definition = checker.functions.get(name);
  if (!definition) {
    const suggestion = nearestName(name, checker.functions.keys());
    return report(checker, callee, { code: 'expression.unknown-function', en: `Unknown function "${name}"`, zh: `未知函数“${name}”`, ...(suggestion ? { suggestion } : {}) });
  }
  const given = arrange(checker, node, argumentsNode, definition);
  if (!given) return { type: fixedResult(definition), code: 'null' };
  const checked = given.map(({ nodes, parameter }) => nodes.map((argument): Argument => ({ node: argument, checked: check(checker, argument, scope, parameter) })));
  const problemsBefore = checker.problems.length;
  checked.forEach((items, index) => checkArguments(checker, items, given[index]!.parameter, definition));
  const constant = checker.problems.length === problemsBefore ? checkLiterals(checker, node, definition, checked.flat()) : undefined;
  if (constant) return constant;
  const argumentTypes = checked.flat().map(({ checked: { type } }) => type);
  const type = typeof definition.result === 'function' ? definition.result(argumentTypes) : definition.result;
  return { type, code: `${calledAs(checker, name)}(${codeOf(checked)})` };
}

function calledAs(checker: Checker, name: string): string {
  const known = checker.called.get(name) ?? `f_${checker.called.size}`;
  checker.called.set(name, known);
  return known;
}

const fixedResult = ({ result }: FunctionDefinition): FeelType => typeof result === 'function' ? types.any : result;

function codeOf(checked: Argument[][]): string {
  const codes = checked.map((items) => items.map(({ checked: { code } }) => code));
  while (codes.at(-1)?.length === 0) codes.pop();
  return codes.map((items) => items.length === 0 ? 'null' : items.join(', ')).join(', ');
}

/** Which arguments belong to which parameter; undefined (and a problem) when their number or names are wrong. */
function arrange(checker: Checker, node: SyntaxNode, argumentsNode: SyntaxNode, definition: FunctionDefinition): { parameter: FunctionParameter; nodes: SyntaxNode[] }[] | undefined {
  const nodes = childrenOf(argumentsNode);
  const { parameters } = definition;
  const named = argumentsNode.name === 'NamedParameters' ? new Map(nodes.map((item) => [nameOf(checker, childrenOf(item)[0] ?? item), childrenOf(item)[1] ?? item])) : undefined;
  const arranged = parameters.map((parameter, index) => {
    const one = named ? named.get(parameter.name) : nodes[index];
    const isRest = !named && (parameter.rest || parameter.restOrList);
    return { parameter, nodes: isRest ? nodes.slice(index) : one ? [one] : [] };
  });
  const isMissing = arranged.some((item) => item.nodes.length === 0 && !item.parameter.optional && !item.parameter.rest);
  const taken = arranged.reduce((sum, item) => sum + item.nodes.length, 0);
  if (!isMissing && taken === nodes.length) return arranged;
  const usage = usageOf(definition);
  report(checker, node, { code: 'expression.type', en: `Wrong arguments; the function is called as ${usage}`, zh: `参数个数或名称不对，用法：${usage}` });
  return undefined;
}

/** How a function is called, e.g. `substring(string, start position, [length])`. */
function usageOf({ name, parameters }: FunctionDefinition): string {
  return `${name}(${parameters.map((parameter) => parameter.optional ? `[${parameter.name}]` : parameter.rest || parameter.restOrList ? `${parameter.name}…` : parameter.name).join(', ')})`;
}

function check(checker: Checker, node: SyntaxNode, scope: Scope, parameter: FunctionParameter): Checked {
  if (parameter.outside) return outside(checker, node, scope);
  if (!parameter.comparator) return checker.value(node, scope);
  if (node.name !== 'FunctionDefinition') return report(checker, node, { code: 'expression.type', en: 'A comparison such as function(a, b) a < b is needed here', zh: '此处需要比较函数，如 function(a, b) a < b' });
  return comparator(checker, node, scope);
}

function comparator(checker: Checker, node: SyntaxNode, scope: Scope): Checked {
  const first = node.parent ? childrenOf(node.parent)[0] : undefined;
  const list = first && checker.parts(first.name === 'NamedParameter' ? childrenOf(first)[1] : first, scope);
  const item: Checked = { type: list?.type.kind === 'list' ? list.type.of : types.any, code: '', ...(list?.path ? { path: list.path } : {}) };
  const parts = childrenOf(node);
  const parameters = parts.filter(({ name }) => name === 'FormalParameters').flatMap(childrenOf).map((parameter) => nameOf(checker, parameter));
  const body = parts.find(({ name }) => name === 'FunctionBody');
  if (parameters.length !== 2 || !body) return report(checker, node, { code: 'expression.type', en: 'The comparison takes two parameters', zh: '比较函数有两个参数' });
  const inner: Scope = { names: new Map(parameters.map((name) => [name, { ...item, code: `v_${name}` }])), outer: scope };
  const result = checker.value(childrenOf(body)[0], inner);
  if (!fits(result.type, types.boolean)) report(checker, body, { code: 'expression.type', en: 'The comparison must give true or false', zh: '比较函数的结果必须是条件（是/否）' });
  return { type: types.any, code: `function(${parameters.map((name) => `v_${name}`).join(', ')}) ${result.code}` };
}

function checkArguments(checker: Checker, items: Argument[], parameter: FunctionParameter, definition: FunctionDefinition): void {
  const wanted: readonly FeelType[] = 'kind' in parameter.type ? [parameter.type] : parameter.type;
  const isOneList = parameter.restOrList && items.length === 1 && items[0]?.checked.type.kind === 'list';
  for (const { node, checked } of items) {
    const type = isOneList && checked.type.kind === 'list' ? checked.type.of : checked.type;
    if (wanted.some((possible) => fits(type, possible))) continue;
    const [given, needed] = [describe(type), wanted.map(describe)];
    const dateText = wanted.some(({ kind }) => kind === 'date') && /^"\d{4}-\d{2}-\d{2}"$/.test(checked.code);
    report(checker, node, {
      code: 'expression.type', ...(dateText ? { suggestion: `date(${checked.code})` } : {}),
      en: `"${parameter.name}" of ${definition.name}(…) must be a ${needed.map(({ en }) => en).join(' or ')}, not a ${given.en}`,
      zh: `${definition.name}(…) 的“${parameter.name}”必须是${needed.map(({ zh }) => zh).join('或')}，而不是${given.zh}`,
    });
  }
}

/** What literal arguments already show: a bad pattern, a text that is no date. */
function checkLiterals(checker: Checker, node: SyntaxNode, definition: FunctionDefinition, items: Argument[]): Checked | undefined {
  const literal = (index: number) => items[index]?.node.name === 'StringLiteral' ? stringValue(textOf(checker, items[index].node)) : undefined;
  const patternIndex = definition.parameters.findIndex(({ pattern }) => pattern);
  const pattern = patternIndex < 0 ? undefined : literal(patternIndex);
  if (pattern !== undefined) {
    const compiled = compilePattern(pattern, literal(definition.parameters.findIndex(({ name }) => name === 'flags')));
    if (!(compiled instanceof RE2JS)) report(checker, items[patternIndex]!.node, { code: 'expression.bad-pattern', en: `Bad pattern: ${compiled.reason}`, zh: `正则式有误：${compiled.reason}` });
  }
  const text = literal(0);
  if (definition.group !== 'date' || items.length !== 1 || text === undefined) return undefined;
  const value = definition.run([text], { clock: { now: () => new Date(0), zone: 'UTC' }, steps: 0, memory: newMemory() });
  const type = fixedResult(definition);
  if (value === null) return report(checker, node, { code: 'expression.type', en: `"${text}" is not a ${describe(type).en}`, zh: `“${text}”不是有效的${describe(type).zh}` });
  // What depends on the zone is left to the evaluation.
  if (text.includes('T') && type.kind !== 'duration') return undefined;
  const code = `c_${checker.constants.size}`;
  checker.constants.set(code, value);
  return { type, code };
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t' };
const stringValue = (literal: string): string => literal.slice(1, -1).replace(/\\(u[0-9a-fA-F]{4}|.)/g, (_, code: string) => code.length > 1 ? String.fromCharCode(parseInt(code.slice(1), 16)) : escapes[code] ?? (/["\\]/.test(code) ? code : `\\${code}`));

function at(checker: Checker, node: SyntaxNode): Checked {
  const [textNode] = childrenOf(node);
  const text = textNode ? stringValue(textOf(checker, textNode)) : '';
  const name = /^-?P/.test(text) ? 'duration' : /^\d{1,2}:/.test(text) ? 'time' : text.includes('T') ? 'date and time' : 'date';
  const definition = checker.functions.get(name);
  if (!definition || !textNode) return report(checker, node, { code: 'expression.syntax', en: 'Incomplete expression', zh: '表达式不完整' });
  const checked: Checked = { type: types.string, code: textOf(checker, textNode) };
  return checkLiterals(checker, node, definition, [{ node: textNode, checked }]) ?? { type: fixedResult(definition), code: `${calledAs(checker, name)}(${checked.code})` };
}
