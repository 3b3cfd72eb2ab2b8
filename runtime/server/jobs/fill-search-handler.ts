import { fillSearch } from '../search/fill-search.ts';
import type { JobHandler } from './job-handler.ts';

/** Makes the records of some entities findable by the fields that are searched now; one that a newer model no longer has is done. */
export const fillSearchHandler: JobHandler = async ({ services, model }, payload) => {
  for (const key of Array.isArray(payload['entities']) ? payload['entities'] : []) {
    const entity = model.entities.get(String(key));
    if (entity) await fillSearch(services.pool, entity);
  }
};
