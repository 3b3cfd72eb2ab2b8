import { suggest } from '../../model/suggest.ts';
import type { systemFields } from '../../model/link/index.ts';
import { entityOf, type Entity, type Model } from '../../model/model.ts';
import { problem } from '../../problems.ts';
import type { Field, Text } from '../../fields/index.ts';

/** One step from a record to another: over a reference, or back over a ledger's key. */
export interface Hop { name: string; to: string; ownColumn: string; otherColumn: string; field?: string }

/** A field path of one entity, taken apart. `entity` holds the field itself. */
export interface ResolvedPath { text: string; hops: Hop[]; entity: string; field: Field; column: string }

const system: Record<(typeof systemFields)[number], Pick<Field, 'type' | 'column' | 'reference' | 'label'>> = {
  id: { type: 'reference', column: 'id', label: { zh: '标识', en: 'Id' } },
  version: { type: 'integer', column: 'version', label: { zh: '版本', en: 'Version' } },
  createdAt: { type: 'datetime', column: 'created_at', label: { zh: '创建时间', en: 'Created' } },
  createdBy: { type: 'user', column: 'created_by', reference: { entity: 'platform/user', key: 'id' }, label: { zh: '创建人', en: 'Created by' } },
  updatedAt: { type: 'datetime', column: 'updated_at', label: { zh: '修改时间', en: 'Changed' } },
  updatedBy: { type: 'user', column: 'updated_by', reference: { entity: 'platform/user', key: 'id' }, label: { zh: '修改人', en: 'Changed by' } },
  ownerOrg: { type: 'org', column: 'owner_org', reference: { entity: 'platform/organization', key: 'id' }, label: { zh: '所属单位', en: 'Unit' } },
  areaCode: { type: 'area', column: 'area_code', reference: { entity: 'platform/area', key: 'code' }, label: { zh: '所属区划', en: 'Area' } },
};

const systemField = new Map<string, Field>(Object.entries(system).map(([name, f]) => [name, { name, required: false, readOnly: true, unique: false, was: [], ...f }]));

/** A declared or system field of an entity. */
export function fieldNamed(entity: Entity, name: string): Field | undefined {
  return entity.byName.get(name) ?? systemField.get(name);
}

/** The nearest of the known names as the end of a sentence; nothing when none is near. */
export function suggestion(name: string, known: Iterable<string>): Text | '' {
  const hint = suggest(name, known);
  return hint ? { zh: `（是否指 ${hint.replace(/^did you mean |\?$/g, '')}？）`, en: ` (${hint})` } : '';
}

/** Resolves `batch.expiryDate`; unknown parts are refused with a suggestion. */
export function resolvePath(model: Model, entity: Entity, text: string): ResolvedPath {
  const parts = text.split('.');
  if (parts.length > 4) throw problem('request.unknown-field', { name: text, suggestion: '' });
  const hops: Hop[] = [];
  let current = entity;
  for (const [i, part] of parts.entries()) {
    const last = i === parts.length - 1;
    if (!last && current.inverse?.name === part) {
      const target = entityOf(model, current.inverse.entity);
      hops.push({ name: part, to: target.key, ownColumn: 'id', otherColumn: target.byName.get(current.inverse.field)?.column ?? '' });
      current = target;
      continue;
    }
    const field = fieldNamed(current, part);
    if (!field?.column || (!last && !field.reference)) {
      throw problem('request.unknown-field', { name: text, suggestion: suggestion(part, current.byName.keys()) });
    }
    if (last) return { text, hops, entity: current.key, field, column: field.column };
    const target = entityOf(model, field.reference!.entity);
    hops.push({ name: part, to: target.key, ownColumn: field.column, otherColumn: field.reference!.key === 'code' ? 'code' : 'id', field: part });
    current = target;
  }
  throw problem('request.unknown-field', { name: text, suggestion: '' });
}
