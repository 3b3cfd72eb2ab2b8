import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Portal, PortalPage } from '../../../model/model.ts';
import { problem } from '../../../problems.ts';
import type { Context, Services } from '../../context.ts';
import { portalPrincipal, residentOf, type Resident } from '../../portal/index.ts';
import { localeOf, originOf } from '../request-context.ts';

/** One request of a portal: its definition, who is there, and a context with no more rights than these. */
export interface PortalRequest { ctx: Context; portal: Portal; resident: Resident | null }

/** Cookie of residents; it goes to portals only, as the staff's goes nowhere near their sessions. */
export const residentCookie = 'tamga_resident';

/** Who asks which portal. A portal that is not there does not exist; a session that has ended counts as none, unless `login` asks for one. */
export async function portalRequest(services: Services, request: FastifyRequest, reply: FastifyReply, { login = false }: { login?: boolean } = {}): Promise<PortalRequest> {
  const model = services.current();
  void reply.header('x-tamga-revision', model.revision).header('cache-control', 'no-store');
  const { app } = Object(request.params) as { app?: string };
  const portal = model.portals.get(app ?? '');
  if (!portal) throw problem('not-found');
  const { token, byCookie } = residentToken(request);
  // What changes something by cookie needs a header that other sites cannot send.
  if (token && byCookie && !['GET', 'HEAD', 'OPTIONS'].includes(request.method) && request.headers['x-tamga-request'] !== '1') throw problem('request.csrf');
  const resident = token ? await residentOf(services, token).catch((error: unknown) => { if (login) throw error; return null; }) : null;
  if (login && !resident) throw problem('session.required');
  return { portal, resident, ctx: { services, model, principal: portalPrincipal(portal, resident), locale: localeOf(request), db: services.pool, origin: originOf(request, 'portal') } };
}

/** The token of a resident: Bearer, or the residents' own cookie. */
export function residentToken(request: FastifyRequest): { token: string | undefined; byCookie: boolean } {
  const bearer = /^Bearer ([\w-]{20,200})$/i.exec(request.headers.authorization ?? '')?.[1];
  return { token: bearer ?? request.cookies[residentCookie], byCookie: !bearer };
}

/** A page of the wanted types; one that asks for a sign-in is not shown without. */
export function pageOf<T extends PortalPage['type']>({ portal, resident }: PortalRequest, name: string, types: readonly T[]): Extract<PortalPage, { type: T }> {
  const page = portal.pages.get(name);
  if (!page || !(types as readonly string[]).includes(page.type)) throw problem('not-found');
  if (page.login && !resident) throw problem('session.required');
  return page as Extract<PortalPage, { type: T }>;
}
