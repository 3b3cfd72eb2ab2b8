import type { Source } from '../../runtime/model/source.ts';
import { mutateAction } from './mutate-action.ts';
import { mutateEntity } from './mutate-entity.ts';
import { mutateProcess } from './mutate-process.ts';
import { mutateRole, widenRole } from './mutate-role.ts';
import { mutateAlert, mutateList, mutateReport } from './mutate-views.ts';
import type { Mutant, MutateKind } from './mutant.ts';

const kinds: Record<string, MutateKind> = { entity: mutateEntity, role: mutateRole, action: mutateAction, process: mutateProcess, alert: mutateAlert, list: mutateList, report: mutateReport };

/** Every definition of the app with one rule taken away; with `wide` also with one right given too much. */
export function enumerateMutants(sources: Source[], app: string, { wide = false } = {}): Mutant[] {
  return sources.filter((source) => source.app === app).flatMap((source) => [
    ...kinds[source.kind]?.(source, sources) ?? [],
    ...wide && source.kind === 'role' ? widenRole(source, sources) : [],
  ]);
}
