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
  if (typeof root === 'number') return syntaxProblem(text, root);
  // A chain of operators nests one level each; the call stack bears some hundreds of them.
  return depthOf(root) > 4 * limits.nesting ? tooDeep(text) : root;
}

/** The tree, or the position where the text stops making sense. */
function treeOf(text: string, functions: Functions): SyntaxNode | number {
  try {
    return parserFor(functions).parse(text).topNode;
  } catch (error) {
    // The grammar's name tracker throws, too, for some broken texts: then the place is not known.
    return Number(/^No parse at (\d+)$/.exec(error instanceof Error ? error.message : '')?.[1] ?? 0);
  }
}

function depthOf(root: SyntaxNode): number {
  let depth = 0;
  let deepest = 0;
  root.toTree().iterate({ enter: () => { deepest = Math.max(deepest, ++depth); }, leave: () => { depth -= 1; } });
  return deepest;
}

// Configuring takes as long as parsing, and there are few sets of functions.
const parsers = new WeakMap<Functions, typeof parser>();

function parserFor(functions: Functions): typeof parser {
  const known = parsers.get(functions);
  if (known) return known;
  // Other names need not be told: words in a row are read as one name anyway, unless one is a keyword.
  const context = Object.fromEntries([...functions.keys()].filter((name) => keyword.test(name)).map((name) => [name, null]));
  // Strict, because going on after an error took 10 s for 2,000 characters of brackets and signs.
  const configured = parser.configure({ top: 'Expression', contextTracker: trackVariables(context), strict: true });
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
const foreign: readonly [RegExp, string][] = [[/^&&/, 'and'], [/^\|\|/, 'or'], [/^==/, '='], [/^!/, 'not(…)'], [/^'/, '"…"'], [/^\?/, 'if … then … else …'], [/^[“”]/, '"'], [/^[（）]/, '( )']];

function syntaxProblem(text: string, stopped: number): ExpressionProblem {
  const rest = text.slice(stopped).trimStart();
  const from = text.length - rest.length;
  const code = 'expression.syntax';
  if (text.trim() === '') return { code, message: 'The expression is empty', messageZh: '表达式为空', at: { from: 0, to: text.length } };
  if (rest === '') return { code, message: 'The expression is incomplete', messageZh: '表达式不完整', at: { from, to: from } };
  const token = /^(\p{L}[\p{L}\p{N}]*|\d+|[&|=!<>]+|.)/su.exec(rest)?.[0] ?? rest;
  const suggestion = foreign.find(([sign]) => sign.test(token))?.[1];
  return {
    code, at: { from, to: from + token.length }, ...(suggestion ? { suggestion } : {}),
    message: `Unexpected "${token}"${suggestion ? ` (did you mean ${suggestion}?)` : ''}`, messageZh: `意外的“${token}”${suggestion ? `（是否想写 ${suggestion}？）` : ''}`,
  };
}
