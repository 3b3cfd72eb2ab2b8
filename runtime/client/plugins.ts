import plugins from 'virtual:tamga-plugins';
import { addFunction } from '../expressions/index.ts';
import type { ExtraFunction } from '../expressions/index.ts';
import { addFieldView } from './widgets/field-views.ts';
import type { FieldView } from './widgets/field-view.ts';

/** The browser's side of a plugin: how its field types look, and its functions, so that rules answer at once. */
export interface PluginClient { fieldViews?: Readonly<Record<string, FieldView>>; functions?: readonly ExtraFunction[] }

/** Adds what the plugins in use bring, before anything is drawn. */
export function addPlugins(): void {
  for (const { default: { fieldViews = {}, functions = [] } } of plugins) {
    for (const [type, view] of Object.entries(fieldViews)) addFieldView(type, view);
    functions.forEach(addFunction);
  }
}
