import type { ClientField } from '../../../model/client-types.ts';
import { api, recordsPath } from '../../api.ts';
import { isReference } from '../../widgets/format.ts';
import type { Values } from './feel.ts';

/** Looks up the titles of references that defaults named only by id; one that cannot be found is left out. */
export async function completeDefaults(fields: readonly ClientField[], values: Values): Promise<Values> {
  const found = await Promise.all(fields.map(async (field) => {
    const value = values[field.name];
    if (!isReference(value) || value.title !== '') return null;
    const [app, entity] = field.type === 'area' ? ['platform', 'area'] : [field.reference?.app ?? 'platform', field.reference?.entity ?? ''];
    try {
      const { items } = await api.get<{ items: { id: string; title: string }[] }>(recordsPath(app, entity, 'options'), { ids: value.id });
      return [field.name, items[0] ?? null] as const;
    } catch {
      return [field.name, null] as const;
    }
  }));
  return { ...values, ...Object.fromEntries(found.filter((entry) => entry !== null)) };
}
