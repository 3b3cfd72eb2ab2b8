import { entityOf, type Entity, type Model } from '../../model/model.ts';
import { noEntity } from '../../model/no-entity.ts';
import type { Row } from '../operations/rows.ts';
import type { Instance } from './instance.ts';

/** The entity an instance or definition is about. */
export function drivenEntity(model: Model, key: string): Entity {
  return key === '' ? noEntity : entityOf(model, key);
}

/** What expressions and titles read where there is no record. */
export function noRow({ id, businessKey, startedAt, starter }: Instance): Row {
  return { id: businessKey ?? id, version: 1, createdAt: startedAt, createdBy: starter, updatedAt: startedAt, updatedBy: starter, ownerOrg: null, areaCode: null };
}
