import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { entityOf, type Portal, type PortalPartner, type PortalSection } from '../../model/model.ts';
import { isId } from '../../fields/index.ts';
import { problem } from '../../problems.ts';
import { asSystem, systemContext, type Context } from '../context.ts';
import { recordValue } from '../operations/evaluate.ts';
import { create } from '../operations/create.ts';
import { find } from '../operations/find.ts';
import { inTransaction } from '../operations/in-transaction.ts';
import { loadRow } from '../operations/rows.ts';
import { update } from '../operations/update.ts';
import { sendMessage } from '../messages/index.ts';
import { findResident, type Resident } from './resident.ts';

type ServicesSection = Extract<PortalSection, { kind: 'services' }>;
export interface Opened { kind: 'page' | 'partner'; app: string; page: string }

const minute = 60_000;
const validFor = 5 * minute;

/** Where an entry leads: one off line says so (410), one for residents asks for a sign-in (401), an unknown one does not exist. */
export async function openService(ctx: Context, portal: Portal, id: string, resident: Resident | null): Promise<Opened> {
  if (!isId(id)) throw problem('not-found');
  for (const section of portal.home) {
    if (section.kind !== 'services') continue;
    const entity = entityOf(ctx.model, section.entity);
    const row = await loadRow(asSystem(ctx), entity, id);
    if (!row) continue;
    if (!await isOnline(ctx, section, id)) throw problem('portal.service-offline');
    if (section.login !== undefined && row[section.login] === true && !resident) throw problem('session.required');
    return targetOf(portal, String(row[section.target] ?? ''));
  }
  throw problem('not-found');
}

async function isOnline(ctx: Context, section: ServicesSection, id: string): Promise<boolean> {
  const { items } = await find(ctx, entityOf(ctx.model, section.entity), { where: { $and: [{ id }, ...(section.where ? [section.where] : [])] }, fields: ['id'], pageSize: 1, count: 'none' });
  return items.length === 1;
}

/** Operators type targets; only pages of portals and declared partners are led to. */
function targetOf(portal: Portal, target: string): Opened {
  const partner = /^partner:([a-z][a-z0-9-]*)$/.exec(target)?.[1];
  if (partner !== undefined && portal.partners.has(partner)) return { kind: 'partner', app: portal.app, page: partner };
  const match = /^(?:([a-z][a-z0-9-]*)\/)?([a-z][a-z0-9-]*)$/.exec(target);
  if (!match) throw problem('portal.service-down');
  return { kind: 'page', app: match[1] ?? portal.app, page: match[2]! };
}

/** A one-time token with which a partner asks who is coming; good for five minutes. */
export async function handOver(ctx: Context, portal: Portal, name: string, resident: Resident): Promise<{ url: string; token: string }> {
  const partner = partnerOf(portal, name);
  if (secretOf(ctx, partner) === undefined) throw problem('portal.service-down');
  const token = randomBytes(24).toString('base64url');
  const now = ctx.services.clock.now();
  await ctx.db.query('insert into tamga.handover (token_hash, account_id, app, partner, issued_at, expires_at) values ($1, $2, $3, $4, $5, $6)', [hashOf(token), resident.id, portal.app, name, now, new Date(now.getTime() + validFor)]);
  return { url: `${partner.address}?token=${token}`, token };
}

/** What partners send is signed: HMAC-SHA256 over time and body with the shared secret, at most five minutes old. */
export function requireSignature(ctx: Context, portal: Portal, name: string, headers: { time: string | undefined; signature: string | undefined }, body: string): PortalPartner {
  const partner = partnerOf(portal, name);
  const secret = secretOf(ctx, partner);
  const at = Number(headers.time);
  const given = Buffer.from(headers.signature ?? '', 'hex');
  if (secret === undefined || !Number.isFinite(at) || Math.abs(ctx.services.clock.now().getTime() - at) > validFor) throw problem('portal.partner');
  const wanted = createHmac('sha256', secret).update(`${headers.time ?? ''}.${body}`).digest();
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw problem('portal.partner');
  return partner;
}

/** Tells a partner once who holds a token. */
export async function redeem(ctx: Context, portal: Portal, partner: PortalPartner, token: string): Promise<{ resident: string; name: string | null; idCard: string | null; phone: string }> {
  const now = ctx.services.clock.now();
  const { rows: [used] } = await ctx.db.query<{ account_id: string }>(
    'update tamga.handover set used_at = $4 where token_hash = $1 and app = $2 and partner = $3 and used_at is null and expires_at > $4 returning account_id', [hashOf(token), portal.app, partner.name, now]);
  const resident = used && await findResident(ctx.services, ctx.db, { id: used.account_id });
  if (!resident) throw problem('portal.partner');
  return { resident: resident.id, name: resident.name, idCard: resident.idCard, phone: resident.phone };
}

/** Takes over what a partner says about a resident's case, and tells the resident. */
export async function takeCase(ctx: Context, partner: PortalPartner, body: { resident: string; key: string; values: Record<string, unknown> }): Promise<{ id: string }> {
  const cases = partner.cases;
  const resident = isId(body.resident) ? await findResident(ctx.services, ctx.db, { id: body.resident }) : undefined;
  if (!cases || !resident) throw problem('not-found');
  const unknown = Object.keys(body.values).find((name) => !cases.fields.includes(name));
  if (unknown !== undefined) throw problem('request.unknown-field', { name: unknown, suggestion: '' });
  const entity = entityOf(ctx.model, cases.entity);
  const acting = systemContext(ctx.services, { id: resident.id, name: resident.name ?? '', username: resident.phone, org: null });
  return inTransaction({ ...acting, ...(ctx.origin ? { origin: ctx.origin } : {}) }, async (tx) => {
    await tx.db.query('select pg_advisory_xact_lock(hashtext($1), hashtext($2))', [`${entity.key}`, body.key]);
    const { items: [known] } = await find(tx, entity, { where: { [cases.key]: body.key }, fields: ['id', 'createdBy'], pageSize: 1, count: 'none' });
    const owner = (known?.['createdBy'] as { id?: string } | null | undefined)?.id;
    if (known && owner !== resident.id) throw problem('not-found');
    const { id } = known ? await update(tx, entity, String(known['id']), body.values) : await create(tx, entity, { [cases.key]: body.key, ...body.values });
    const row = cases.message && await loadRow(tx, entity, id);
    if (cases.message && row) await sendMessage(tx, cases.message, [resident.id], { record: recordValue(entity, row) }, { app: entity.app, entity: entity.name, id });
    return { id };
  });
}

function partnerOf(portal: Portal, name: string): PortalPartner {
  const partner = portal.partners.get(name);
  if (!partner) throw problem('not-found');
  return partner;
}

/** Secrets stand in the environment, never in definitions; only a demo, where nothing is real, has one that everybody knows. */
function secretOf({ services }: Context, partner: PortalPartner): string | undefined {
  return process.env[partner.secret] || (services.demo ? 'demo-partner-secret' : undefined);
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
