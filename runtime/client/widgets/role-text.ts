import type { ClientModel } from '../../model/client-types.ts';
import { t } from '../texts.ts';
import type { TextKey } from '../texts.ts';

const scopes = new Set(['own', 'unit', 'unit-below', 'area-below', 'all']);

/** A role with how far it reaches, in words. */
export function roleText(role: ClientModel['user']['roles'][number]): string {
  return scopes.has(role.scope) ? t('role.scoped', { role: role.label, scope: t(`scope.${role.scope}` as TextKey) }) : role.label;
}
