import type { SyntaxNode } from '@lezer/common';
import { describe, fits, isUnknown, types, type FeelType } from '../types.ts';
import { childrenOf, nameOf, read, report, unchecked, weightOf, type Checked, type Checker, type Scope, type Visitor } from './checker.ts';
import { condition } from './operators.ts';

export const loops: Record<string, Visitor> = { ForExpression: forEach, QuantifiedExpression: quantified };

function forEach(checker: Checker, node: SyntaxNode, scope: Scope): Checked {
  const [, sources, , body] = childrenOf(node);
  const { code, inner } = iterations(checker, sources, scope, body);
  const result = checker.value(body, inner);
  return { type: types.list(result.type), code: `(for ${code} return ${result.code})` };
}

function quantified(checker: Checker, node: SyntaxNode, scope: Scope): Checked {
  const [quantifier, sources, , body] = childrenOf(node);
  const { code, inner } = iterations(checker, sources, scope, body);
  const test = condition(checker, body, inner);
  return { type: types.boolean, code: `(${quantifier?.name ?? 'some'} ${code} satisfies ${test.code} = true)` };
}

function iterations(checker: Checker, sources: SyntaxNode | undefined, scope: Scope, body: SyntaxNode | undefined): { code: string; inner: Scope } {
  let inner = scope;
  const weight = body ? weightOf(body) : 1;
  const code = (sources ? childrenOf(sources) : []).map((source) => {
    const [nameNode, , context] = childrenOf(source);
    const name = nameNode ? nameOf(checker, nameNode) : '';
    if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) report(checker, nameNode ?? source, { code: 'expression.syntax', en: `"${name}" cannot be the name of a variable`, zh: `“${name}”不能作变量名` });
    const { item, list } = iteration(checker, context ?? source, inner, weight);
    inner = { names: new Map([[name, { ...item, code: `v_${name}` }]]), outer: inner };
    return `v_${name} in ${list}`;
  });
  return { code: code.join(', '), inner };
}

function iteration(checker: Checker, node: SyntaxNode, scope: Scope, weight: number): { item: Checked; list: string } {
  const [first, , second] = childrenOf(node);
  if (second) {
    const [from, to] = [wholeNumber(checker, first, scope), wholeNumber(checker, second, scope)];
    return { item: { type: types.number, code: '' }, list: `g_numbers(${from.code}, ${to.code}, ${weight})` };
  }
  if (first?.name === 'SimplePositiveUnaryTest') {
    return { item: report(checker, first, { code: 'expression.syntax', en: 'A range to go through is written a..b', zh: '循环范围写作 a..b' }), list: '[]' };
  }
  const source = checker.parts(first, scope);
  read(checker, source.path, isUnknown(source.type));
  if (source.type.kind !== 'list' && !isUnknown(source.type)) {
    const given = describe(source.type);
    return { item: report(checker, first ?? node, { code: 'expression.type', en: `A list is needed here, not a ${given.en}`, zh: `此处需要列表，而不是${given.zh}` }), list: '[]' };
  }
  const of: FeelType = source.type.kind === 'list' ? source.type.of : types.any;
  return { item: { type: of, code: '', ...(source.path ? { path: source.path } : {}) }, list: `g_list(${source.code}, ${weight})` };
}

function wholeNumber(checker: Checker, node: SyntaxNode | undefined, scope: Scope): Checked {
  const checked = checker.value(node, scope);
  if (fits(checked.type, types.number) || !node) return checked;
  const given = describe(checked.type);
  report(checker, node, { code: 'expression.type', en: `A number is needed here, not a ${given.en}`, zh: `此处需要数值，而不是${given.zh}` });
  return unchecked;
}
