import { entityOf, type PortalPage } from '../../model/model.ts';
import { invalid, problem } from '../../problems.ts';
import { asSystem, type Context } from '../context.ts';
import { findOptions } from '../operations/options.ts';
import { update } from '../operations/update.ts';
import { findResident, type Resident } from './resident.ts';

/** Changes name and identity number of the resident; a number that was given once stays. */
export async function changeAccount(ctx: Context, resident: Resident, input: { name?: string; idCard?: string }): Promise<Resident> {
  if (input.idCard !== undefined && resident.idCard !== null && input.idCard !== resident.idCard) throw invalid([{ field: 'idCard', code: 'field.read-only', params: { label: { zh: '公民身份号码', en: 'ID card number' } } }]);
  await update(asSystem(ctx), entityOf(ctx.model, 'platform/resident-account'), resident.id, { ...input });
  const changed = await findResident(ctx.services, ctx.db, { id: resident.id });
  if (!changed) throw problem('session.required');
  return changed;
}

/** Choices of a reference field of a form page. */
export async function portalOptions(ctx: Context, page: PortalPage, name: string, asked: { text?: string; ids?: string[]; parent?: string }): Promise<{ id: string; title: string; hint?: string }[]> {
  if (page.type !== 'form' || !page.fields.includes(name)) throw problem('not-found');
  const reference = entityOf(ctx.model, page.entity).byName.get(name)?.reference;
  if (!reference) throw problem('not-found');
  // A filter over other fields of the form is held by the server when the form is sent.
  const plain = reference.filter && !JSON.stringify(reference.filter).includes('"record"') ? reference.filter : undefined;
  return findOptions(ctx, entityOf(ctx.model, reference.entity), { limit: 50, ...(plain ? { filter: plain } : {}), ...asked });
}
