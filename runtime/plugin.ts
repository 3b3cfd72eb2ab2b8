import type { ExtraFunction } from './expressions/index.ts';
import type { FieldType } from './fields/index.ts';
import type { ActionStep, FileStoreType, MessageChannel, ServiceTopic } from './registry.ts';

export type { ExtraFunction, FeelType } from './expressions/index.ts';
export type { Field, FieldType, Parsed } from './fields/index.ts';
export type { ActionStep, FileStore, FileStoreType, MessageChannel, OutgoingMessage, ServiceCall, ServiceTopic } from './registry.ts';
export { equality, ordered } from './fields/index.ts';

/** What a plugin may add while the server starts. */
export interface PluginApi<Settings> {
  settings: Settings;
  fieldType: (type: FieldType) => void;
  function: (definition: ExtraFunction) => void;
  actionStep: (step: ActionStep) => void;
  serviceTopic: (topic: ServiceTopic) => void;
  messageChannel: (channel: MessageChannel) => void;
  fileStore: (store: FileStoreType) => void;
}

/** Code that a definition cannot say. */
export interface Plugin<Settings = unknown> {
  /** Name of its folder. */
  name: string;
  /** Plugins that are set up before this one. */
  needs?: readonly string[];
  /** JSON Schema of its settings; a plugin whose schema refuses `{}` is off until settings are given. */
  settings?: Readonly<Record<string, unknown>>;
  setup: (api: PluginApi<Settings>) => void | Promise<void>;
}

/** Declares a plugin: `export default definePlugin({ name: 'hello', setup: (api) => api.function({ … }) })`. */
export function definePlugin<Settings>(plugin: Plugin<Settings>): Plugin<Settings> {
  return plugin;
}
