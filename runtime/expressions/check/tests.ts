import type { SyntaxNode } from '@lezer/common';
import { childrenOf, textOf, type Checked, type Checker, type Scope } from './checker.ts';

type Comparison = (checker: Checker, node: SyntaxNode, operator: string, left: Checked, right: Checked) => void;
type Rules = { subject: Checked; equality: Comparison; order: Comparison };

/** One of the tests after `in`: an interval, a comparison such as `> 5`, a list, or a value. */
export function checkTest(checker: Checker, node: SyntaxNode, scope: Scope, rules: Rules): string {
  const { subject, equality, order } = rules;
  if (node.name === 'SimplePositiveUnaryTest') {
    const [first, second] = childrenOf(node);
    if (first?.name === 'Interval') return checkInterval(checker, first, scope, rules);
    const operator = first ? textOf(checker, first) : '=';
    const bound = checker.value(second, scope);
    (operator === '=' || operator === '!=' ? equality : order)(checker, node, operator, subject, bound);
    return `${operator} ${bound.code}`;
  }
  const checked = checker.value(node, scope);
  if (checked.type.kind === 'list') {
    equality(checker, node, 'in', subject, { ...checked, type: checked.type.of });
    return `g_part(${checked.code})`;
  }
  equality(checker, node, 'in', subject, checked);
  return checked.type.kind === 'any' ? `g_deep(${checked.code})` : checked.code;
}

function checkInterval(checker: Checker, node: SyntaxNode, scope: Scope, { subject, order }: Rules): string {
  const [open, low, , high, close] = childrenOf(node);
  const [from, to] = [checker.value(low, scope), checker.value(high, scope)];
  const problemsBefore = checker.problems.length;
  order(checker, node, '>=', subject, from);
  if (checker.problems.length === problemsBefore) order(checker, node, '<=', subject, to);
  // The interpreter turns [10..1] into [1..10]; the guard makes it empty.
  return `g_range(${open ? textOf(checker, open) : '['}${from.code}..${to.code}${close ? textOf(checker, close) : ']'})`;
}
