import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Services } from '../../context.ts';
import { redeem, requireSignature, takeCase } from '../../portal/index.ts';
import { portalRequest } from './portal-context.ts';

interface Params { app: string; partner: string }
const tags = ['portal'];
const text = { type: 'string', minLength: 1, maxLength: 200 } as const;
const headers = { type: 'object', properties: { 'x-tamga-time': { type: 'string', description: 'Milliseconds since 1970.' }, 'x-tamga-signature': { type: 'string', description: 'Hex HMAC-SHA256 of time, a dot and the body as JSON without spaces, by the shared secret.' } } };

/** What partners call: who comes with a token, and how a resident's case stands. */
export async function portalPartnerRoutes(app: FastifyInstance, services: Services): Promise<void> {
  const config = { rateLimit: { max: 600, timeWindow: '1 minute' } };

  app.post<{ Params: Params; Body: { token: string } }>('/portal/:app/api/partners/:partner/resident', {
    config, schema: { tags, summary: 'Exchange a one-time token for the resident', headers, body: { type: 'object', additionalProperties: false, required: ['token'], properties: { token: text } } },
  }, async (request, reply) => {
    const { ctx, portal } = await portalRequest(services, request, reply);
    const partner = requireSignature(ctx, portal, request.params.partner, signed(request), JSON.stringify(request.body));
    return redeem(ctx, portal, partner, request.body.token);
  });

  app.post<{ Params: Params; Body: { resident: string; key: string; values: Record<string, unknown> } }>('/portal/:app/api/partners/:partner/cases', {
    config, schema: { tags, summary: 'Tell how a case stands', headers, body: { type: 'object', additionalProperties: false, required: ['resident', 'key', 'values'], properties: { resident: text, key: text, values: { type: 'object' } } } },
  }, async (request, reply) => {
    const { ctx, portal } = await portalRequest(services, request, reply);
    const partner = requireSignature(ctx, portal, request.params.partner, signed(request), JSON.stringify(request.body));
    return takeCase(ctx, partner, request.body);
  });
}

function signed(request: FastifyRequest): { time: string | undefined; signature: string | undefined } {
  const one = (name: string): string | undefined => { const value = request.headers[name]; return typeof value === 'string' ? value : undefined; };
  return { time: one('x-tamga-time'), signature: one('x-tamga-signature') };
}
