import { DateTime } from 'luxon';
import { invalid, type FieldError } from '../../problems.ts';
import { messageChannels, type OutgoingMessage } from '../../registry.ts';
import { entityOf } from '../../model/model.ts';
import type { Context, Services } from '../context.ts';
import { columnOf, tableOf } from '../db/quoted-names.ts';

/** A kind of message that does not come by a channel. */
interface Off { kind: string; channel: string }
export interface Preference { quiet: { from: string; until: string } | null; off: Off[] }
/** What a person may choose, and what holds now. */
export interface MessageSettings extends Preference {
  channels: { name: string; label: string; reaches: boolean }[];
  kinds: { key: string; label: string; app: string; essential: boolean; channels: string[] }[];
}

/** The message settings of the context's person; only what comes by a channel that the site has set up can be chosen. */
export async function messageSettings(ctx: Context): Promise<MessageSettings> {
  const language = ctx.locale === 'en' ? 'en' : 'zh';
  const me = ctx.principal.user?.id ?? '';
  const [person] = await peopleToReach(ctx, [me]);
  const known = new Set(messageChannels.all().map(({ name }) => name));
  const own = await preferenceOf(ctx, me);
  return {
    quiet: own.quiet, off: own.off,
    channels: messageChannels.all().map(({ name, label, address }) => ({ name, label: label[language], reaches: person !== undefined && address(person) !== null })),
    kinds: [...ctx.model.messages.values()].map(({ key, app, label, essential, channels }) => ({
      key, label: label[language], app: ctx.model.apps.get(app)?.label[language] ?? app, essential, channels: [...channels.keys()].filter((name) => known.has(name)),
    })).filter(({ channels }) => channels.length > 0),
  };
}

/** Keeps what the person chose; essential kinds cannot be switched off. */
export async function saveMessageSettings(ctx: Context, { quiet, off }: Preference): Promise<MessageSettings> {
  const errors: FieldError[] = [];
  if (quiet && quiet.from === quiet.until) errors.push({ field: 'quiet', code: 'message.quiet-hours' });
  off.forEach(({ kind, channel }, at) => {
    const message = ctx.model.messages.get(kind);
    if (!message?.channels.has(channel)) errors.push({ field: `off[${at}]`, code: 'message.unknown-kind' });
    else if (message.essential) errors.push({ field: `off[${at}]`, code: 'message.essential', params: { label: message.label } });
  });
  if (errors.length > 0) throw invalid(errors);
  await ctx.db.query(
    `insert into tamga.message_preference (user_id, quiet_from, quiet_until, off) values ($1, $2, $3, $4)
     on conflict (user_id) do update set quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, off = excluded.off`,
    [ctx.principal.user?.id ?? null, quiet?.from ?? null, quiet?.until ?? null, JSON.stringify(off)]);
  return messageSettings(ctx);
}

/** Who of these people wants a kind of message by a channel, and when their quiet hours end, if it is quiet for them now. */
export async function wishesOf(ctx: Context, people: readonly string[], kind: string, channel: string): Promise<{ refuses: Set<string>; quietUntil: Map<string, Date> }> {
  const { rows } = await ctx.db.query<{ user_id: string; quiet_from: string | null; quiet_until: string | null; off: Off[] }>('select user_id, quiet_from, quiet_until, off from tamga.message_preference where user_id = any($1)', [people]);
  const refuses = new Set(rows.filter(({ off }) => off.some((one) => one.kind === kind && one.channel === channel)).map((row) => row.user_id));
  const ends = rows.map(({ user_id: id, quiet_from: from, quiet_until: until }) => [id, from && until ? quietEnd(ctx.services, from, until) : undefined] as const);
  return { refuses, quietUntil: new Map(ends.filter((end): end is readonly [string, Date] => end[1] !== undefined)) };
}

/** The end of quiet hours that last now; they may go over midnight. */
export function quietEnd({ clock }: Pick<Services, 'clock'>, from: string, until: string): Date | undefined {
  const now = DateTime.fromJSDate(clock.now(), { zone: clock.zone });
  const time = now.toFormat('HH:mm');
  const isQuiet = from < until ? time >= from && time < until : time >= from || time < until;
  if (!isQuiet) return undefined;
  const [hour, minute] = until.split(':').map(Number);
  const end = now.set({ hour: hour!, minute: minute!, second: 0, millisecond: 0 });
  return (end <= now ? end.plus({ days: 1 }) : end).toJSDate();
}

async function preferenceOf(ctx: Context, user: string): Promise<Preference> {
  const { rows: [row] } = await ctx.db.query<{ quiet_from: string | null; quiet_until: string | null; off: Off[] }>('select quiet_from, quiet_until, off from tamga.message_preference where user_id = $1', [user]);
  return { quiet: row?.quiet_from && row.quiet_until ? { from: row.quiet_from, until: row.quiet_until } : null, off: row?.off ?? [] };
}

/** Active people with where they can be reached. */
export async function peopleToReach(ctx: Context, ids: readonly string[]): Promise<OutgoingMessage['to'][]> {
  const user = entityOf(ctx.model, 'platform/user');
  const column = (name: string): string => columnOf(user, name);
  const { rows } = await ctx.db.query<OutgoingMessage['to']>(`select id, ${column('name')} as name, ${column('email')} as email, ${column('mobile')} as phone from ${tableOf(user)} where id = any($1::uuid[]) and ${column('active')}`, [ids]);
  return rows;
}
