import type * as S from '../../../schemas/generated/types.ts';
import type { Action } from '../model.ts';
import type { Template } from '../print.ts';
import { suggest } from '../suggest.ts';
import { recordScope } from './link-entity.ts';
import { linkPrintBlocks, text, type PrintScope } from './link-print-block.ts';
import { feelBoolean, toText, type Linker, type Place } from './linker.ts';

const anywhere = ['record', 'user', 'today', 'verify'];
const onEdges = [...anywhere, 'page', 'pages'];

/** Links a template file: every field, rule, text and action it names. */
export function linkTemplate(source: S.Template, name: string, place: Place, linker: Linker, actions: Map<string, Map<string, Action>>): Template | undefined {
  const entity = linker.entity(place, '/entity', source.entity);
  if (!entity) return undefined;
  const paths = new Set<string>([entity.title]);
  const body: PrintScope = { entity, place, linker, paths, roots: anywhere, hasVerify: source.verify !== undefined };
  const edges: PrintScope = { ...body, roots: onEdges };
  const known = (field: string, pointer: string): void => {
    if (!entity.byName.has(field) && !linker.isVague(entity, field)) linker.report(place, pointer, 'definition.unknown-field', `unknown field "${field}"`, suggest(field, entity.byName.keys()));
    paths.add(field);
  };
  source.needs?.forEach((field, i) => known(field, `/needs/${i}`));
  source.verify?.shows?.forEach((field, i) => known(field, `/verify/shows/${i}`));
  const expression = (pointer: string, rule: string | undefined, expect?: typeof feelBoolean) => rule === undefined ? undefined : linker.expression(place, pointer, rule, recordScope(entity), expect);
  const printWhen = expression('/printWhen', source.printWhen, feelBoolean);
  const revokedWhen = expression('/verify/revokedWhen', source.verify?.revokedWhen, feelBoolean);
  const validUntil = expression('/verify/validUntil', source.verify?.validUntil, { kind: 'date' });
  const own = actions.get(entity.key);
  if (source.after !== undefined && own?.get(source.after)?.internal !== true && !linker.isDeclared('action', `${place.app}/${source.after}`)) {
    linker.report(place, '/after', 'definition.unknown-action', `"${source.after}" is no internal action of "${entity.name}"`, suggest(source.after, [...own?.values() ?? []].filter(({ internal }) => internal).map((action) => action.name)));
  }
  if (source.message) for (const sentence of Object.values(toText(source.message))) text(sentence, '/message', body);
  const size = source.page?.size ?? 'A4';
  const isCard = size === 'card' || size === 'badge';
  return {
    key: `${place.app}/${name}`, app: place.app, name, label: toText(source.label), entity: entity.key, needs: source.needs ?? [],
    page: { size, orientation: source.page?.orientation ?? (size === 'card' ? 'landscape' : 'portrait'), margin: source.page?.margin ?? (isCard ? 3 : 15) },
    header: linkPrintBlocks(source.header ?? [], '/header', edges), footer: linkPrintBlocks(source.footer ?? [], '/footer', edges), content: linkPrintBlocks(source.content, '/content', body),
    batch: source.batch ?? 'pdf',
    ...(printWhen ? { printWhen } : {}), ...(source.message ? { message: toText(source.message) } : {}), ...(source.after ? { after: source.after } : {}),
    ...(source.watermark ? { watermark: text(source.watermark, '/watermark', body) } : {}), ...(source.fileName ? { fileName: text(source.fileName, '/fileName', body) } : {}),
    ...(source.verify ? { verify: { shows: source.verify.shows ?? [], ...(revokedWhen ? { revokedWhen } : {}), ...(validUntil ? { validUntil } : {}) } } : {}),
    paths: [...paths],
  };
}
