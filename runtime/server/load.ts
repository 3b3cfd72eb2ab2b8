import { readFile, readdir } from 'node:fs/promises';
import { basename, extname, join, relative, sep } from 'node:path';
import { fieldTypes } from '../fields/index.ts';
import { repairSource, wholeDamage } from '../model/repair-source.ts';
import { withFieldTypes } from '../model/with-field-types.ts';
import { createValidator, type Validator } from '../model/validate.ts';
import { link } from '../model/link/index.ts';
import { readJson } from '../model/read-json.ts';
import type { Model } from '../model/model.ts';
import type { DefinitionProblem, Source } from '../model/source.ts';
import { loadPlugins } from './plugins/index.ts';

/** Reads every definition below `app-definitions/` and `workflows/`; unreadable files are problems, not failures, and their names stay known. */
export async function loadSources(root: string): Promise<{ sources: Source[]; unread: Source[]; problems: DefinitionProblem[] }> {
  const problems: DefinitionProblem[] = [];
  const sources: Source[] = [];
  const unread: Source[] = [];
  for (const path of await filesBelow(join(root, 'app-definitions'))) {
    const file = relative(root, path).split(sep).join('/');
    const parts = file.split('/');
    const base = basename(file);
    if (parts.length < 3 || !base.endsWith('.json')) {
      if (!/\.(md|hbs|csv|png|jpg)$/.test(base)) problems.push({ file, pointer: '/', code: 'definition.file', message: 'this file is no definition', hint: 'app-definitions/<app>/<module>/<name>.<kind>.json' });
      continue;
    }
    const app = parts[1]!;
    const match = base === 'app.json' ? ['', 'app', 'app'] : /^([a-z][a-z0-9-]*)\.([a-z-]+)\.json$/.exec(base);
    if (!match) {
      problems.push({ file, pointer: '/', code: 'definition.file', message: `"${base}" names no kind`, hint: 'name.<kind>.json in kebab-case' });
      continue;
    }
    const source = { file, app, name: match[1]!, kind: match[2]! };
    const { value, mistakes } = readJson(await readFile(path, 'utf8'));
    for (const { pointer, message, line, column } of mistakes) problems.push({ file, pointer, code: pointer === '/' ? 'definition.syntax' : 'definition.duplicate', message: `line ${line}, column ${column}: ${message}` });
    if (value === undefined) unread.push({ ...source, content: {}, damage: wholeDamage });
    else sources.push({ ...source, content: value });
  }
  for (const path of await filesBelow(join(root, 'workflows'))) {
    const extension = extname(path);
    if (extension !== '.bpmn' && extension !== '.dmn') continue;
    const file = relative(root, path).split(sep).join('/');
    sources.push({ file, app: file.split('/')[1]!, kind: extension === '.bpmn' ? 'process' : 'decision', name: basename(file, extension), content: await readFile(path, 'utf8') });
  }
  return { sources, unread, problems };
}

let validator: Promise<Validator> | undefined;

/** The validator of all kinds, compiled once per process. */
export function loadValidator(): Promise<Validator> {
  validator ??= (async () => {
    const folder = join(import.meta.dirname, '..', '..', 'schemas');
    await loadPlugins();
    const names = (await readdir(folder)).filter((n) => n.endsWith('.schema.json'));
    const schemas = await Promise.all(names.map(async (n) => JSON.parse(await readFile(join(folder, n), 'utf8')) as Record<string, unknown>));
    return createValidator(withFieldTypes(schemas, fieldTypes()));
  })();
  return validator;
}

/** Validates and links sources; with any problem there is no model. */
export async function buildModel(sources: Source[], before: DefinitionProblem[] = []): Promise<{ model?: Model; problems: DefinitionProblem[] }> {
  const { validate } = await loadValidator();
  const problems = [...before];
  // What fits its schema is linked even where other parts do not, so that all problems are told at once.
  const usable = sources.map((source) => {
    if (source.kind === 'process' || source.kind === 'decision' || source.damage) return source;
    const repaired = repairSource(source, validate);
    problems.push(...repaired.problems);
    return repaired.source;
  });
  const linked = await link(usable);
  problems.push(...linked.problems);
  problems.sort((a, b) => a.file.localeCompare(b.file));
  return problems.length > 0 ? { problems } : linked.model ? { model: linked.model, problems } : { problems };
}

/** Reads, validates and links all definitions below a folder. */
export async function loadModel(root: string): Promise<{ model?: Model; problems: DefinitionProblem[]; sources: Source[] }> {
  const { sources, unread, problems } = await loadSources(root);
  return { ...(await buildModel([...sources, ...unread], problems)), sources };
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries.filter((e) => e.isFile() && !e.name.startsWith('.')).map((e) => join(e.parentPath, e.name)).sort();
}
