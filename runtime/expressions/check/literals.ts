import type { SyntaxNode } from '@lezer/common';
import { reservedWords } from '../reserved-words.ts';
import { types, unify, type FeelType } from '../types.ts';
import { childrenOf, report, textOf, type Checked, type Checker, type Scope, type Visitor } from './checker.ts';

export const literals: Record<string, Visitor> = { NumericLiteral: number, StringLiteral: string, BooleanLiteral: boolean, null: nothing, List: list, Context: context };

// The interpreter reads 1e3 as 1, so numbers are written out in full.
function number(checker: Checker, node: SyntaxNode): Checked {
  const value = Number(textOf(checker, node).replace(/\s/g, ''));
  const digits = String(value).includes('e') ? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 }) : String(value);
  return { type: types.number, code: value < 0 || Object.is(value, -0) ? `(${digits})` : digits };
}

function string(checker: Checker, node: SyntaxNode): Checked {
  return { type: types.string, code: textOf(checker, node) };
}

function boolean(checker: Checker, node: SyntaxNode): Checked {
  return { type: types.boolean, code: textOf(checker, node) };
}

function nothing(): Checked {
  return { type: types.null, code: 'null' };
}

function list(checker: Checker, node: SyntaxNode, scope: Scope): Checked {
  const items = childrenOf(node).filter(({ name }) => name !== '[' && name !== ']').map((item) => checker.value(item, scope));
  const of = items.reduce<FeelType>((type, item) => unify(type, item.type) ?? types.any, types.null);
  return { type: types.list(items.length === 0 ? types.any : of), code: `[${items.map(({ code }) => code).join(', ')}]` };
}

function context(checker: Checker, node: SyntaxNode, scope: Scope): Checked {
  const entries: Record<string, FeelType> = {};
  const names = new Map<string, Checked>();
  const code: string[] = [];
  for (const entry of childrenOf(node).filter(({ name }) => name === 'ContextEntry')) {
    const [keyNode, valueNode] = childrenOf(entry);
    const key = keyNode ? textOf(checker, keyNode).replace(/^"(.*)"$/, '$1') : '';
    if (!isSafeKey(key)) {
      return report(checker, keyNode ?? entry, { code: 'expression.syntax', en: `"${key}" cannot be the name of an entry`, zh: `“${key}”不能作条目名` });
    }
    const value = checker.value(valueNode, { names, outer: scope });
    entries[key] = value.type;
    names.set(key, { type: value.type, code: key });
    code.push(`${key}: ${value.code}`);
  }
  return { type: { kind: 'context', entries }, code: `{${code.join(', ')}}` };
}

const isSafeKey = (key: string): boolean => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(key) && key !== '__proto__' && !reservedWords.includes(key);
