import type * as S from '../../../schemas/generated/types.ts';
import type { Action, BoundProcess, Condition, Entity, EntityGrant, Field, Message, Portal, PortalLink, PortalPage, PortalSection, Role } from '../model.ts';
import { suggest } from '../suggest.ts';
import { checkCondition, resolvePath } from './check-condition.ts';
import { qualify, suggestName, toText, type Linker, type Place } from './linker.ts';

interface Known { actions: Map<string, Map<string, Action>>; processOf: Map<string, BoundProcess>; messages: Map<string, Message> }
interface Rights { fields: Set<string>; create: Set<string> }
interface Work { place: Place; linker: Linker; anybody: Map<string, Rights>; own: Map<string, Rights>; pages: readonly string[] }

/** Entities whose choices are open to everybody who fills in a form. */
const openChoices = ['platform/area', 'platform/organization'];

/** Links a portal and the three roles that its rights amount to: what anybody sees, what anybody may file, what residents do with their own. */
export function linkPortal(source: S.Portal, name: string, place: Place, linker: Linker, known: Known): { portal: Portal; roles: Role[] } {
  const label = toText(source.label);
  const roles = { anybody: `portal:${place.app}:anybody`, guest: `portal:${place.app}:guest`, own: `portal:${place.app}:own` };
  const work: Work = { place, linker, anybody: new Map(), own: new Map(), pages: Object.keys(source.pages ?? {}) };
  const grants = { anybody: new Map<string, EntityGrant>(), guest: new Map<string, EntityGrant>(), own: new Map<string, EntityGrant>() };
  for (const [key, raw] of Object.entries(source.public ?? {})) linkPublic(key, raw, work, grants);
  for (const [key, raw] of Object.entries(source.own ?? {})) linkOwn(key, raw, work, grants.own, known);
  const pages = new Map(Object.entries(source.pages ?? {}).map(([key, raw]) => [key, linkPage(key, raw, work, source)] as const));
  const home = source.home.map((raw, i) => linkSection(raw, `/home/${i}`, work));
  source.tabs?.forEach((tab, i) => knownPage(tab, `/tabs/${i}`, work));
  const questionnaires = (source.questionnaires ?? []).flatMap((key, i) => {
    const entity = linker.entity(place, `/questionnaires/${i}`, key);
    return entity ? [entity.key] : [];
  });
  const partners = new Map(Object.entries(source.partners ?? {}).map(([key, raw]) => {
    const cases = raw.cases && linkCases(raw.cases, `/partners/${key}/cases`, work, known);
    return [key, { name: key, label: toText(raw.label), address: raw.address, secret: raw.secret, ...(cases ? { cases } : {}) }];
  }));
  const portal: Portal = {
    app: place.app, name, label, home, pages, tabs: source.tabs ?? [], questionnaires, partners, roles,
    ...(source.description ? { description: toText(source.description) } : {}), ...(source.phone ? { phone: source.phone } : {}),
  };
  const role = (of: keyof typeof roles): Role => ({ name: roles[of], label, excludes: [], administrative: false, grants: grants[of], reports: new Set(), engine: new Set() });
  return { portal, roles: [role('anybody'), role('guest'), role('own')] };
}

/** Links between portals, once all are there. */
export function checkPortalLinks(portals: Map<string, Portal>, linker: Linker, fileOf: (app: string) => string): void {
  for (const portal of portals.values()) {
    const links = [...portal.home.flatMap((s) => (s.kind === 'links' ? s.items : [])), ...[...portal.pages.values()].flatMap((p) => (p.type === 'text' && p.next ? [p.next] : []))];
    for (const { app, page } of links) {
      const target = portals.get(app);
      // Another portal may be installed or not; where it is, its page has to be there.
      if (app === portal.app ? !portal.pages.has(page) : target && !target.pages.has(page)) {
        linker.report({ file: fileOf(portal.app), app: portal.app }, '/home', 'definition.unknown-page', `unknown page "${app === portal.app ? page : `${app}/${page}`}"`, suggest(page, (target ?? portal).pages.keys()));
      }
    }
  }
}

function linkPublic(key: string, raw: NonNullable<S.Portal['public']>[string], work: Work, grants: { anybody: Map<string, EntityGrant>; guest: Map<string, EntityGrant> }): void {
  const pointer = `/public/${key.replaceAll('/', '~1')}`;
  const entity = work.linker.entity(work.place, pointer, key);
  if (!entity) return;
  checkFields(raw.fields, entity, `${pointer}/fields`, work, (field) => {
    if (field.sensitivity?.level === 'sensitive') work.linker.report(work.place, pointer, 'definition.portal-sensitive', `"${field.name}" is sensitive and cannot be public`);
  });
  checkFields(raw.create ?? [], entity, `${pointer}/create`, work);
  if (raw.where) checkCondition(raw.where, entity, work.place, `${pointer}/where`, work.linker);
  work.anybody.set(entity.key, { fields: new Set(raw.fields), create: new Set(raw.create) });
  grants.anybody.set(entity.key, grantOf(entity, { read: (raw.where as Condition | undefined) ?? true, shown: raw.fields, writable: [], scope: 'all' }));
  if (raw.create) grants.guest.set(entity.key, grantOf(entity, { read: false, create: true, shown: raw.create, writable: raw.create, scope: 'all' }));
}

function linkOwn(key: string, raw: NonNullable<S.Portal['own']>[string], work: Work, grants: Map<string, EntityGrant>, known: Known): void {
  const pointer = `/own/${key.replaceAll('/', '~1')}`;
  const entity = work.linker.entity(work.place, pointer, key);
  if (!entity) return;
  for (const part of ['fields', 'create', 'update'] as const) checkFields(raw[part] ?? [], entity, `${pointer}/${part}`, work);
  const actions = [...(known.actions.get(entity.key)?.values() ?? [])].filter((a) => !a.internal).map((a) => a.name);
  if (known.processOf.has(entity.key)) actions.push('submit');
  raw.actions?.forEach((a, i) => { if (!actions.includes(a)) work.linker.report(work.place, `${pointer}/actions/${i}`, 'definition.unknown-action', `unknown action "${a}" of ${entity.name}`, suggest(a, actions)); });
  work.own.set(entity.key, { fields: new Set(raw.fields), create: new Set(raw.create) });
  const writable = [...raw.create ?? [], ...raw.update ?? []];
  grants.set(entity.key, grantOf(entity, { read: true, create: raw.create !== undefined, update: raw.update !== undefined, delete: raw.delete ?? false, actions: raw.actions ?? [], shown: [...raw.fields, ...writable], writable, scope: 'own' }));
}

/** Rights by the fields that are named: all others are hidden, or only read. */
function grantOf(entity: Entity, { read, create = false, update = false, delete: remove = false, actions = [], shown, writable, scope }: { read: boolean | Condition; create?: boolean; update?: boolean; delete?: boolean; actions?: string[]; shown: readonly string[]; writable: readonly string[]; scope: 'own' | 'all' }): EntityGrant {
  const names = entity.fields.map((f) => f.name);
  return { read, create, update, delete: remove, export: false, import: false, print: [], actions, scope, hide: names.filter((n) => !shown.includes(n)), mask: [], readOnly: names.filter((n) => shown.includes(n) && !writable.includes(n)) };
}

function checkFields(names: readonly string[], entity: Entity, pointer: string, { place, linker }: Work, each?: (field: Field) => void): void {
  names.forEach((name, i) => {
    const field = entity.byName.get(name);
    if (!field && !linker.isVague(entity, name)) linker.report(place, `${pointer}/${i}`, 'definition.unknown-field', `unknown field "${name}"`, suggest(name, entity.byName.keys()));
    if (field) each?.(field);
  });
}

function linkPage(name: string, raw: NonNullable<S.Portal['pages']>[string], work: Work, source: S.Portal): PortalPage {
  const at = `/pages/${name}`;
  const base = { name, label: toText(raw.label) };
  if (raw.type === 'text') {
    if (raw.partner !== undefined && !source.partners?.[raw.partner]) work.linker.report(work.place, `${at}/partner`, 'definition.unknown-page', `unknown partner "${raw.partner}"`, suggest(raw.partner, Object.keys(source.partners ?? {})));
    return { ...base, login: false, type: 'text', steps: raw.steps.map((s) => ({ label: toText(s.label), ...(s.text ? { text: toText(s.text) } : {}) })), ...(raw.next ? { next: linkOf(raw.next, work) } : {}), ...(raw.partner ? { partner: raw.partner } : {}) };
  }
  const entity = work.linker.entity(work.place, `${at}/entity`, raw.entity);
  const key = entity?.key ?? qualify(raw.entity, work.place.app);
  switch (raw.type) {
    case 'questionnaires': return { ...base, login: false, type: 'questionnaires', entity: key };
    case 'form': return linkFormPage(base, raw, entity, key, at, work);
    case 'mine': {
      needRight(entity, [raw.title, raw.status, raw.date, ...raw.fields], 'own', at, work);
      if (raw.add !== undefined) knownPage(raw.add, `${at}/add`, work);
      return { ...base, login: true, type: 'mine', entity: key, ...pick(raw, ['title', 'status', 'date', 'fields', 'add']), sort: raw.sort ?? ['-createdAt'] };
    }
    case 'detail': {
      needRight(entity, [raw.title, ...raw.fields], 'anybody', at, work);
      return { ...base, login: raw.login ?? false, type: 'detail', entity: key, title: raw.title, fields: raw.fields };
    }
    case 'map': {
      needRight(entity, [raw.title, raw.text, raw.phone, raw.area], 'anybody', at, work);
      if (entity && entity.byName.get(raw.area) && entity.byName.get(raw.area)?.type !== 'area') work.linker.report(work.place, `${at}/area`, 'definition.type', `"${raw.area}" is no area`);
      return { ...base, login: raw.login ?? false, type: 'map', ...shownOf(raw, entity, key, at, work), ...pick(raw, ['text', 'phone', 'area', 'opens']) };
    }
    case 'list': {
      needRight(entity, [raw.title, raw.text, raw.image, raw.date, ...(raw.filters ?? [])], 'anybody', at, work);
      return { ...base, login: raw.login ?? false, type: 'list', ...shownOf(raw, entity, key, at, work), ...pick(raw, ['text', 'image', 'date', 'opens']), filters: raw.filters ?? [], search: raw.search ?? false };
    }
  }
}

type FormSource = Extract<NonNullable<S.Portal['pages']>[string], { type: 'form' }>;

function linkFormPage(base: { name: string; label: PortalPage['label'] }, raw: FormSource, entity: Entity | undefined, key: string, at: string, work: Work): PortalPage {
  const rights = (raw.login ? work.own : work.anybody).get(key);
  const where = raw.login ? 'own' : 'public';
  if (entity) raw.fields.forEach((name, i) => {
    const field = entity.byName.get(name);
    if (!rights?.create.has(name)) work.linker.report(work.place, `${at}/fields/${i}`, 'definition.portal-right', `"${name}" may not be filed`, `name it in "create" of "${where}" for "${raw.entity}"`);
    const target = field?.reference?.entity;
    if (target !== undefined && !openChoices.includes(target) && !work.anybody.has(target)) work.linker.report(work.place, `${at}/fields/${i}`, 'definition.portal-right', `nobody sees the choices of "${name}"`, `name "${target}" in "public"`);
  });
  for (const name of Object.keys(raw.fill ?? {})) if (entity && !entity.byName.has(name)) work.linker.report(work.place, `${at}/fill/${name}`, 'definition.unknown-field', `unknown field "${name}"`, suggest(name, entity.byName.keys()));
  if (raw.opens !== undefined) knownPage(raw.opens, `${at}/opens`, work);
  return {
    ...base, login: raw.login ?? false, type: 'form', entity: key, fields: raw.fields, fill: raw.fill ?? {}, captcha: (raw.captcha ?? false) || !raw.login, submit: raw.submit ?? false,
    ...(raw.intro ? { intro: toText(raw.intro) } : {}), ...(raw.done ? { done: toText(raw.done) } : {}), ...(raw.opens ? { opens: raw.opens } : {}),
  };
}

function linkSection(raw: S.Portal['home'][number], at: string, work: Work): PortalSection {
  if (raw.kind === 'search') return { kind: 'search' };
  const label = 'label' in raw && raw.label !== undefined ? toText(raw.label) : { zh: '', en: '' };
  if (raw.kind === 'links') return { kind: 'links', label, items: raw.items.map((item) => linkOf(item, work)) };
  const entity = work.linker.entity(work.place, `${at}/entity`, raw.entity);
  const shown = shownOf(raw, entity, entity?.key ?? qualify(raw.entity, work.place.app), at, work);
  if (raw.kind === 'banner') {
    needRight(entity, [raw.title, raw.image], 'anybody', at, work);
    return { kind: 'banner', ...shown, ...pick(raw, ['image', 'opens']) };
  }
  if (raw.kind === 'notices') {
    needRight(entity, [raw.title, raw.date], 'anybody', at, work);
    if (raw.more !== undefined) knownPage(raw.more, `${at}/more`, work);
    return { kind: 'notices', label, ...shown, limit: raw.limit ?? 3, opens: raw.opens, ...pick(raw, ['date', 'more']) };
  }
  needRight(entity, [raw.title, raw.group, raw.icon, raw.login], 'anybody', at, work);
  return { kind: 'services', label, ...shown, target: raw.target, ...pick(raw, ['group', 'icon', 'login']) };
}

function shownOf(raw: { title: string; where?: unknown; sort?: string[]; opens?: string }, entity: Entity | undefined, key: string, at: string, work: Work): { entity: string; title: string; where?: Condition; sort: string[] } {
  if (raw.where !== undefined) checkCondition(raw.where, entity, work.place, `${at}/where`, work.linker);
  if (entity) raw.sort?.forEach((s, i) => {
    const path = s.replace(/^-/, '');
    const field = resolvePath(path, entity, work.place, `${at}/sort/${i}`, work.linker);
    // An order tells of values, so it needs them to be public.
    if (field && !work.anybody.get(entity.key)?.fields.has(path)) work.linker.report(work.place, `${at}/sort/${i}`, 'definition.portal-right', `"${path}" is not shown here`, `name it in "fields" of "public" for "${entity.name}"`);
  });
  if (raw.opens !== undefined) knownPage(raw.opens, `${at}/opens`, work);
  return { entity: key, title: raw.title, sort: raw.sort ?? (entity?.sort ?? []).filter((s) => work.anybody.get(entity!.key)?.fields.has(s.replace(/^-/, ''))), ...(raw.where ? { where: raw.where as Condition } : {}) };
}

/** A page may only show what its readers may see. */
function needRight(entity: Entity | undefined, fields: readonly (string | undefined)[], whose: 'anybody' | 'own', at: string, { place, linker, ...work }: Work): void {
  if (!entity) return;
  const rights = work[whose].get(entity.key);
  const part = whose === 'own' ? 'own' : 'public';
  for (const name of new Set(fields)) {
    if (name === undefined || linker.isVague(entity, name)) continue;
    if (!entity.byName.has(name)) linker.report(place, at, 'definition.unknown-field', `unknown field "${name}"`, suggest(name, entity.byName.keys()));
    else if (!rights?.fields.has(name)) linker.report(place, at, 'definition.portal-right', `"${name}" is not shown here`, `name it in "fields" of "${part}" for "${entity.name}"`);
  }
}

function knownPage(name: string, pointer: string, { pages, place, linker }: Work): void {
  if (!pages.includes(name)) linker.report(place, pointer, 'definition.unknown-page', `unknown page "${name}"`, suggest(name, pages));
}

function linkOf(raw: { label: S.Portal['label']; icon?: string; page: string }, { place }: Work): PortalLink {
  const [app, page] = raw.page.includes('/') ? raw.page.split('/') as [string, string] : [place.app, raw.page];
  return { label: toText(raw.label), icon: raw.icon ?? 'form', app, page };
}

type CasesSource = NonNullable<NonNullable<S.Portal['partners']>[string]['cases']>;

function linkCases(raw: CasesSource, at: string, work: Work, known: Known): { entity: string; key: string; fields: string[]; message?: string } | undefined {
  const entity = work.linker.entity(work.place, `${at}/entity`, raw.entity);
  if (!entity) return undefined;
  checkFields([raw.key, ...raw.fields], entity, at, work);
  const message = raw.message === undefined ? undefined : qualify(raw.message, work.place.app);
  if (message !== undefined && !known.messages.has(message)) work.linker.report(work.place, `${at}/message`, 'definition.unknown-message', `unknown message "${raw.message}"`, suggestName(raw.message!, work.place.app, known.messages.keys()));
  return { entity: entity.key, key: raw.key, fields: raw.fields, ...(message ? { message } : {}) };
}

function pick<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.filter((k) => from[k] !== undefined).map((k) => [k, from[k]])) as Pick<T, K>;
}
