import { Duration } from 'luxon';
import type * as S from '../../../schemas/generated/types.ts';
import { messageChannels } from '../../registry.ts';
import type { ChannelText, Entity, Message } from '../model.ts';
import { suggest } from '../suggest.ts';
import { checkTemplate } from './check-template.ts';
import { toText, type Linker, type Place } from './linker.ts';

/** Channels that plugins of the product add once a site has set them up; definitions may name them before. */
const expectedChannels = ['email', 'sms', 'webhook'];

/** Links a message and checks every text of it. */
export function linkMessage(source: S.Message, name: string, place: Place, linker: Linker): Message {
  const entity = source.entity === undefined ? undefined : linker.entity(place, '/entity', source.entity);
  for (const part of ['title', 'body'] as const) checkText(source[part], `/${part}`, entity, place, linker);
  const known = [...new Set([...expectedChannels, ...messageChannels.all().map((channel) => channel.name)])];
  const channels = new Map<string, ChannelText>();
  for (const [channel, text] of Object.entries(source.channels ?? {})) {
    const at = `/channels/${channel}`;
    if (!known.includes(channel)) linker.report(place, at, 'definition.unknown-channel', `unknown channel "${channel}"`, suggest(channel, known) ?? `one of ${known.join(', ')}`);
    for (const part of ['title', 'body'] as const) if (text[part] !== undefined) checkText(text[part], `${at}/${part}`, entity, place, linker);
    for (const [parameter, value] of Object.entries(text.values ?? {})) checkTemplate(value, entity, place, `${at}/values/${parameter}`, linker);
    channels.set(channel, { ...(text.title === undefined ? {} : { title: toText(text.title) }), ...(text.body === undefined ? {} : { body: toText(text.body) }), ...(text.template === undefined ? {} : { template: text.template }), values: text.values ?? {} });
  }
  return {
    key: `${place.app}/${name}`, app: place.app, name, label: toText(source.label ?? name), title: toText(source.title), body: toText(source.body), essential: source.essential ?? false, channels,
    ...(source.mergeWithin === undefined ? {} : { mergeMinutes: Duration.fromISO(source.mergeWithin).as('minutes') }),
  };
}

function checkText(text: S.Message['title'], pointer: string, entity: Entity | undefined, place: Place, linker: Linker): void {
  if (typeof text === 'string') return checkTemplate(text, entity, place, pointer, linker);
  for (const [language, template] of Object.entries(text)) checkTemplate(template, entity, place, `${pointer}/${language}`, linker);
}
