import type { FastifyInstance } from 'fastify';
import { entityOf } from '../../model/model.ts';
import { recordEvent, verifyAudit } from '../audit/index.ts';
import type { Services } from '../context.ts';
import { requireOperation } from '../operations/require.ts';
import { contextOf } from './request-context.ts';

/** `/api/audit/verify`: whether the audit log is as it was written. Searching and exporting it are those of the entity `platform/audit-event`. */
export async function auditRoutes(app: FastifyInstance, services: Services): Promise<void> {
  app.get('/api/audit/verify', { config: { rateLimit: { max: 6, timeWindow: '1 minute' } }, schema: { tags: ['audit'], summary: 'Walk the sealed chain of the audit log' } }, async (request) => {
    const ctx = contextOf(request);
    requireOperation(ctx, entityOf(ctx.model, 'platform/audit-event'), 'export');
    await recordEvent(ctx, { event: 'audit.verify', result: 'done' });
    return verifyAudit({ db: services.pool, model: ctx.model, home: services.home, now: services.clock.now() });
  });
}
