import type { SyntaxNode } from '@lezer/common';
import type { Functions } from '../functions.ts';
import type { ExpressionProblem } from '../problems.ts';
import { types, type FeelType } from '../types.ts';
import type { UsedParts } from '../values.ts';

/** What the checker knows of a node: its type, the guarded text to evaluate, and the path it reads, if it is one. */
export type Checked = { type: FeelType; code: string; path?: readonly string[] };

/** Names that can be used at a place; inside a filter the properties of the element come first. */
export type Scope = { names: ReadonlyMap<string, Checked>; element?: Element; outer?: Scope };
export type Element = { item: Checked; isUsed: boolean };

/** One check: what goes in and what is gathered on the way. */
export type Checker = {
  text: string;
  functions: Functions;
  problems: ExpressionProblem[];
  used: UsedParts;
  /** Functions called, each with its name in the text to evaluate. */
  called: Map<string, string>;
  /** Values known already, each with its name in the text to evaluate. */
  constants: Map<string, unknown>;
  /** Check a node whose value is needed as a whole. */
  value(node: SyntaxNode | undefined, scope: Scope): Checked;
  /** Check a node of which only parts are read. */
  parts(node: SyntaxNode | undefined, scope: Scope): Checked;
};

export type Visitor = (checker: Checker, node: SyntaxNode, scope: Scope) => Checked;

/** Stands for what could not be checked, so that one mistake gives one problem. */
export const unchecked: Checked = { type: types.any, code: 'null' };

export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) if (!child.type.isSkipped) children.push(child);
  return children;
}

/** The source of a name, white space inside it reduced to one space. */
export const nameOf = (checker: Checker, node: SyntaxNode): string => textOf(checker, node).replace(/\s+/g, ' ').trim();
export const textOf = (checker: Checker, node: SyntaxNode): string => checker.text.slice(node.from, node.to);

export type Report = Omit<ExpressionProblem, 'at' | 'message' | 'messageZh'> & { en: string; zh: string };

export function report(checker: Checker, node: SyntaxNode, { en, zh, code, suggestion }: Report): Checked {
  checker.problems.push({
    code, message: suggestion ? `${en} (did you mean ${suggestion}?)` : en, messageZh: suggestion ? `${zh}（是否想写 ${suggestion}？）` : zh,
    at: { from: node.from, to: node.to }, ...(suggestion === undefined ? {} : { suggestion }),
  });
  return unchecked;
}

/** Remember that a path of a variable is read. */
export function read(checker: Checker, path: readonly string[] | undefined, whole: boolean): void {
  if (!path) return;
  let used = checker.used;
  for (const name of path) {
    const next: UsedParts = used.parts.get(name) ?? { whole: false, parts: new Map() };
    used.parts.set(name, next);
    used = next;
  }
  used.whole ||= whole;
}

/** Check a node of which only matters whether there is a value, or how many. */
export function outside(checker: Checker, node: SyntaxNode | undefined, scope: Scope): Checked {
  const checked = checker.parts(node, scope);
  read(checker, checked.path, checked.type.kind === 'any');
  return checked;
}

/** The work one evaluation of a node takes, in steps; a third of the nodes of the grammar do something. */
export function weightOf(node: SyntaxNode): number {
  let weight = 0;
  node.toTree().iterate({ enter: () => { weight += 1; } });
  return Math.ceil(weight / 3);
}
