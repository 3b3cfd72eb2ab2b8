import { entityOf, type PageLinkKind, type PageNode } from '../../model/model.ts';
import type { ClientField, ClientPage, ClientPageNode } from '../../model/client-types.ts';
import { accessTo } from '../access/access.ts';
import type { Context } from '../context.ts';
import { canReadReport } from '../reports/report-rights.ts';
import { clientField, fieldAt, say } from './client-field.ts';
import { clientList } from './client-list.ts';
import { clientDashboard, clientWidget } from './client-report.ts';

const dataNodes = ['crud', 'chart', 'property', 'links'];

/** A free page as this person may see it; one of whose data nothing is the person's does not exist. */
export function clientFreePage(ctx: Context, key: string): ClientPage | undefined {
  const page = ctx.model.pages.get(key);
  if (!page) return undefined;
  const body = clientNodes(ctx, page.body);
  if (hasData(page.body) && !hasData(body)) return undefined;
  return { kind: 'page', app: page.app, name: page.name, label: say(ctx, page.label), body };
}

function hasData(nodes: readonly (PageNode | ClientPageNode)[]): boolean {
  return nodes.some((node) => dataNodes.includes(node.type) || insideOf(node).some(hasData));
}

function insideOf(node: PageNode | ClientPageNode): readonly (readonly (PageNode | ClientPageNode)[])[] {
  return node.type === 'grid' ? node.columns.map((c) => c.body) : node.type === 'tabs' ? node.tabs.map((tab) => tab.body) : node.type === 'panel' ? [node.body] : [];
}

function clientNodes(ctx: Context, nodes: readonly PageNode[]): ClientPageNode[] {
  return nodes.flatMap((node) => clientNode(ctx, node) ?? []);
}

function clientNode(ctx: Context, node: PageNode): ClientPageNode | undefined {
  switch (node.type) {
    case 'heading': case 'plain': return { type: node.type, text: say(ctx, node.text) };
    case 'alert': return { type: 'alert', text: say(ctx, node.text), level: node.level };
    case 'divider': return node;
    case 'grid': return { type: 'grid', columns: node.columns.map((c) => ({ ...(c.md ? { md: c.md } : {}), body: clientNodes(ctx, c.body) })).filter((c) => c.body.length > 0) };
    case 'panel': { const body = clientNodes(ctx, node.body); return body.length > 0 ? { type: 'panel', title: say(ctx, node.title), body } : undefined; }
    case 'tabs': return { type: 'tabs', tabs: node.tabs.map((tab) => ({ title: say(ctx, tab.title), body: clientNodes(ctx, tab.body) })).filter((tab) => tab.body.length > 0) };
    case 'chart': return canReadReport(ctx, node.widget.report) ? { type: 'chart', widget: clientWidget(ctx, node.widget) } : undefined;
    case 'crud': { const list = clientList(ctx, node.list); return list && { type: 'crud', list, label: node.label ? say(ctx, node.label) : list.label, limit: node.limit, ...(node.filter ? { filter: node.filter } : {}) }; }
    case 'links': { const links = node.links.flatMap((link) => linkTo(ctx, link) ?? []); return links.length > 0 ? { type: 'links', links } : undefined; }
    case 'property': return property(ctx, node);
  }
}

function property(ctx: Context, node: Extract<PageNode, { type: 'property' }>): ClientPageNode | undefined {
  const entity = entityOf(ctx.model, node.entity);
  if (!accessTo(ctx, entity).can('read')) return undefined;
  const fields = node.fields.flatMap((path): ClientField[] => { const found = fieldAt(ctx, entity, path); return found ? [clientField(ctx, found.entity, found.field, path)] : []; });
  return fields.length === 0 ? undefined : { type: 'property', app: entity.app, entity: entity.name, fields, ...(node.label ? { label: say(ctx, node.label) } : {}), ...(node.filter ? { filter: node.filter } : {}) };
}

/** Where a link leads, for whoever may go there. */
function linkTo(ctx: Context, { kind, key, label }: { kind: PageLinkKind; key: string; label?: { zh: string; en: string } }): { label: string; path: string } | undefined {
  const [app, name] = key.split('/') as [string, string];
  const entity = ctx.model.entities.get(key);
  const found: { label: { zh: string; en: string }; path: string } | undefined = {
    list: () => { const list = ctx.model.lists.get(key); return list && accessTo(ctx, entityOf(ctx.model, list.entity)).can('read') ? { label: list.label, path: `/apps/${app}/lists/${name}` } : undefined; },
    report: () => (canReadReport(ctx, key) ? { label: ctx.model.reports.get(key)!.label, path: `/apps/${app}/reports/${name}` } : undefined),
    dashboard: () => (clientDashboard(ctx, key) ? { label: ctx.model.dashboards.get(key)!.label, path: `/apps/${app}/dashboards/${name}` } : undefined),
    page: () => ({ label: ctx.model.pages.get(key)!.label, path: `/apps/${app}/pages/${name}` }),
    form: () => (entity && accessTo(ctx, entity).can('create') ? { label: entity.label, path: `/apps/${app}/records/${name}/new` } : undefined),
    questionnaires: () => (entity && accessTo(ctx, entity).can('read') ? { label: entity.label, path: `/apps/${app}/questionnaires/${name}` } : undefined),
  }[kind]();
  return found && { label: say(ctx, label ?? found.label), path: found.path };
}
