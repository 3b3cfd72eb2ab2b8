import type { FastifyInstance, InjectOptions } from 'fastify';
import type { Answer, Request } from './scenario/world.ts';

/** Sends a request to the app's own routes, as the network would, without the network. */
export async function injectRequest(app: FastifyInstance, { method, path, body, raw, headers, token }: Request): Promise<Answer> {
  const response = await app.inject({
    method: method as NonNullable<InjectOptions['method']>, url: path,
    headers: { 'accept-language': 'zh-CN', ...token ? { authorization: `Bearer ${token}` } : {}, ...raw ? { 'content-type': raw.type } : {}, ...headers },
    ...raw ? { payload: raw.bytes } : body === undefined ? {} : { payload: body as NonNullable<InjectOptions['payload']> },
  });
  const isJson = /\bjson\b/.test(String(response.headers['content-type'] ?? ''));
  return { status: response.statusCode, headers: response.headers, body: isJson && response.payload ? JSON.parse(response.payload) as unknown : undefined, bytes: response.rawPayload };
}
