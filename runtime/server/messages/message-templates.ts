import Handlebars from 'handlebars';
import { templatePaths } from '../../model/template-paths.ts';
import type { ChannelText, Message, Model, Text } from '../../model/model.ts';

type Values = Record<string, unknown>;
type Fill = (values: Values) => string;

/** Title, body and registered values of a message in one language; a channel outside may say it differently. */
export interface FilledText { title: string; body: string; values: Record<string, string> }

/** A compiled message: the paths its texts look at, and whether it has an English text of its own. */
export interface MessageTemplate {
  message: Message;
  paths: readonly string[][];
  hasEnglish: boolean;
  fill: (values: Values, locale: 'zh' | 'en', channel?: string) => FilledText;
}

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

function compile(message: Message): MessageTemplate {
  const texts = [message.title, message.body, ...[...message.channels.values()].flatMap(({ title, body }) => [title, body])].filter((text) => text !== undefined);
  const sources = [...texts.flatMap(({ zh, en }) => [zh, en]), ...[...message.channels.values()].flatMap(({ values }) => Object.values(values))];
  const fillers = new Map([...new Set(sources)].map((source) => [source, filler(source)]));
  const filled = (text: Text, locale: 'zh' | 'en', values: Values): string => fillers.get(text[locale])?.(values) ?? '';
  return {
    message, paths: [...fillers.keys()].flatMap((source) => templatePaths(source)), hasEnglish: texts.some(({ zh, en }) => zh !== en),
    fill: (values, locale, channel) => {
      const own: ChannelText | undefined = channel === undefined ? undefined : message.channels.get(channel);
      return {
        title: filled(own?.title ?? message.title, locale, values).replace(/\s+/g, ' ').trim().slice(0, 400), body: filled(own?.body ?? message.body, locale, values),
        values: Object.fromEntries(Object.entries(own?.values ?? {}).map(([name, source]) => [name, fillers.get(source)?.(values) ?? ''])),
      };
    },
  };
}

// Plain text for React and mail, so nothing is escaped; no partials, no helpers but the built-in ones, no way to a prototype.
const handlebars = Handlebars.create();

function filler(source: string): Fill {
  const template = handlebars.compile(source, { strict: false, noEscape: true, knownHelpers: { if: true, unless: true, each: true, with: true }, knownHelpersOnly: true });
  return (values) => template(values, { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false });
}
