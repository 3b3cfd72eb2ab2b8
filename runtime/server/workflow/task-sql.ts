import type { Grant } from '../context.ts';
import { joined, raw, type Fragment } from '../db/builder.ts';

/** Tasks `t` with roles that these grants cover: the same rule as `isCandidate`, over rows. */
export function candidateSql(grants: readonly Grant[]): Fragment {
  const everywhere = grants.filter(({ scope }) => scope === 'all').map(({ role }) => role);
  const parts: Fragment[] = everywhere.length > 0 ? [raw('t.roles && ?::text[]', [list(everywhere)])] : [];
  for (const { role, scope, orgs, area } of grants) {
    const roles = raw('t.roles @> ?::text[]', [list([role])]);
    if ((scope === 'unit' || scope === 'unit-below') && orgs.length > 0) parts.push(joined([raw('t.scope_org = any(?::uuid[])', [list(orgs)]), roles], 'and'));
    if (scope === 'area-below' && area !== null) parts.push(joined([raw('t.scope_area like ?', [`${area}%`]), roles], 'and'));
  }
  return parts.length === 0 ? raw('false') : joined(parts, 'or');
}

// The builder spreads a plain array; wrapped, it stays one parameter.
const list = (values: readonly string[]): Fragment => raw('?', [values]);
