import { describeAnswer, ScenarioFailure } from './scenario-failure.ts';
import type { Answer, EntityId, Person, ScenarioWorld } from './world.ts';

export type Row = Record<string, unknown> & { id: string };

/** `app/entity`, or an entity of the scenario's own app. */
export function entityId(world: ScenarioWorld, name: string): EntityId {
  const [app, entity] = name.includes('/') ? name.split('/') as [string, string] : [world.app, name];
  if (!world.shapeOf({ app, entity })) throw new ScenarioFailure(`an entity "${app}/${entity}"`, 'no such entity in the model');
  return { app, entity };
}

export function recordsPath({ app, entity }: EntityId, rest = ''): string {
  return `/api/records/${app}/${entity}${rest}`;
}

export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The body of an answer that must be good. */
export function goodBody(answer: Answer, what: string): Record<string, unknown> {
  if (answer.status >= 400 || !isObject(answer.body)) throw new ScenarioFailure(what, describeAnswer(answer));
  return answer.body;
}

export interface ListAsked { filter?: unknown; search?: string; sort?: string[]; fields?: string[]; list?: string }

/** The query string of a list. */
export function listQuery({ filter, search, sort, fields, list }: ListAsked, page: number, pageSize: number): string {
  const query = new URLSearchParams({ page: String(page), pageSize: String(pageSize) });
  if (filter !== undefined && Object.keys(filter as object).length) query.set('filter', JSON.stringify(filter));
  if (search) query.set('search', search);
  if (sort?.length) query.set('sort', sort.join(','));
  if (fields?.length) query.set('fields', fields.join(','));
  if (list) query.set('list', list);
  return `?${query}`;
}

const most = 2000;

/** All rows of a paged list, or the refusal. */
export async function readPages(world: ScenarioWorld, person: Person, path: (page: number, pageSize: number) => string): Promise<Answer> {
  const items: unknown[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await world.send({ method: 'GET', path: path(page, 200), token: person.token });
    if (answer.status >= 400 || !isObject(answer.body) || !Array.isArray(answer.body.items)) return answer;
    items.push(...answer.body.items);
    const { total } = answer.body;
    if (answer.body.items.length < 200 || items.length >= most || (typeof total === 'number' && items.length >= total)) {
      return { ...answer, body: { ...answer.body, items } };
    }
  }
}

/** Records of an entity with these values, at most `limit`; none when the person may not look. */
export async function findRows(world: ScenarioWorld, person: Person, id: EntityId, filter: unknown, limit = 3): Promise<Row[]> {
  const answer = await world.send({ method: 'GET', path: recordsPath(id, listQuery({ filter }, 1, limit)), token: person.token });
  const isUnseen = answer.status === 403 || (isObject(answer.body) && answer.body.code === 'not-found');
  if (isUnseen) return [];
  return goodBody(answer, `records of ${id.app}/${id.entity} with ${JSON.stringify(filter)}`).items as Row[];
}

/** One record as a person sees it, or as the system does when the person may not. */
export async function readRecord(world: ScenarioWorld, person: Person, id: EntityId & { id: string }): Promise<Row> {
  const path = recordsPath(id, `/${id.id}`);
  const own = await world.send({ method: 'GET', path, token: person.token });
  const answer = own.status < 400 || person === world.system ? own : await world.send({ method: 'GET', path, token: world.system.token });
  return goodBody(answer, `the record ${id.app}/${id.entity} ${id.id}`) as Row;
}
