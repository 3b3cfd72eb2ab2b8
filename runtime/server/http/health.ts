import type { FastifyInstance } from 'fastify';
import type { Services } from '../context.ts';

/** `/healthz`: the process lives; `/readyz`: it can work. */
export async function healthRoutes(app: FastifyInstance, services: Services): Promise<void> {
  app.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'ok' }));

  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    const database = await isReachable(services);
    const model = services.current().entities.size > 0;
    return reply.code(database && model ? 200 : 503).send({ status: database && model ? 'ok' : 'not ready', database, model });
  });
}

async function isReachable({ pool }: Services): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => { timer = setTimeout(() => resolve(false), 2_000); });
  try {
    return await Promise.race([pool.query('select 1').then(() => true, () => false), late]);
  } finally {
    clearTimeout(timer);
  }
}
