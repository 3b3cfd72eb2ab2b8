import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Pool } from 'pg';

export interface Reader { id: string; name: string; area: string; roles: string[]; readAt: number }

const freshFor = 10_000;

/** Who asks, by Bearer token: remembered for ten seconds, as Tamga does. */
export function readers(pool: Pool): (request: FastifyRequest) => Promise<Reader> {
  const known = new Map<string, Reader>();
  return (request) => signedIn(pool, known, request);
}

async function signedIn(pool: Pool, known: Map<string, Reader>, request: FastifyRequest): Promise<Reader> {
  const token = request.headers.authorization?.slice('Bearer '.length) ?? '';
  const hash = createHash('sha256').update(token).digest('base64url');
  const found = known.get(hash);
  if (found && Date.now() - found.readAt < freshFor) return found;
  const { rows: [row] } = await pool.query<{ id: string; name: string; area: string; roles: string[] }>(
    `select u.id, u.name, regexp_replace(min(g.area), '(00)+$', '') as area, array_agg(g.role) as roles
     from app_platform.session s join app_platform."user" u on u.id = s."user" and u.active join app_platform.role_grant g on g."user" = u.id
     where s.token_hash = $1 and s.expires_at > $2 group by u.id`, [hash, new Date()]);
  if (!row) throw Object.assign(new Error('not signed in'), { statusCode: 401 });
  const reader = { ...row, readAt: Date.now() };
  known.set(hash, reader);
  return reader;
}
