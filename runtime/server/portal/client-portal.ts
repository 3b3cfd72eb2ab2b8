import { entityOf, type Entity, type Portal, type PortalLink, type PortalPage } from '../../model/model.ts';
import type { ClientAccount, ClientPortal, ClientPortalPage, HomeEntry } from '../../model/client-portal-types.ts';
import type { ClientField } from '../../model/client-types.ts';
import { accessTo } from '../access/access.ts';
import { clientActions, clientField, fieldAt, say } from '../client-model/index.ts';
import type { Context } from '../context.ts';
import { mask } from '../operations/mask.ts';
import type { Resident } from './resident.ts';

/** A portal as the phone needs it, in the reader's language. */
export function clientPortal(ctx: Context, portal: Portal, resident: Resident | null): ClientPortal {
  return {
    app: portal.app, label: say(ctx, portal.label), demo: ctx.services.demo, locale: ctx.locale, revision: ctx.model.revision,
    ...(portal.description ? { description: say(ctx, portal.description) } : {}), ...(portal.phone ? { phone: portal.phone } : {}),
    tabs: portal.tabs.flatMap((name) => { const page = portal.pages.get(name); return page ? [{ page: name, label: say(ctx, page.label) }] : []; }),
    pages: [...portal.pages.values()].map((page) => ({ name: page.name, type: page.type, label: say(ctx, page.label), login: page.login })),
    account: resident && clientAccount(ctx, resident),
  };
}

/** The account with number and phone masked, as they are shown on a screen that others may see. */
export function clientAccount(ctx: Context, resident: Resident): ClientAccount {
  const entity = entityOf(ctx.model, 'platform/resident-account');
  const masked = (name: 'phone' | 'idCard'): string => String(mask(resident[name], entity.byName.get(name)!) ?? '');
  return { name: resident.name, phone: masked('phone'), idCard: resident.idCard === null ? null : masked('idCard'), realName: resident.name !== null && resident.idCard !== null };
}

/** One page of a portal. */
export function clientPage(ctx: Context, page: PortalPage, resident: Resident | null): ClientPortalPage {
  const base: ClientPortalPage = { name: page.name, type: page.type, label: say(ctx, page.label), login: page.login };
  if (page.type === 'text') {
    return {
      ...base, steps: page.steps.map((step) => ({ label: say(ctx, step.label), ...(step.text ? { text: say(ctx, step.text) } : {}) })),
      ...(page.next ? { next: clientLink(ctx, page.next) } : {}),
      ...(page.partner ? { partner: { name: page.partner, label: say(ctx, ctx.model.portals.get(portalOf(ctx, page))?.partners.get(page.partner)?.label ?? page.label) } } : {}),
    };
  }
  if (page.type === 'questionnaires') return base;
  const entity = entityOf(ctx.model, page.entity);
  switch (page.type) {
    case 'form': return {
      ...base, fields: fieldsOf(ctx, entity, page.fields), captcha: page.captcha,
      values: filledIn(page, resident), ...(page.intro ? { intro: say(ctx, page.intro) } : {}), ...(page.done ? { done: say(ctx, page.done) } : {}), ...(page.opens ? { opens: page.opens } : {}),
    };
    case 'detail': return { ...base, title: page.title, fields: fieldsOf(ctx, entity, page.fields) };
    case 'mine': return {
      ...base, title: page.title, fields: fieldsOf(ctx, entity, page.fields), actions: clientActions(ctx, entity, 'record'),
      canDelete: accessTo(ctx, entity).can('delete'), ...(page.add ? { add: page.add } : {}),
    };
    case 'list': return { ...base, search: page.search, filters: fieldsOf(ctx, entity, page.filters), ...(page.opens ? { opens: page.opens } : {}) };
    case 'map': return { ...base, area: page.area, ...(page.opens ? { opens: page.opens } : {}) };
  }
}

function portalOf(ctx: Context, page: PortalPage): string {
  return [...ctx.model.portals.values()].find((portal) => portal.pages.get(page.name) === page)?.app ?? '';
}

/** A fixed link as an entry; pages of other portals say themselves whether they ask who is there. */
export function clientLink(ctx: Context, link: PortalLink): HomeEntry {
  return { label: say(ctx, link.label), icon: link.icon, app: link.app, page: link.page, login: ctx.model.portals.get(link.app)?.pages.get(link.page)?.login ?? false };
}

function fieldsOf(ctx: Context, entity: Entity, names: readonly string[]): ClientField[] {
  return names.flatMap((name) => { const found = fieldAt(ctx, entity, name); return found ? [clientField(ctx, found.entity, found.field, name)] : []; });
}

/** What the account knows already. */
export function filledIn(page: PortalPage & { type: 'form' }, resident: Resident | null): Record<string, unknown> {
  if (!resident) return {};
  return Object.fromEntries(Object.entries(page.fill).flatMap(([field, from]) => (resident[from] === null ? [] : [[field, resident[from]]])));
}
