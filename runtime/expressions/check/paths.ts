import type { SyntaxNode } from '@lezer/common';
import { nearestName } from '../problems.ts';
import { describe, isUnknown, propertiesOf, types, type FeelType } from '../types.ts';
import { condition } from './operators.ts';
import { childrenOf, nameOf, read, report, unchecked, weightOf, type Checked, type Checker, type Element, type Scope, type Visitor } from './checker.ts';

export const paths: Record<string, Visitor> = { VariableName: variable, PathExpression: path, FilterExpression: filter };

function variable(checker: Checker, node: SyntaxNode, scope: Scope): Checked {
  const name = nameOf(checker, node);
  let openElement: Element | undefined;
  for (let current: Scope | undefined = scope; current; current = current.outer) {
    const { element } = current;
    const found = current.names.get(name) ?? (element && elementName(element, name));
    if (found) return found;
    if (element?.item.type.kind === 'any') openElement ??= element;
  }
  if (openElement) {
    openElement.isUsed = true;
    return { type: types.any, code: name };
  }
  return report(checker, node, unknownName(checker, name, scope));
}

function elementName(element: Element, name: string): Checked | undefined {
  const properties = propertiesOf(element.item.type) ?? {};
  const isProperty = Object.hasOwn(properties, name);
  if (!isProperty && name !== 'item') return undefined;
  element.isUsed = true;
  return isProperty ? property(element.item, name, properties[name]!, name) : element.item;
}

function property(target: Checked, name: string, type: FeelType, code: string): Checked {
  return target.path ? { type, code, path: [...target.path, name] } : { type, code };
}

function unknownName(checker: Checker, name: string, scope: Scope) {
  const fullWidth = /[，。；：（）！？“”‘’＝＞＜＋－＊／]/.exec(name)?.[0];
  if (fullWidth) return { code: 'expression.syntax' as const, en: `Full-width sign "${fullWidth}"; use the half-width one`, zh: `全角符号“${fullWidth}”，请用半角` };
  return { code: 'expression.unknown-name' as const, en: `Unknown name "${name.slice(0, 60)}"`, zh: `未知名称“${name.slice(0, 60)}”`, ...suggestionFor(checker, name, scope) };
}

function suggestionFor(checker: Checker, name: string, scope: Scope): { suggestion?: string } {
  if (checker.functions.has(name)) return { suggestion: `${name}()` };
  const known: string[] = [];
  for (let current: Scope | undefined = scope; current; current = current.outer) {
    for (const [variableName, { type }] of current.names) {
      if (Object.hasOwn(propertiesOf(type) ?? {}, name)) return { suggestion: `${variableName}.${name}` };
      known.push(variableName);
    }
    if (current.element) known.push(...Object.keys(propertiesOf(current.element.item.type) ?? {}));
  }
  const suggestion = nearestName(name, known);
  return suggestion ? { suggestion } : {};
}

function path(checker: Checker, node: SyntaxNode, scope: Scope): Checked {
  const [targetNode, , nameNode] = childrenOf(node);
  const target = checker.parts(targetNode, scope);
  const name = nameNode ? nameOf(checker, nameNode) : '';
  const { type } = target;
  if (type.kind === 'list') {
    const item = member(checker, nameNode ?? node, { ...target, type: type.of }, name);
    return { ...item, type: types.list(item.type), code: `g_part(${target.code}).${name}` };
  }
  const found = member(checker, nameNode ?? node, target, name);
  return { ...found, code: type.kind === 'any' ? `g_part(${target.code}).${name}` : `${target.code}.${name}` };
}

function member(checker: Checker, node: SyntaxNode, target: Checked, name: string): Checked {
  if (isUnknown(target.type)) return target.path ? (read(checker, target.path, true), unchecked) : unchecked;
  const properties = propertiesOf(target.type);
  if (properties && Object.hasOwn(properties, name)) {
    if (target.type.kind === 'context') return property(target, name, properties[name]!, '');
    // The year of a date is no path of its own: the date is what has to be there.
    read(checker, target.path, true);
    return { type: properties[name]!, code: '' };
  }
  const given = describe(target.type);
  const suggestion = nearestName(name, Object.keys(properties ?? {}));
  return report(checker, node, { code: 'expression.unknown-name', en: `A ${given.en} has no property "${name}"`, zh: `${given.zh}没有属性“${name}”`, ...(suggestion ? { suggestion } : {}) });
}

function filter(checker: Checker, node: SyntaxNode, scope: Scope): Checked {
  const [targetNode, , testNode] = childrenOf(node);
  const target = checker.parts(targetNode, scope);
  read(checker, target.path, target.type.kind === 'any');
  if (!testNode || (target.type.kind !== 'list' && !isUnknown(target.type))) {
    const given = describe(target.type);
    return report(checker, node, { code: 'expression.type', en: `Only a list can be filtered, not a ${given.en}`, zh: `只能筛选列表，而不是${given.zh}` });
  }
  const of = target.type.kind === 'list' ? target.type.of : types.any;
  const element: Element = { item: { type: of, code: 'item', ...(target.path ? { path: target.path } : {}) }, isUsed: false };
  const inner: Scope = { names: new Map(), element, outer: scope };
  const problemsBefore = checker.problems.length;
  const test = checker.value(testNode, inner);
  const list = `g_list(${target.code}, ${weightOf(testNode)})`;
  if (test.type.kind === 'number' && !element.isUsed) return { ...target, type: of, code: `${list}[g_value(${test.code})]` };
  if (checker.problems.length === problemsBefore) condition(checker, testNode, inner);
  // Written as a comparison, because the interpreter takes any other form for a position.
  return { ...target, code: `${list}[${test.code} = true]` };
}
