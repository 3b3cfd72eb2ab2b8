import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { addFunction } from '../../expressions/index.ts';
import { addFieldType } from '../../fields/index.ts';
import type { Plugin, PluginApi } from '../../plugin.ts';
import { actionSteps, fileStores, freezeRegistry, messageChannels, serviceTopics } from '../../registry.ts';
import { findPlugins } from './find-plugins.ts';
import { readPluginSettings, settingsVariable } from './plugin-settings.ts';

/** A plugin in use; `off` says what is missing. */
export interface LoadedPlugin { name: string; off?: string }

let loading: Promise<LoadedPlugin[]> | undefined;

/** Sets up the plugins of this process, once, and freezes the lists that they add to. */
export function loadPlugins(): Promise<LoadedPlugin[]> {
  loading ??= setUpPlugins(join(import.meta.dirname, '..', '..', '..', 'plugins')).then((plugins) => { freezeRegistry(); return plugins; });
  return loading;
}

/** Sets up the plugins of a folder in the order of their needs; any failure names the plugin. */
export async function setUpPlugins(folder: string, env: NodeJS.ProcessEnv = process.env): Promise<LoadedPlugin[]> {
  const found = new Map<string, { plugin: Plugin; isNamed: boolean }>();
  for (const { name, path, isNamed } of findPlugins(folder, env['TAMGA_PLUGINS'])) {
    const plugin = await blaming(name, async () => ((await import(pathToFileURL(join(path, 'index.ts')).href)) as { default?: Plugin }).default);
    if (typeof plugin?.setup !== 'function') throw new Error(`plugins/${name}: index.ts has no "export default definePlugin({ … })"`);
    if (plugin.name !== name) throw new Error(`plugins/${name}: calls itself "${plugin.name}"; the name of its folder is expected`);
    found.set(name, { plugin, isNamed });
  }
  const loaded = new Map<string, LoadedPlugin>();
  const setUp = async (name: string, path: readonly string[]): Promise<void> => {
    const one = found.get(name);
    if (!one) throw new Error(`plugins/${path.at(-1) ?? name}: needs the plugin "${name}", which is not there`);
    if (path.includes(name)) throw new Error(`plugins/${name}: needs itself by way of ${path.join(', ')}`);
    if (loaded.has(name)) return;
    for (const other of one.plugin.needs ?? []) await setUp(other, [...path, name]);
    const missing = (one.plugin.needs ?? []).find((other) => loaded.get(other)?.off !== undefined);
    const settings = await blaming(name, () => readPluginSettings(name, one.plugin.settings, env));
    const off = missing !== undefined ? `needs ${missing}` : settings === undefined ? `needs ${settingsVariable(name)}` : undefined;
    if (off !== undefined && one.isNamed) throw new Error(`plugins/${name}: ${off}`);
    if (off === undefined) await blaming(name, () => one.plugin.setup(apiFor(settings)));
    loaded.set(name, { name, ...(off === undefined ? {} : { off }) });
  };
  for (const name of found.keys()) await setUp(name, []);
  return [...loaded.values()];
}

function apiFor(settings: unknown): PluginApi<unknown> {
  return { settings, fieldType: addFieldType, function: addFunction, actionStep: actionSteps.add, serviceTopic: serviceTopics.add, messageChannel: messageChannels.add, fileStore: fileStores.add };
}

async function blaming<T>(name: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new Error(`plugins/${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
