import { posix } from 'node:path';
import { closedModules, dataFolders, doors, groups, layers } from './import-rules.ts';
import type { Layer } from './import-rules.ts';

/** One file of the project, with `/` in its path, and its text. */
export interface CodeFile { path: string; text: string }

/** Every import that goes against the rules, one line each. */
export function findImportProblems(files: CodeFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const folder = dataFolders.find((each) => path.startsWith(`${each}/`));
    if (folder) return [`${path}: ${folder}/ holds data only, no code`];
    const from = layerOf(path);
    if (!from) return [`${path}: belongs to no layer of scripts/checks/import-rules.ts`];
    return importsOf(path, text).flatMap((target) => problemOf(path, from, target) ?? []);
  });
}

function problemOf(path: string, from: Layer, target: string): string | undefined {
  if (from.imports === '*') return undefined;
  const to = layerOf(target);
  if (!to) return `${path}: imports ${target}, which belongs to no layer`;
  if (!mayImport(from, to, target)) return `${path}: ${from.name} may not import ${target} (${to.name})`;
  const closed = closedModules.find((each) => target.startsWith(`${each}/`) && !path.startsWith(`${each}/`));
  if (closed && target !== `${closed}/index.ts`) return `${path}: imports ${target}; ${closed} is entered by its index.ts`;
  return undefined;
}

function mayImport(from: Layer, to: Layer, target: string): boolean {
  if (from === to || from.imports === '*') return true;
  return from.imports.flatMap((name) => groups[name] ?? [name]).some((name) => (doors[name] ? doors[name].test(target) : name === to.name));
}

function layerOf(path: string): Layer | undefined {
  return layers.find((layer) => layer.holds.test(path));
}

/** The files of the project that a file imports, by any form of import. */
function importsOf(path: string, text: string): string[] {
  const found = text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"](\.{1,2}\/[^'"]+)['"]/g);
  return [...found].map(([, target]) => posix.join(posix.dirname(path), target!.replace(/\?.*$/, ''))).filter((target) => /\.tsx?$/.test(target));
}
