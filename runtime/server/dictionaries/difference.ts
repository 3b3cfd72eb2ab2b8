import { problem } from '../../problems.ts';
import { asSystem, type Context } from '../context.ts';
import { find } from '../operations/find.ts';
import type { DictionarySource } from './dictionary-source.ts';
import { editionsOf, type Edition } from './edition.ts';
import type { Code } from './look-up.ts';
import { allCodes } from './translate-codes.ts';

const most = 500;

/** What came, went and changed from one version to another. Versions that are not published are compared for those who may read them. */
export async function differenceOf(ctx: Context, source: DictionarySource, from: string, to: string): Promise<Record<string, unknown>> {
  const [old, now] = [await anyEdition(ctx, source, from), await anyEdition(ctx, source, to)];
  const [before, after] = [await allCodes(ctx, source, old), await allCodes(ctx, source, now)];
  const isOut = (code: Code | undefined): boolean => code === undefined || code.until !== null && (now.effective === null ? !code.valid : code.until < now.effective);
  const added = [...after.values()].filter((code) => isOut(before.get(code.code)) && !isOut(code));
  const retired = [...before.values()].filter((code) => !isOut(code) && isOut(after.get(code.code)));
  const changed = [...after.values()].flatMap((code) => {
    const known = before.get(code.code);
    return known && !isOut(code) && !isOut(known) && (known.label !== code.label || known.parent !== code.parent) ? [{ code: code.code, before: { label: known.label, parent: known.parent }, after: { label: code.label, parent: code.parent } }] : [];
  });
  const told = ({ code, label }: Code) => ({ code, label });
  return { from: old.version, to: now.version, counts: { added: added.length, retired: retired.length, changed: changed.length }, added: added.slice(0, most).map(told), retired: retired.slice(0, most).map(told), changed: changed.slice(0, most) };
}

/** A version by its name: one that the service tells of, else one that the person may read. */
async function anyEdition(ctx: Context, source: DictionarySource, version: string): Promise<Edition> {
  const published = (await editionsOf(ctx, source, true)).find((edition) => edition.version === version);
  if (published) return published;
  if (source.kind === 'fixed' || source.codes.version === undefined) throw problem('not-found');
  const { codes, sets } = source;
  const { items: [own] } = await find(ctx, sets, { filter: { [codes.name]: source.of, [codes.version!]: version }, fields: [codes.version!], pageSize: 1, count: 'none' });
  if (!own) throw problem('not-found');
  const { items: [whole] } = await find(asSystem(ctx), sets, { where: { id: own['id'] }, fields: [...codes.effective ? [codes.effective] : []], pageSize: 1, count: 'none' });
  return { id: String(own['id']), index: 0, name: source.name, label: source.name, version, effective: codes.effective && whole?.[codes.effective] != null ? String(whole[codes.effective]) : null };
}
