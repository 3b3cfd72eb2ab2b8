import { readFile, readdir } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { createValidator, type Validator } from '../model/validate.ts';
import { link } from '../model/link/index.ts';
import type { Model } from '../model/model.ts';
import type { DefinitionProblem, Source } from '../model/source.ts';

/** Reads every definition below `app-definitions/` and `workflows/`; unreadable files are problems, not failures. */
export async function loadSources(root: string): Promise<{ sources: Source[]; problems: DefinitionProblem[] }> {
  const problems: DefinitionProblem[] = [];
  const sources: Source[] = [];
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
    try {
      sources.push({ file, app, name: match[1]!, kind: match[2]!, content: JSON.parse(await readFile(path, 'utf8')) as unknown });
    } catch (error) {
      problems.push({ file, pointer: '/', code: 'definition.syntax', message: `not readable as JSON: ${(error as Error).message}` });
    }
  }
  for (const path of await filesBelow(join(root, 'workflows'))) {
    if (!path.endsWith('.bpmn')) continue;
    const file = relative(root, path).split(sep).join('/');
    sources.push({ file, app: file.split('/')[1]!, kind: 'process', name: basename(file, '.bpmn'), content: await readFile(path, 'utf8') });
  }
  return { sources, problems };
}

let validator: Promise<Validator> | undefined;

/** The validator of all kinds, compiled once per process. */
export function loadValidator(): Promise<Validator> {
  validator ??= (async () => {
    const folder = join(import.meta.dirname, '..', '..', 'schemas');
    const names = (await readdir(folder)).filter((n) => n.endsWith('.schema.json'));
    return createValidator(await Promise.all(names.map(async (n) => JSON.parse(await readFile(join(folder, n), 'utf8')) as Record<string, unknown>)));
  })();
  return validator;
}

/** Validates and links sources; with any problem there is no model. */
export async function buildModel(sources: Source[], before: DefinitionProblem[] = []): Promise<{ model?: Model; problems: DefinitionProblem[] }> {
  const { validate } = await loadValidator();
  const bad = new Set<Source>();
  const problems = [...before];
  for (const source of sources) {
    if (source.kind === 'process') continue;
    const found = validate(source);
    if (found.length > 0) { bad.add(source); problems.push(...found); }
  }
  // Files that fit their schema are linked even when others do not, so that all problems are told at once.
  const linked = await link(sources.filter((s) => !bad.has(s)));
  const noise = new Set([...bad].map((s) => s.name));
  problems.push(...linked.problems.filter((p) => bad.size === 0 || ![...noise].some((name) => p.message.includes(`"${name}"`))));
  return problems.length > 0 ? { problems } : linked.model ? { model: linked.model, problems } : { problems };
}

/** Reads, validates and links all definitions below a folder. */
export async function loadModel(root: string): Promise<{ model?: Model; problems: DefinitionProblem[]; sources: Source[] }> {
  const { sources, problems } = await loadSources(root);
  return { ...(await buildModel(sources, problems)), sources };
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries.filter((e) => e.isFile() && !e.name.startsWith('.')).map((e) => join(e.parentPath, e.name)).sort();
}
