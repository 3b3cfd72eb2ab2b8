import type { FastifyInstance } from 'fastify';
import { entityOf } from '../../model/model.ts';
import { recordEvent } from '../audit/index.ts';
import type { Services } from '../context.ts';
import { collectEvidence } from '../evidence/index.ts';
import { problem } from '../../problems.ts';
import { accessTo } from '../access/access.ts';
import { contextOf } from './request-context.ts';

/** `/api/evidence`: each requirement of GB/T 22239-2019 level 3 that software can answer, tried now; for security and audit administrators. */
export async function evidenceRoutes(app: FastifyInstance, services: Services): Promise<void> {
  app.get('/api/evidence', { config: { rateLimit: { max: services.demo ? 600 : 6, timeWindow: '1 minute' } }, schema: { tags: ['audit'], summary: 'Evidence by clause, collected now' } }, async (request) => {
    const ctx = contextOf(request);
    const may = accessTo(ctx, entityOf(ctx.model, 'platform/role-grant')).can('create') || accessTo(ctx, entityOf(ctx.model, 'platform/audit-event')).can('export');
    if (!may) throw problem('access.denied', { action: { zh: '查看合规证据', en: 'read the evidence' } });
    await recordEvent(ctx, { event: 'evidence.collect', result: 'done' });
    return { items: (await collectEvidence(ctx)).map(({ title, ...one }) => ({ ...one, title: ctx.locale === 'en' ? title.en : title.zh })) };
  });
}
