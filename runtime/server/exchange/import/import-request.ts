import { entityOf, type Entity } from '../../../model/model.ts';
import { problem } from '../../../problems.ts';
import { accessTo } from '../../access/access.ts';
import type { Context } from '../../context.ts';
import { requireOperation } from '../../operations/require.ts';
import type { Mapping } from './map-columns.ts';

/** How a sheet is to be imported, as it is kept with the job. */
export interface ImportRequest {
  entity: string;
  /** Name of the uploaded file. */
  name: string;
  /** `all-or-nothing`: one wrong row and nothing is stored; `skip-bad`: right rows are stored, wrong ones told. */
  mode: 'all-or-nothing' | 'skip-bad';
  /** Everything is checked and nothing stored. */
  dryRun: boolean;
  /** Fields by which stored records are found again. */
  key?: string[];
  /** What happens to a record that is found. */
  existing: 'update' | 'skip';
  mapping?: Mapping;
}

/** Shape of the options in a request. */
export const importOptions = {
  type: 'object', additionalProperties: false,
  properties: {
    mode: { type: 'string', enum: ['all-or-nothing', 'skip-bad'] }, dryRun: { type: 'boolean' },
    key: { type: 'array', minItems: 1, maxItems: 5, items: { type: 'string', maxLength: 60 } }, existing: { type: 'string', enum: ['update', 'skip'] },
    mapping: { type: 'object', maxProperties: 300, additionalProperties: { anyOf: [{ type: 'string', maxLength: 120 }, { type: 'null' }] } },
  },
} as const;

/** Most rows that one transaction takes: others wait for it. */
export const mostAtOnce = 20_000;

/** Reads a stored or checked request. */
export function toImportRequest(raw: Record<string, unknown>): ImportRequest {
  const { entity, name, mode, dryRun, key, existing, mapping } = raw;
  return {
    entity: String(entity), name: String(name), mode: mode === 'skip-bad' ? 'skip-bad' : 'all-or-nothing', dryRun: dryRun === true, existing: existing === 'skip' ? 'skip' : 'update',
    ...(Array.isArray(key) ? { key: key.map(String) } : {}), ...(typeof mapping === 'object' && mapping !== null ? { mapping: mapping as Mapping } : {}),
  };
}

/** The entity, when the person may import into it; the key must be one that the entity declares. */
export function requireImport(ctx: Context, { entity: key, key: names, existing }: Pick<ImportRequest, 'entity' | 'key' | 'existing'>): Entity {
  const entity = entityOf(ctx.model, key);
  if (entity.managed || entity.lineOf) throw problem('record.managed');
  requireOperation(ctx, entity, 'import');
  requireOperation(ctx, entity, 'create');
  if (!names) return entity;
  const known = keysOf(entity);
  if (!known.some((group) => group.length === names.length && group.every((name) => names.includes(name)))) throw problem('import.key', { keys: known.map((group) => group.join('+')).join('、') });
  if (existing === 'update') requireOperation(ctx, entity, 'update');
  // Finding by a field that the person may not see would tell its values.
  const access = accessTo(ctx, entity);
  if (names.some((name) => access.visible(name).kind === 'none')) throw problem('import.key', { keys: '' });
  return entity;
}

/** Groups of fields that tell records apart and that a sheet can hold. */
export function keysOf(entity: Entity): string[][] {
  const groups = [...entity.unique, ...(entity.keys.length > 0 ? [entity.keys] : [])];
  return [...new Map(groups.map((group) => [[...group].sort().join(), group])).values()];
}
