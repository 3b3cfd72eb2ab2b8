import { entityOf } from '../../model/model.ts';
import type { Context, Principal } from '../context.ts';
import { loadRow } from '../operations/rows.ts';

/** A person as expressions see them. */
export async function personOf(ctx: Context, id: string): Promise<Principal['user']> {
  if (ctx.principal.user?.id === id) return ctx.principal.user;
  const row = await loadRow(ctx, entityOf(ctx.model, 'platform/user'), id);
  if (!row) return null;
  const org = typeof row['org'] === 'string' ? await loadRow(ctx, entityOf(ctx.model, 'platform/organization'), row['org']) : undefined;
  return {
    id, name: String(row['name']), username: String(row['username']),
    org: org ? { id: org.id, name: String(org['name']), area: org.areaCode } : null,
  };
}
