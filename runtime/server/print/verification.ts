import { randomBytes } from 'node:crypto';
import { entityOf, type Entity, type Template } from '../../model/model.ts';
import { todayOf } from '../clock.ts';
import { systemContext, type Context, type Services } from '../context.ts';
import { scopeOf } from '../operations/complete-row.ts';
import { evaluate } from '../operations/evaluate.ts';
import { mask } from '../operations/mask.ts';
import { loadRow, type Row } from '../operations/rows.ts';
import { titlesOf } from './titles-of.ts';
import { shownText } from './shown-text.ts';

/** What the public page says of a paper: only this much. */
export type Verdict =
  | { state: 'unknown' }
  | { state: 'genuine' | 'revoked' | 'expired'; label: string; printedOn: string; code: string; validUntil?: string; shows: { label: string; value: string }[] };

// No letters that are read as digits.
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** The code of a paper: the same however often it is printed, and beyond guessing. */
export async function verificationCode(ctx: Context, template: Template, row: Row): Promise<string> {
  const fresh = [...randomBytes(16)].map((byte) => alphabet[byte % alphabet.length]).join('');
  const { rows: [known] } = await ctx.db.query<{ code: string }>(
    `insert into tamga.printed_paper (code, template, entity, record_id, printed_at, printed_by) values ($1, $2, $3, $4, $5, $6)
     on conflict (template, record_id) do update set printed_at = excluded.printed_at, printed_by = excluded.printed_by returning code`,
    [fresh, template.key, template.entity, row.id, ctx.services.clock.now(), ctx.principal.user?.id ?? null]);
  return known!.code;
}

/** A code as people read it: groups of four. */
export function shownCode(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? code;
}

/** Is the paper with this code genuine? Asked by anybody. */
export async function verifyPaper(services: Services, typed: string): Promise<Verdict> {
  const code = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  if (code.length !== 16) return { state: 'unknown' };
  const { rows: [paper] } = await services.pool.query<{ template: string; record_id: string; printed_at: Date }>('select template, record_id, printed_at from tamga.printed_paper where code = $1', [code]);
  const ctx = systemContext(services);
  const template = paper && ctx.model.templates.get(paper.template);
  if (!paper || !template) return { state: 'unknown' };
  const entity = entityOf(ctx.model, template.entity);
  const row = await loadRow(ctx, entity, paper.record_id);
  const common = { label: template.label.zh, printedOn: todayAt(paper.printed_at, services), code: shownCode(code) };
  if (!row) return { state: 'revoked', ...common, shows: [] };
  const scope = scopeOf(ctx, entity, row);
  const revoked = template.verify?.revokedWhen && (await evaluate(ctx, template.verify.revokedWhen, scope)) === true;
  const until = template.verify?.validUntil && await evaluate(ctx, template.verify.validUntil, scope);
  const validUntil = typeof until === 'string' ? until.slice(0, 10) : undefined;
  const state = revoked ? 'revoked' : validUntil !== undefined && validUntil < todayOf(services.clock) ? 'expired' : 'genuine';
  return { state, ...common, ...(validUntil ? { validUntil } : {}), shows: await shownFields(ctx, entity, row, template.verify?.shows ?? []) };
}

function todayAt(moment: Date, { clock }: Services): string {
  return todayOf({ now: () => moment, zone: clock.zone });
}

/** Names and other sensitive values are masked for everybody. */
async function shownFields(ctx: Context, entity: Entity, row: Row, names: readonly string[]): Promise<{ label: string; value: string }[]> {
  const titles = await titlesOf(ctx, entity, row, names);
  return names.flatMap((name) => {
    const field = entity.byName.get(name);
    if (!field) return [];
    const value = titles.get(name) ?? shownText(ctx, field, row[name]);
    const isSecret = field.sensitivity && field.sensitivity.level !== 'internal';
    return [{ label: field.label.zh, value: isSecret ? mask(value, field) ?? '' : value }];
  });
}
