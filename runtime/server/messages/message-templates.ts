import Handlebars from 'handlebars';
import { templatePaths } from '../../model/template-paths.ts';
import type { Message, Model } from '../../model/model.ts';

type Fill = (values: Record<string, unknown>) => string;

/** A compiled message: its two texts and the paths they look at. */
export interface MessageTemplate { title: Fill; body: Fill; paths: readonly string[][] }

const compiled = new WeakMap<Model, Map<string, MessageTemplate>>();

/** The template of a message, compiled once per model. */
export function messageTemplate(model: Model, key: string): MessageTemplate {
  let templates = compiled.get(model);
  if (!templates) compiled.set(model, templates = new Map());
  let template = templates.get(key);
  if (!template) {
    const message = model.messages.get(key);
    if (!message) throw new Error(`There is no message "${key}".`);
    templates.set(key, template = compile(message));
  }
  return template;
}

function compile({ title, body }: Message): MessageTemplate {
  return { title: filler(title), body: filler(body), paths: [...templatePaths(title), ...templatePaths(body)] };
}

// Plain text for React and mail, so nothing is escaped; no partials, no helpers but the built-in ones, no way to a prototype.
const handlebars = Handlebars.create();

function filler(source: string): Fill {
  const template = handlebars.compile(source, { strict: false, noEscape: true, knownHelpers: { if: true, unless: true, each: true, with: true }, knownHelpersOnly: true });
  return (values) => template(values, { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false });
}
