import { entityOf, type Detail, type Entity, type Section } from '../../model/model.ts';
import type { ClientApp, ClientDashboard, ClientDetail, ClientForm, ClientList, ClientModel, ClientPage, ClientReport, ClientSection } from '../../model/client-types.ts';
import { accessTo } from '../access/access.ts';
import { canReadReport } from '../reports/report-rights.ts';
import type { Context } from '../context.ts';
import { clientActions } from './client-action.ts';
import { clientPrints } from './client-prints.ts';
import { clientField, fieldAt, say } from './client-field.ts';
import { clientFreePage } from './client-free-page.ts';
import { clientList } from './client-list.ts';
import { clientDashboard, clientReport } from './client-report.ts';

export { clientActions } from './client-action.ts';
export { clientField, fieldAt, say } from './client-field.ts';

/** The menu of one person: pages of entities that the person may read. */
export function clientMenu(ctx: Context): ClientModel {
  const user = ctx.principal.user;
  const apps: ClientApp[] = [...ctx.model.apps.values()].sort((a, b) => a.order - b.order || a.name.localeCompare(b.name)).map((app) => ({
    name: app.name, label: say(ctx, app.label), ...(app.icon ? { icon: app.icon } : {}),
    menu: app.menu.map((group) => ({
      label: say(ctx, group.label), ...(group.icon ? { icon: group.icon } : {}),
      items: group.items.filter((item) => isReadable(ctx, item.kind, item.key)).map((item) => {
        const [appName, name] = item.key.split('/');
        return { kind: item.kind, app: appName!, name: name!, label: say(ctx, item.label ?? labelOf(ctx, item.kind, item.key)) };
      }),
    })).filter((group) => group.items.length > 0),
  })).filter((app) => app.menu.length > 0);
  return {
    revision: ctx.model.revision, locale: ctx.locale, demo: ctx.services.demo, apps,
    user: {
      id: user?.id ?? '', username: user?.username ?? '', name: user?.name ?? '', ...(user?.org ? { org: { id: user.org.id, title: user.org.name } } : {}),
      roles: ctx.principal.grants.map((g) => { const role = ctx.model.roles.get(g.role); return { name: g.role, label: role ? say(ctx, role.label) : g.role, scope: g.scope }; }),
    },
  };
}

const toolLabels: Record<string, { zh: string; en: string }> = { access: { zh: '权限查询', en: 'Who may do what' }, evidence: { zh: '等保证据', en: 'Security evidence' } };

function labelOf(ctx: Context, kind: string, key: string): { zh: string; en: string } {
  if (kind === 'tool') return toolLabels[key.split('/')[1] ?? ''] ?? { zh: key, en: key };
  const of = kind === 'list' ? ctx.model.lists.get(key) : kind === 'dashboard' ? ctx.model.dashboards.get(key) : kind === 'page' ? ctx.model.pages.get(key) : ctx.model.reports.get(key);
  return of?.label ?? { zh: key, en: key };
}

function isReadable(ctx: Context, kind: string, key: string): boolean {
  if (kind === 'list') {
    const list = ctx.model.lists.get(key);
    return list !== undefined && accessTo(ctx, entityOf(ctx.model, list.entity)).can('read');
  }
  if (kind === 'report') return canReadReport(ctx, key);
  if (kind === 'page') return clientFreePage(ctx, key) !== undefined;
  if (kind === 'tool') return mayUseTool(ctx, key.split('/')[1] ?? '');
  return ctx.model.dashboards.get(key)?.pages.some((p) => p.widgets.some((w) => canReadReport(ctx, w.report))) ?? false;
}

/** Pages of the product itself: who grants roles asks who may do what, and both who grants and who audits reads the evidence. */
function mayUseTool(ctx: Context, name: string): boolean {
  const grants = accessTo(ctx, entityOf(ctx.model, 'platform/role-grant')).can('create');
  return grants || (name === 'evidence' && accessTo(ctx, entityOf(ctx.model, 'platform/audit-event')).can('export'));
}

/** One definition as this person may see it; nothing when it does not exist or is not the person's. */
export function clientDefinition(ctx: Context, kind: string, key: string): ClientList | ClientForm | ClientDetail | ClientReport | ClientDashboard | ClientPage | undefined {
  switch (kind) {
    case 'list': return clientList(ctx, key);
    case 'form': return clientForm(ctx, key);
    case 'detail': return clientDetail(ctx, key);
    case 'report': return clientReport(ctx, key);
    case 'dashboard': return clientDashboard(ctx, key);
    case 'page': return clientFreePage(ctx, key);
    default: return undefined;
  }
}

function clientForm(ctx: Context, key: string): ClientForm | undefined {
  const form = ctx.model.forms.get(key);
  const entity = form && entityOf(ctx.model, form.entity);
  if (!form || !entity) return undefined;
  const access = accessTo(ctx, entity);
  if (!access.can('create') && !access.can('update') && !access.can('read')) return undefined;
  return {
    kind: 'form', app: form.app, name: form.name, entity: entity.name, entityApp: entity.app, label: say(ctx, form.label), sections: sections(ctx, entity, form.sections),
    checks: entity.checks.map((c) => ({ rule: c.rule.text, message: say(ctx, c.message), ...(c.field ? { field: c.field } : {}) })), ...(entity.changeReason ? { changeReason: entity.changeReason } : {}),
  };
}

/** The app whose portal offers a questionnaire. */
function offeredBy(ctx: Context, entity: Entity): { portal?: string } {
  const portal = [...ctx.model.portals.values()].find(({ questionnaires }) => questionnaires.includes(entity.key));
  return portal ? { portal: portal.app } : {};
}

function clientDetail(ctx: Context, key: string): ClientDetail | undefined {
  const detail = ctx.model.details.get(key);
  const entity = detail && entityOf(ctx.model, detail.entity);
  if (!detail || !entity || !accessTo(ctx, entity).can('read')) return undefined;
  const process = ctx.model.processOf.get(entity.key);
  return {
    kind: 'detail', app: detail.app, name: detail.name, entity: entity.name, entityApp: entity.app, label: say(ctx, detail.label), title: entity.title,
    ...(entity.states ? { state: entity.states.field } : {}), ...(entity.questionnaires ? { questionnaire: offeredBy(ctx, entity) } : {}), sections: sections(ctx, entity, detail.sections),
    related: relatedLists(ctx, detail.related),
    header: detail.header.flatMap((path) => { const found = fieldAt(ctx, entity, path); return found ? [clientField(ctx, found.entity, found.field, path)] : []; }),
    tabs: detail.tabs.map((tab) => ({ label: say(ctx, tab.label), sections: sections(ctx, entity, tab.sections), related: relatedLists(ctx, tab.related) })).filter((tab) => tab.sections.length + tab.related.length > 0),
    figures: detail.figures.flatMap(({ report: name, measure, by, label }) => {
      const report = ctx.model.reports.get(name);
      const found = report?.measures.find((m) => m.name === measure);
      if (!report || !found || !canReadReport(ctx, name)) return [];
      return [{ label: say(ctx, label ?? found.label), ...(found.unit ? { unit: say(ctx, found.unit) } : {}), app: report.app, report: report.name, measure, by }];
    }),
    around: detail.timeline.some(({ entity: other, by }) => isTold(ctx, entityOf(ctx.model, other), by)),
    prints: clientPrints(ctx, entity), actions: clientActions(ctx, entity, 'record'), history: entity.history && !entity.lineOf,
    ...(holdsCodes(ctx, entity) ? { codeChanges: true } : {}),
    ...(entity.tree ? { tree: { parent: entity.tree.parent, title: entity.title, ...(entity.tree.order ? { order: entity.tree.order } : {}) } } : {}), ...(entity.changeReason ? { changeReason: entity.changeReason } : {}),
    ...(process ? { process: { name: process.key, label: process.process.name ?? process.key } } : {}),
  };
}

function relatedLists(ctx: Context, related: Detail['related']): ClientDetail['related'] {
  return related.flatMap((r) => {
    const list = ctx.model.lists.get(r.list);
    if (!list || !isTold(ctx, entityOf(ctx.model, list.entity), r.by)) return [];
    return [{ label: say(ctx, r.label ?? list.label), app: list.app, list: list.name, by: r.by }];
  });
}

/** May the reader ask which records of an entity refer to one? */
function isTold(ctx: Context, entity: Entity, by: string): boolean {
  return accessTo(ctx, entity).can('read') && accessTo(ctx, entity).clear(by).kind !== 'none';
}

/** Does a record of this entity hold a version of codes that the person may read? */
function holdsCodes(ctx: Context, entity: Entity): boolean {
  return [...ctx.model.entities.values()].some((codes) => codes.codes?.version !== undefined && codes.byName.get(codes.codes.of)?.reference?.entity === entity.key && accessTo(ctx, codes).can('read'));
}

function sections(ctx: Context, entity: Entity, list: Section[]): ClientSection[] {
  return list.map((s) => ({
    columns: s.columns, ...(s.label ? { label: say(ctx, s.label) } : {}),
    fields: s.fields.flatMap((path) => { const found = fieldAt(ctx, entity, path); return found ? [clientField(ctx, found.entity, found.field, path)] : []; }),
  })).filter((s) => s.fields.length > 0);
}
