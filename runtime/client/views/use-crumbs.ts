import type { ClientMenuItem } from '../../model/client-types.ts';
import { useModel } from '../session.tsx';
import type { Crumb } from '../widgets/page.tsx';
import { menuPath } from '../widgets/paths.ts';

/** The way to a page of an entity or a menu item: its app, its menu group, and its list when it has one. */
export function useCrumbs(app: string, name: string, kind: ClientMenuItem['kind'] = 'list'): Crumb[] {
  const model = useModel();
  const found = model.apps.find((item) => item.name === app);
  for (const group of found?.menu ?? []) {
    const item = group.items.find((entry) => entry.app === app && entry.name === name && entry.kind === kind);
    if (item !== undefined) return [{ label: group.label }, { label: item.label, to: menuPath(item) }];
  }
  return found === undefined ? [] : [{ label: found.label }];
}
