import type { SyntaxNode } from '@lezer/common';
import { parser, trackVariables } from 'lezer-feel';
import type { Functions } from './functions.ts';
import { limits } from './guard.ts';
import type { ExpressionProblem } from './problems.ts';
import { reservedWords } from './reserved-words.ts';

/** The parse tree of a text, or the first thing that is wrong with it. */
export function parseTree(text: string, functions: Functions): SyntaxNode | ExpressionProblem {
  if (text.length > limits.expressionLength) return tooComplex(text, `longer than ${limits.expressionLength} characters`, `超过 ${limits.expressionLength} 个字符`);
  if (bracketDepth(text) > limits.nesting) return tooDeep(text);
  const root = treeOf(text, functions);
  if (!root) return syntaxProblem(text, { from: 0, to: text.length });
  let depth = 0;
  let deepest = 0;
  let error: { from: number; to: number } | undefined;
  root.toTree().iterate({
    enter: (node) => {
      deepest = Math.max(deepest, ++depth);
      if (node.type.isError) error ??= { from: node.from, to: node.to };
    },
    leave: () => { depth -= 1; },
  });
  if (error) return syntaxProblem(text, error);
  // A chain of operators nests one level each; the call stack bears some hundreds of them.
  return deepest > 4 * limits.nesting ? tooDeep(text) : root;
}

function treeOf(text: string, functions: Functions): SyntaxNode | undefined {
  try {
    return parserFor(functions).parse(text).topNode;
  } catch {
    // The grammar's name tracker throws for some broken texts instead of marking them.
    return undefined;
  }
}

// Configuring takes as long as parsing, and there are few sets of functions.
const parsers = new WeakMap<Functions, typeof parser>();

function parserFor(functions: Functions): typeof parser {
  const known = parsers.get(functions);
  if (known) return known;
  // Other names need not be told: words in a row are read as one name anyway, unless one is a keyword.
  const context = Object.fromEntries([...functions.keys()].filter((name) => keyword.test(name)).map((name) => [name, null]));
  const configured = parser.configure({ top: 'Expression', contextTracker: trackVariables(context) });
  parsers.set(functions, configured);
  return configured;
}

const keyword = new RegExp(`\\b(${reservedWords.join('|')})\\b`);

function bracketDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const sign of text.replace(/"(\\.|[^"\\])*"/g, '')) {
    if ('([{'.includes(sign)) deepest = Math.max(deepest, ++depth);
    else if (')]}'.includes(sign)) depth -= 1;
  }
  return deepest;
}

const tooDeep = (text: string) => tooComplex(text, `nested deeper than ${limits.nesting} levels`, `嵌套超过 ${limits.nesting} 层`);

function tooComplex(text: string, en: string, zh: string): ExpressionProblem {
  return { code: 'expression.too-complex', message: `The expression is ${en}`, messageZh: `表达式${zh}`, at: { from: 0, to: text.length } };
}

/** Signs of other languages, and what FEEL writes instead. */
const foreign: readonly [RegExp, string][] = [[/&&/, 'and'], [/\|\|/, 'or'], [/==/, '='], [/!(?!=)/, 'not(…)'], [/'[^']*'/, '"…"'], [/\?/, 'if … then … else …'], [/[“”]/, '"'], [/[（）]/, '( )']];

function syntaxProblem(text: string, { from, to }: { from: number; to: number }): ExpressionProblem {
  const rest = text.slice(from).trim();
  const code = 'expression.syntax';
  if (text.trim() === '') return { code, message: 'The expression is empty', messageZh: '表达式为空', at: { from, to } };
  if (rest === '') return { code, message: 'The expression is incomplete', messageZh: '表达式不完整', at: { from, to } };
  const token = /^(\p{L}[\p{L}\p{N}]*|.)/u.exec(rest)?.[0] ?? rest;
  const suggestion = foreign.find(([sign]) => sign.test(text.slice(Math.max(0, from - 1), to + 2).replace(/"[^"]*"/g, '')))?.[1];
  return {
    code, at: { from, to: Math.max(to, from + 1) }, ...(suggestion ? { suggestion } : {}),
    message: `Unexpected "${token}"${suggestion ? ` (did you mean ${suggestion}?)` : ''}`, messageZh: `意外的“${token}”${suggestion ? `（是否想写 ${suggestion}？）` : ''}`,
  };
}
