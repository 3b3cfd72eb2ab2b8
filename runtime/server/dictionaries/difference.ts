import type { Entity } from '../../model/model.ts';
import { problem } from '../../problems.ts';
import { accessTo } from '../access/access.ts';
import { asSystem, type Context } from '../context.ts';
import { find } from '../operations/find.ts';
import { get } from '../operations/get.ts';
import { codeEntities, setsOf, type DictionarySource } from './dictionary-source.ts';
import { editionsOf, type Edition } from './edition.ts';
import type { Code } from './look-up.ts';
import { allCodes } from './translate-codes.ts';

const most = 500;

/** What came, went and changed from one version to another. Versions that are not published are compared for those who may read them. */
export async function differenceOf(ctx: Context, source: DictionarySource, from: string, to: string): Promise<Record<string, unknown>> {
  return compare(ctx, source, await anyEdition(ctx, source, from), await anyEdition(ctx, source, to));
}

/** What a version that a record holds brings, against the one in force before it; nothing was before the first. */
export async function changesOfEdition(ctx: Context, sets: Entity, id: string): Promise<Record<string, unknown>> {
  const record = await get(ctx, sets, id);
  const entity = codeEntities(ctx.model).find((candidate) => setsOf(ctx.model, candidate) === sets);
  if (!entity?.codes?.version || !accessTo(ctx, entity).can('read')) throw problem('not-found');
  const { codes } = entity;
  const { items: [named] } = await find(asSystem(ctx), sets, { where: { id }, fields: [codes.name, codes.version!, ...codes.effective ? [codes.effective] : []], pageSize: 1, count: 'none' });
  const name = String(named?.[codes.name] ?? '');
  const source: DictionarySource = { kind: 'maintained', app: entity.app, name, entity, codes, sets, of: name };
  const effective = codes.effective && named?.[codes.effective] != null ? String(named[codes.effective]) : null;
  const own: Edition = { id: String(record['id']), index: 0, name, label: name, version: String(named?.[codes.version!] ?? ''), effective };
  const before = (await editionsOf(ctx, source, true)).find((edition) => edition.id !== own.id && (effective === null || edition.effective === null || edition.effective < effective));
  return compare(ctx, source, before, own);
}

async function compare(ctx: Context, source: DictionarySource, old: Edition | undefined, now: Edition): Promise<Record<string, unknown>> {
  const [before, after] = [old ? await allCodes(ctx, source, old) : new Map<string, Code>(), await allCodes(ctx, source, now)];
  const isOut = (code: Code | undefined): boolean => code === undefined || code.until !== null && (now.effective === null ? !code.valid : code.until < now.effective);
  const added = [...after.values()].filter((code) => isOut(before.get(code.code)) && !isOut(code));
  const retired = [...before.values()].filter((code) => !isOut(code) && isOut(after.get(code.code)));
  const changed = [...after.values()].flatMap((code) => {
    const known = before.get(code.code);
    return known && !isOut(code) && !isOut(known) && (known.label !== code.label || known.parent !== code.parent) ? [{ code: code.code, before: { label: known.label, parent: known.parent }, after: { label: code.label, parent: code.parent } }] : [];
  });
  const told = ({ code, label }: Code) => ({ code, label });
  return { from: old?.version ?? null, to: now.version, counts: { added: added.length, retired: retired.length, changed: changed.length }, added: added.slice(0, most).map(told), retired: retired.slice(0, most).map(told), changed: changed.slice(0, most) };
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
