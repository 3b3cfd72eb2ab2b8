import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fastify, { LogController } from 'fastify';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { v7 } from 'uuid';
import { problem } from '../problems.ts';
import { watchAccess } from './auth/index.ts';
import type { Services } from './context.ts';
import { clientFiles } from './http/client-files.ts';
import { registerErrorHandler } from './http/error-handler.ts';
import { healthRoutes } from './http/health.ts';
import { registerJsonBody } from './http/json-body.ts';
import { registerRequestContext } from './http/request-context.ts';
import { routes } from './http/routes.ts';

const megabyte = 1024 * 1024;

/** `client` is the folder of the built pages, left out where none are served; `proxies` are believed when they say who asks. */
export interface AppOptions { client?: string; https?: { cert: string; key: string }; proxies?: readonly string[] }

/** The HTTP server with all routes, not yet listening. */
export async function createApp(services: Services, { client, https, proxies = [] }: AppOptions = {}): Promise<FastifyInstance> {
  const loggerInstance: FastifyBaseLogger = services.log;
  const app: FastifyInstance = fastify({
    loggerInstance, logController: new LogController({ disableRequestLogging: true }), genReqId: () => v7(),
    trustProxy: proxies.length > 0 ? [...proxies] : false, ...(https ? { https } : {}), bodyLimit: megabyte, routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    return503OnClosing: true, forceCloseConnections: 'idle',
  });
  registerErrorHandler(app, services);
  registerJsonBody(app);
  app.setValidatorCompiler(({ schema, httpPart }) => (httpPart === 'body' ? strict : lenient).compile(schema));

  await app.register(helmet, { contentSecurityPolicy: { useDefaults: false, directives: policy }, xFrameOptions: { action: 'deny' }, referrerPolicy: { policy: 'same-origin' } });
  await app.register(cookie);
  await app.register(rateLimit, { global: false, errorResponseBuilder: () => problem('request.too-many') });
  await app.register(multipart, { limits: { fileSize: 20 * megabyte, files: 1, fields: 0, headerPairs: 50 } });
  // Definitions are large and alike; records are small and many: compressing those costs more time than it saves.
  app.addHook('onRoute', (route) => { if (route.url.startsWith('/api/model') || !route.url.startsWith('/api')) route.compress = { threshold: 1024 }; });
  await app.register(compress, { global: false, encodings: ['br', 'gzip'], brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } } });
  await app.register(swagger, { openapi: { info: { title: 'Tamga', version: '0.1.0' }, components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } }, security: [{ bearer: [] }] } });
  registerRequestContext(app, services);

  await app.register(async (scope) => healthRoutes(scope, services));
  for (const route of routes) await app.register(async (scope) => route(scope, services));
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger());
  await clientFiles(app, client);

  const stopWatching = await watchAccess(services);
  app.addHook('onClose', stopWatching);
  return app;
}

const self = ["'self'"];
const none = ["'none'"];
const policy = {
  defaultSrc: self, scriptSrc: self, styleSrc: [...self, "'unsafe-inline'"], imgSrc: [...self, 'data:', 'blob:'], fontSrc: [...self, 'data:'],
  connectSrc: self, objectSrc: none, frameAncestors: none, baseUri: self, formAction: self,
};

// Addresses hold nothing but text, so numbers in them are read from text; a body says what it means.
const strict = addFormats.default(new Ajv({ allErrors: true, coerceTypes: false, removeAdditional: false, useDefaults: true, strict: false }));
const lenient = addFormats.default(new Ajv({ verbose: true, coerceTypes: 'array', removeAdditional: false, useDefaults: true, strict: false }));
