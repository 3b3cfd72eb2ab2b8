import { entityOf } from '../model/model.ts';
import { setPassword } from './auth/index.ts';
import { systemContext } from './context.ts';
import type { Services } from './context.ts';
import { columnOf, tableOf } from './db/quoted-names.ts';
import { create } from './operations/create.ts';
import { inTransaction } from './operations/in-transaction.ts';

/** The three administrators, who are never one person. */
export const administrators = { system: { role: 'platform.system-admin', name: '系统管理员' }, security: { role: 'platform.security-admin', name: '安全管理员' }, audit: { role: 'platform.audit-admin', name: '审计管理员' } } as const;

export interface NewAdministrator {
  username: string; password: string; kind?: keyof typeof administrators; name?: string;
  /** Code of the unit; left out: the topmost one. */
  org?: string;
}

/** Makes one of the first administrators: system (makes people), security (grants roles) or audit. A name that is taken, or a weak password, is refused. */
export async function createAdministrator(services: Services, { username, password, kind = 'system', name = administrators[kind].name, org }: NewAdministrator): Promise<string> {
  return inTransaction(systemContext(services), async (ctx) => {
    const unit = entityOf(ctx.model, 'platform/organization');
    const { rows: [found] } = await ctx.db.query<{ id: string }>(
      `select id from ${tableOf(unit)} where ${columnOf(unit, 'code')} = coalesce($1, ${columnOf(unit, 'code')}) order by ${columnOf(unit, 'parent')} is null desc, ${columnOf(unit, 'code')} limit 1`, [org ?? null]);
    const { id } = await create(ctx, entityOf(ctx.model, 'platform/user'), { username, name, org: found?.id ?? null, active: true });
    await create(ctx, entityOf(ctx.model, 'platform/role-grant'), { user: id, role: administrators[kind].role, scope: 'all' });
    await setPassword(services, ctx.db, id, password);
    return id;
  });
}
