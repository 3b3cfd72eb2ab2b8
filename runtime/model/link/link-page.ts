import type * as S from '../../../schemas/generated/types.ts';
import type { Condition, Dashboard, List, Page, PageLinkKind, PageNode, Report } from '../model.ts';
import { checkCondition, resolvePath } from './check-condition.ts';
import { linkWidget } from './link-dashboard.ts';
import { qualify, suggestName, toText, type Linker, type Place } from './linker.ts';

interface Parts { place: Place; linker: Linker; reports: Map<string, Report>; lists: Map<string, List>; dashboards: Map<string, Dashboard>; pages: ReadonlySet<string> }

/** Links a page file: everything that a node names has to be declared. */
export function linkPage(source: S.Page, name: string, parts: Parts): Page {
  return { app: parts.place.app, name, label: toText(source.label), body: linkNodes(source.body, '/body', parts) };
}

function linkNodes(nodes: S.PageNodes, at: string, parts: Parts): PageNode[] {
  return nodes.map((node, i) => linkNode(node, `${at}/${i}`, parts));
}

function linkNode(node: S.PageNodes[number], at: string, parts: Parts): PageNode {
  const { place, linker, lists } = parts;
  switch (node.type) {
    case 'heading': case 'plain': return { type: node.type, text: toText(node.text) };
    case 'alert': return { type: 'alert', text: toText(node.text), level: node.level ?? 'info' };
    case 'divider': return { type: 'divider' };
    case 'grid': return { type: 'grid', columns: node.columns.map((c, i) => ({ ...(c.md ? { md: c.md } : {}), body: linkNodes(c.body, `${at}/columns/${i}/body`, parts) })) };
    case 'panel': return { type: 'panel', title: toText(node.title), body: linkNodes(node.body, `${at}/body`, parts) };
    case 'tabs': return { type: 'tabs', tabs: node.tabs.map((tab, i) => ({ title: toText(tab.title), body: linkNodes(tab.body, `${at}/tabs/${i}/body`, parts) })) };
    case 'chart': return { type: 'chart', widget: linkWidget(node.widget, `${at}/widget`, parts) };
    case 'crud': {
      const key = known('list', node.list, lists, `${at}/list`, parts);
      const entity = linker.entities.get(lists.get(key)?.entity ?? '');
      if (node.filter) checkCondition(node.filter, entity, place, `${at}/filter`, linker);
      return { type: 'crud', list: key, limit: node.limit ?? 5, ...(node.label ? { label: toText(node.label) } : {}), ...(node.filter ? { filter: node.filter as Condition } : {}) };
    }
    case 'links': return { type: 'links', links: node.links.map((link, i) => linkLink(link, `${at}/links/${i}`, parts)) };
    case 'property': {
      const entity = linker.entity(place, `${at}/entity`, node.entity);
      if (entity) node.fields.forEach((path, i) => resolvePath(path, entity, place, `${at}/fields/${i}`, linker));
      if (node.filter) checkCondition(node.filter, entity, place, `${at}/filter`, linker);
      return { type: 'property', entity: entity?.key ?? qualify(node.entity, place.app), fields: node.fields, ...(node.label ? { label: toText(node.label) } : {}), ...(node.filter ? { filter: node.filter as Condition } : {}) };
    }
  }
}

const kinds: readonly PageLinkKind[] = ['list', 'report', 'dashboard', 'page', 'form', 'questionnaires'];

function linkLink(link: S.LinksNode['links'][number], at: string, parts: Parts): { kind: PageLinkKind; key: string; label?: PageNodeLabel } {
  const { place, linker, lists, reports, dashboards, pages } = parts;
  const named = kinds.filter((kind) => link[kind] !== undefined);
  if (named.length !== 1) linker.report(place, at, 'definition.alternative', 'a link opens exactly one thing', `one of ${kinds.join(', ')}`);
  const kind = named[0] ?? 'list';
  const name = link[kind] ?? '';
  const targets = { list: lists, report: reports, dashboard: dashboards, page: pages, form: linker.entities, questionnaires: linker.entities }[kind];
  const key = named.length === 1 ? known(kind === 'form' || kind === 'questionnaires' ? 'entity' : kind, name, targets, `${at}/${kind}`, parts) : name;
  if (kind === 'questionnaires' && linker.entities.has(key) && !linker.entities.get(key)?.questionnaires) linker.report(place, `${at}/questionnaires`, 'definition.questionnaire', `"${name}" holds no questionnaires`);
  return { kind, key, ...(link.label ? { label: toText(link.label) } : {}) };
}

type PageNodeLabel = Page['label'];

function known(kind: string, name: string, targets: { has: (key: string) => boolean; keys: () => IterableIterator<string> }, pointer: string, { place, linker }: Parts): string {
  const key = qualify(name, place.app);
  if (!targets.has(key) && !linker.isDeclared(kind, key)) linker.report(place, pointer, `definition.unknown-${kind}`, `unknown ${kind} "${name}"`, suggestName(name, place.app, targets.keys()));
  return key;
}
