import type { SyntaxNode } from '@lezer/common';
import { describe, fits, isUnknown, types, unify, type FeelType } from '../types.ts';
import { childrenOf, nameOf, outside, report, textOf, type Checked, type Checker, type Scope, type Visitor } from './checker.ts';
import { checkTest } from './tests.ts';

export const operators: Record<string, Visitor> = {
  ArithmeticExpression: arithmetic, Comparison: comparison, Conjunction: logic, Disjunction: logic, IfExpression: choice, ParenthesizedExpression: parentheses,
};

function parentheses(checker: Checker, node: SyntaxNode, scope: Scope): Checked {
  const inner = checker.value(childrenOf(node)[1], scope);
  return { ...inner, code: `(${inner.code})` };
}

function arithmetic(checker: Checker, node: SyntaxNode, scope: Scope): Checked {
  const children = childrenOf(node);
  const operatorNode = children.find(({ name }) => name === 'ArithOp');
  const operator = operatorNode ? textOf(checker, operatorNode) : '';
  const operands = children.filter((child) => child !== operatorNode).map((child) => checker.value(child, scope));
  const [left, right = left] = operands;
  if (!left || !right) return report(checker, node, { code: 'expression.syntax', en: 'Incomplete expression', zh: '表达式不完整' });
  const isUnary = operands.length === 1;
  const type = isUnary ? (fits(left.type, types.number) ? types.number : undefined) : arithmeticResult(operator, left.type, right.type);
  if (!type) return report(checker, node, arithmeticProblem(isUnary ? [left.type] : [left.type, right.type], operator));
  if (!isUnary && left.type.kind === 'number' && right.type.kind === 'number' && (operator === '+' || operator === '-')) {
    return { type, code: `${operator === '+' ? 'g_add' : 'g_subtract'}(${left.code}, ${right.code})` };
  }
  return { type, code: `g_value(${isUnary ? '0' : left.code} ${operator} ${right.code})` };
}

function arithmeticResult(operator: string, left: FeelType, right: FeelType): FeelType | undefined {
  const is = (type: FeelType, ...kinds: FeelType['kind'][]) => isUnknown(type) || kinds.includes(type.kind);
  if (operator !== '+' && operator !== '-') return is(left, 'number') && is(right, 'number') ? types.number : undefined;
  if (isUnknown(left) && isUnknown(right)) return types.any;
  if (is(left, 'number') && is(right, 'number')) return types.number;
  if (operator === '+' && is(left, 'string') && is(right, 'string')) return types.string;
  // A date with something unknown may be a date, a duration or null.
  if (isUnknown(left) || isUnknown(right)) return is(left, ...temporalKinds) && is(right, ...temporalKinds) ? types.any : undefined;
  if (right.kind === 'duration') return temporalKinds.includes(left.kind) ? left : undefined;
  if (operator === '+') return left.kind === 'duration' && temporalKinds.includes(right.kind) ? right : undefined;
  return is(left, 'date', 'date-time', 'time') && is(right, 'date', 'date-time', 'time') && fits(left, right) ? types.duration : undefined;
}

function arithmeticProblem(operands: FeelType[], operator: string) {
  const words = operands.map(describe);
  return {
    code: 'expression.type' as const,
    en: `"${operator}" cannot be used on ${words.map(({ en }) => en).join(' and ')}`,
    zh: `“${operator}”不能用于${words.map(({ zh }) => zh).join('和')}`,
  };
}

function comparison(checker: Checker, node: SyntaxNode, scope: Scope): Checked {
  const [leftNode, operatorNode, ...rest] = childrenOf(node);
  const left = [leftNode, ...rest].some((child) => child?.name === 'null') ? outside(checker, leftNode, scope) : checker.value(leftNode, scope);
  const operator = operatorNode ? nameOf(checker, operatorNode) : '';
  if (operator === 'in') return membership(checker, rest, scope, left);
  if (operator === 'between') {
    const [low, high] = rest.filter(({ name }) => name !== 'and').map((child) => checker.value(child, scope));
    if (!low || !high) return report(checker, node, { code: 'expression.syntax', en: 'Incomplete expression', zh: '表达式不完整' });
    const problemsBefore = checker.problems.length;
    checkOrder(checker, node, '>=', left, low);
    if (checker.problems.length === problemsBefore) checkOrder(checker, node, '<=', left, high);
    return { type: types.boolean, code: `g_between(${left.code}, ${low.code}, ${high.code})` };
  }
  const [rightNode] = rest;
  if (rightNode?.name === 'SimplePositiveUnaryTest') {
    return report(checker, node, { code: 'expression.syntax', en: 'Comparison is written with one sign', zh: '比较只用一个符号', suggestion: operator });
  }
  const right = checker.value(rightNode, scope);
  if (operator === '=' || operator === '!=') {
    checkEquality(checker, node, operator, left, right);
    return { type: types.boolean, code: equalityCode(operator, left, right) };
  }
  checkOrder(checker, node, operator, left, right);
  const [less, more] = operator.startsWith('<') ? [left, right] : [right, left];
  return { type: types.boolean, code: `${operator.endsWith('=') ? 'g_most' : 'g_less'}(${less.code}, ${more.code})` };
}

const temporalKinds: readonly FeelType['kind'][] = ['date', 'date-time', 'time', 'duration'];

// The interpreter takes 200 and 201 days for equal, and looks up zones to compare dates.
function equalityCode(operator: string, left: Checked, right: Checked): string {
  if ([left, right].every(({ type }) => temporalKinds.includes(type.kind))) {
    const same = `g_same(${left.code}, ${right.code})`;
    return operator === '=' ? same : `(${same} = false)`;
  }
  const isNull = left.type.kind === 'null' || right.type.kind === 'null';
  const guard = ({ type, code }: Checked) => !isNull && (type.kind === 'any' || type.kind === 'context' || type.kind === 'list') ? `g_deep(${code})` : code;
  return `(${guard(left)} ${operator} ${guard(right)})`;
}

function membership(checker: Checker, rest: SyntaxNode[], scope: Scope, left: Checked): Checked {
  const tests = rest.flatMap((child) => child.name === 'PositiveUnaryTests' ? childrenOf(child) : [child]).filter(({ name }) => name === 'PositiveUnaryTest');
  const codes = tests.map((test) => checkTest(checker, childrenOf(test)[0] ?? test, scope, { subject: left, equality: checkEquality, order: checkOrder }));
  return { type: types.boolean, code: `(${left.code} in (${codes.join(', ')}))` };
}

function checkEquality(checker: Checker, node: SyntaxNode, operator: string, left: Checked, right: Checked): void {
  if (isUnknown(left.type) || isUnknown(right.type)) return;
  if (left.type.kind === 'context' && right.type.kind === 'context') {
    report(checker, node, { code: 'expression.type', en: 'Records are not compared as a whole; compare a property such as the id', zh: '记录不能整体比较，请比较其属性（如 id）' });
  } else if (!fits(left.type, right.type)) {
    report(checker, node, mismatch(operator, left, right));
  }
}

function checkOrder(checker: Checker, node: SyntaxNode, operator: string, left: Checked, right: Checked): void {
  const ordered = [left, right].every(({ type }) => isUnknown(type) || ['number', 'string', 'date', 'date-time', 'time', 'duration'].includes(type.kind));
  if (!ordered || !fits(left.type, right.type)) report(checker, node, mismatch(operator, left, right));
}

function mismatch(operator: string, left: Checked, right: Checked) {
  const [a, b] = [describe(left.type), describe(right.type)];
  const dateText = [[left, right], [right, left]].find(([side, other]) => side?.type.kind === 'date' && other && /^"\d{4}-\d{2}-\d{2}"$/.test(other.code))?.[1];
  return {
    code: 'expression.type' as const, en: `A ${a.en} is not comparable by "${operator}" with a ${b.en}`, zh: `${a.zh}与${b.zh}不能用“${operator}”比较`,
    ...(dateText ? { suggestion: `date(${dateText.code})` } : {}),
  };
}

function logic(checker: Checker, node: SyntaxNode, scope: Scope): Checked {
  const [leftNode, operatorNode, rightNode] = childrenOf(node);
  const [left, right] = [condition(checker, leftNode, scope), condition(checker, rightNode, scope)];
  return { type: types.boolean, code: `(${left.code} ${operatorNode ? nameOf(checker, operatorNode) : 'and'} ${right.code})` };
}

/** Check a node that must be true or false. */
export function condition(checker: Checker, node: SyntaxNode | undefined, scope: Scope): Checked {
  const checked = checker.value(node, scope);
  if (node && !fits(checked.type, types.boolean)) {
    const given = describe(checked.type);
    report(checker, node, { code: 'expression.type', en: `A condition is needed here, not a ${given.en}`, zh: `此处需要条件（是/否），而不是${given.zh}` });
  }
  return checked;
}

function choice(checker: Checker, node: SyntaxNode, scope: Scope): Checked {
  const [, test, , thenNode, , elseNode] = childrenOf(node);
  const [asked, yes, no] = [condition(checker, test, scope), checker.value(thenNode, scope), checker.value(elseNode, scope)];
  const type = unify(yes.type, no.type);
  if (!type) {
    const [a, b] = [describe(yes.type), describe(no.type)];
    return report(checker, node, { code: 'expression.type', en: `Both results of "if" must be of one kind, not a ${a.en} and a ${b.en}`, zh: `if 的两个结果必须同类，而不是${a.zh}和${b.zh}` });
  }
  return { type, code: `(if ${asked.code} then ${yes.code} else ${no.code})` };
}
