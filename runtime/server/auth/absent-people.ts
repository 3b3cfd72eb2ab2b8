import { entityOf } from '../../model/model.ts';
import type { Services } from '../context.ts';
import { columnOf, tableOf } from '../db/quoted-names.ts';

export interface Absence { person: string; processes: string[] | null }

const longest = 5;

/** In whose stead a person acts today: those who named them, and those who named these; a chain covers what all its rules do. */
export async function absentPeople(services: Services, deputy: string, today: string): Promise<Absence[]> {
  const model = services.current();
  if (!model.entities.has('platform/substitute')) return [];
  const substitute = entityOf(model, 'platform/substitute');
  const s = (name: string): string => columnOf(substitute, name);
  const found = new Map<string, Absence>();
  let acting: Absence[] = [{ person: deputy, processes: null }];
  for (let step = 0; step < longest && acting.length > 0; step += 1) {
    const { rows } = await services.pool.query<{ person: string; deputy: string; processes: string[] | null }>(
      `select ${s('person')} as person, ${s('deputy')} as deputy, ${s('processes')} as processes from ${tableOf(substitute)}
       where ${s('deputy')} = any($1) and ${s('from')} <= $2::date and ${s('until')} >= $2::date order by id`, [acting.map(({ person }) => person), today]);
    const next: Absence[] = [];
    for (const row of rows) {
      const through = acting.find(({ person }) => person === row.deputy)!;
      const processes = both(through.processes, row.processes?.length ? row.processes : null);
      if (row.person === deputy || processes?.length === 0) continue;
      const known = found.get(row.person);
      const absence = { person: row.person, processes: known ? either(known.processes, processes) : processes };
      found.set(row.person, absence);
      if (!known) next.push(absence);
    }
    acting = next;
  }
  return [...found.values()];
}

const both = (a: string[] | null, b: string[] | null): string[] | null => (a === null ? b : b === null ? a : a.filter((key) => b.includes(key)));
const either = (a: string[] | null, b: string[] | null): string[] | null => (a === null || b === null ? null : [...new Set([...a, ...b])]);
