import { entityOf, type Portal, type PortalSection } from '../../model/model.ts';
import type { ClientPortalSection, HomeEntry, PortalItem } from '../../model/client-portal-types.ts';
import { say } from '../client-model/index.ts';
import type { Context } from '../context.ts';
import { find } from '../operations/find.ts';
import { clientLink } from './client-portal.ts';
import { listItems, sectionItems } from './portal-records.ts';

type Services = Extract<PortalSection, { kind: 'services' }>;
const mostEntries = 100;

/** The home page, filled. */
export function homeOf(ctx: Context, portal: Portal): Promise<ClientPortalSection[]> {
  return Promise.all(portal.home.map(async (section): Promise<ClientPortalSection> => {
    switch (section.kind) {
      case 'search': return section;
      case 'links': return { kind: 'services', label: say(ctx, section.label), groups: [{ label: '', items: section.items.map((item) => clientLink(ctx, item)) }] };
      case 'banner': return { kind: 'banner', items: await sectionItems(ctx, section, 5), ...(section.opens ? { opens: section.opens } : {}) };
      case 'notices': return { kind: 'notices', label: say(ctx, section.label), items: await sectionItems(ctx, section, section.limit), opens: section.opens, ...(section.more ? { more: section.more } : {}) };
      case 'services': return { kind: 'services', label: say(ctx, section.label), groups: await entriesOf(ctx, portal, section) };
    }
  }));
}

/** Entries that operators keep as records, in the order of their groups' options. */
async function entriesOf(ctx: Context, portal: Portal, section: Services): Promise<{ label: string; items: HomeEntry[] }[]> {
  const entity = entityOf(ctx.model, section.entity);
  const { items } = await find(ctx, entity, { ...(section.where ? { where: section.where } : {}), sort: section.sort, pageSize: mostEntries, count: 'none' });
  const options = section.group ? entity.byName.get(section.group)?.options ?? [] : [];
  const groups = new Map<string, HomeEntry[]>(options.map((option) => [option.value, []]));
  for (const row of items) {
    const group = section.group ? String(row[section.group] ?? '') : '';
    const entry: HomeEntry = {
      id: String(row['id']), label: String(row[section.title] ?? ''), icon: section.icon ? String(row[section.icon] ?? 'form') : 'form',
      app: portal.app, page: 'services', login: section.login !== undefined && row[section.login] === true,
    };
    groups.set(group, [...groups.get(group) ?? [], entry]);
  }
  const labelOf = (value: string): string => { const option = options.find((o) => o.value === value); return option ? say(ctx, option.label) : ''; };
  return [...groups].filter(([, entries]) => entries.length > 0).map(([value, entries]) => ({ label: labelOf(value), items: entries }));
}

/** What the search box finds: the first records of every list that may be searched. */
export async function searchPortal(ctx: Context, portal: Portal, text: string, signedIn: boolean): Promise<{ groups: { page: string; label: string; opens?: string; items: PortalItem[] }[] }> {
  const groups = [];
  for (const page of portal.pages.values()) {
    if (page.type !== 'list' || !page.search || (page.login && !signedIn)) continue;
    const { items } = await listItems(ctx, page, { search: text });
    if (items.length > 0) groups.push({ page: page.name, label: say(ctx, page.label), items: items.slice(0, 5), ...(page.opens ? { opens: page.opens } : {}) });
  }
  return { groups };
}
