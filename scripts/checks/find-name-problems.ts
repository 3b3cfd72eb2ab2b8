import ts from 'typescript';
import type { CodeFile } from './find-import-problems.ts';

/** Names of one app's definitions that code may not know. */
export interface DefinedNames { apps: string[]; entities: string[] }

/**
 * The parts of the built-in app that the runtime itself must know: who a person is, to which unit and area records belong,
 * who may do what, and where files and messages are kept. All else of any app is data to it.
 */
export const knownNames = new Set(['platform', 'area', 'organization', 'user', 'role-grant', 'message', 'file', 'job']);

/** Every place where code names an app or an entity, one line each. */
export function findNameProblems(files: CodeFile[], { apps, entities }: DefinedNames): string[] {
  const names = new Set([...apps, ...entities].filter((name) => !knownNames.has(name)));
  return names.size ? files.flatMap(({ path, text }) => wordsOf(path, text).flatMap(({ name, line, shown }) => (names.has(name) ? [`${path}:${line}: names "${name}" of app-definitions (${shown})`] : []))) : [];
}

interface Word { name: string; line: number; shown: string }

function wordsOf(path: string, text: string): Word[] {
  if (!/\.(tsx?|m?js)$/.test(path)) return text.split('\n').flatMap((line, at) => textNames(line).map((name) => ({ name, line: at + 1, shown: name })));
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const words: Word[] = [];
  const visit = (node: ts.Node): void => {
    const names = ts.isIdentifier(node) ? identifierNames(node.text) : isText(node) ? textNames(node.text) : [];
    for (const name of names) words.push({ name, line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1, shown: (node as ts.Identifier).text.slice(0, 60) });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return words;
}

function isText(node: ts.Node): node is ts.StringLiteral {
  return ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node) || ts.isJsxText(node);
}

/** A one-word name is meant only when it is the whole identifier; a compound name also inside a longer one. */
function identifierNames(identifier: string): string[] {
  const parts = kebab(identifier).split('-');
  const compounds: string[] = [];
  for (let from = 0; from < parts.length; from += 1) for (let to = from + 2; to <= parts.length; to += 1) compounds.push(parts.slice(from, to).join('-'));
  return parts.length === 1 ? [parts[0]!] : compounds;
}

/** Names in a text: paths, keys and SQL are looked into; in a sentence only compound names are meant. */
function textNames(text: string): string[] {
  const words = text.split(/[^A-Za-z0-9_-]+/).filter(Boolean);
  const isSentence = /[A-Za-z],? [A-Za-z]/.test(text) && !/\b(select|insert|update|delete|create|alter)\b/i.test(text);
  return words.flatMap((word) => {
    const name = kebab(word);
    const parts = name.startsWith('app-') ? [name, name.slice(4)] : [name];
    return isSentence ? parts.filter((part) => part.includes('-')) : parts;
  });
}

function kebab(text: string): string {
  return text.replace(/([a-z0-9])([A-Z])/g, '$1-$2').replaceAll('_', '-').replace(/^-+|-+$/g, '').toLowerCase();
}
