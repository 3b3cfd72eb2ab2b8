import type { FastifyInstance } from 'fastify';
import type { Services } from '../context.ts';
import { changesOfEdition, dictionaryNamed, differenceOf, lookUp, searchDictionaries, translateCodes } from '../dictionaries/index.ts';
import { target } from './records.ts';
import { contextOf } from './request-context.ts';

interface Params { app: string; name: string }

const day = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'The version in force and the codes valid on this day' } as const;
const text = (maxLength: number, description = '') => ({ type: 'string', maxLength, ...(description ? { description } : {}) });
const params = { type: 'object', required: ['app', 'name'], properties: { app: text(60), name: text(100, 'Name of the file, or code of a maintained dictionary') } };
const query = (properties: Record<string, unknown>, required: readonly string[] = []) => ({ type: 'object', additionalProperties: false, required, properties });
const version = text(40, 'A version by its name, instead of the one in force');

/** Codes for whoever is signed in: published ones only, whether they come from files or from maintained records. */
export async function dictionariesRoutes(app: FastifyInstance, _services: Services): Promise<void> {
  app.get<{ Querystring: { q?: string; app?: string; category?: string; limit?: number } }>('/api/dictionaries', {
    schema: { tags: ['dictionaries'], querystring: query({ q: text(100, 'Part of a code, a name or its pinyin'), app: text(60), category: text(100), limit: { type: 'integer', minimum: 1, maximum: 200 } }) },
  }, async (request) => searchDictionaries(contextOf(request), request.query));

  app.get<{ Params: Params; Querystring: { date?: string; version?: string; parent?: string; q?: string; codes?: string; all?: boolean; limit?: number; page?: number } }>('/api/dictionaries/:app/:name', {
    schema: {
      tags: ['dictionaries'], params, querystring: query({
        date: day, version, parent: text(100, 'Only the codes beneath this one; empty for the topmost'), q: text(100, 'Part of a code, a text or its pinyin'), codes: text(4000, 'Codes with commas between them, valid or not'),
        all: { type: 'boolean', description: 'Codes that are not valid on the day, too' }, limit: { type: 'integer', minimum: 1, maximum: 1000 }, page: { type: 'integer', minimum: 1, maximum: 1000 },
      }),
    },
  }, async (request) => {
    const ctx = contextOf(request);
    const { codes, ...asked } = request.query;
    return lookUp(ctx, dictionaryNamed(ctx.model, request.params.app, request.params.name), { ...asked, ...(codes === undefined ? {} : { codes: codes.split(',').slice(0, 1000) }) });
  });

  app.get<{ Params: Params; Querystring: { system: string; code?: string; direction?: 'to' | 'from'; date?: string; version?: string } }>('/api/dictionaries/:app/:name/translate', {
    schema: { tags: ['dictionaries'], params, querystring: query({ system: text(60), code: text(100), direction: { type: 'string', enum: ['to', 'from'] }, date: day, version }, ['system']) },
  }, async (request) => {
    const ctx = contextOf(request);
    return translateCodes(ctx, dictionaryNamed(ctx.model, request.params.app, request.params.name), request.query);
  });

  app.get<{ Params: { app: string; entity: string; id: string } }>('/api/records/:app/:entity/:id/code-changes', {
    schema: { tags: ['dictionaries'], params: { type: 'object', required: ['app', 'entity', 'id'], properties: { app: text(60), entity: text(60), id: text(60) } } },
  }, async (request) => {
    const { ctx, entity } = target(request);
    return changesOfEdition(ctx, entity, request.params.id);
  });

  app.get<{ Params: Params; Querystring: { from: string; to: string } }>('/api/dictionaries/:app/:name/difference', {
    schema: { tags: ['dictionaries'], params, querystring: query({ from: text(40), to: text(40) }, ['from', 'to']) },
  }, async (request) => {
    const ctx = contextOf(request);
    return differenceOf(ctx, dictionaryNamed(ctx.model, request.params.app, request.params.name), request.query.from, request.query.to);
  });
}
