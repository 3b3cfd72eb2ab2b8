import type * as S from '../../../schemas/generated/types.ts';
import type { Entity } from '../model.ts';
import type { PrintBlock, PrintColumn } from '../print.ts';
import { suggest } from '../suggest.ts';
import { templateBlocks, templatePaths } from '../template-paths.ts';
import { checkTemplate } from './check-template.ts';
import { resolvePath } from './check-condition.ts';
import { recordScope } from './link-entity.ts';
import { feelBoolean, toText, type Linker, type Place } from './linker.ts';

/** What the pieces of one template are linked with; `paths` collects what they show of the record. */
export interface PrintScope { entity: Entity; place: Place; linker: Linker; paths: Set<string>; roots: readonly string[]; hasVerify: boolean }

type Source = S.Template['content'][number];

/** Links the pieces of a page. */
export function linkPrintBlocks(sources: readonly Source[], pointer: string, scope: PrintScope): PrintBlock[] {
  return sources.flatMap((source, i) => linkBlock(source, `${pointer}/${i}`, scope) ?? []);
}

function linkBlock(source: Source, at: string, scope: PrintScope): PrintBlock | undefined {
  const { linker, place, entity } = scope;
  const when = source.when === undefined ? undefined : linker.expression(place, `${at}/when`, source.when, recordScope(entity), feelBoolean);
  const block = linkPiece(source, at, scope);
  return block && { ...block, ...(when ? { when } : {}) };
}

function linkPiece(source: Source, at: string, scope: PrintScope): PrintBlock | undefined {
  const { linker, place, entity } = scope;
  const align = 'align' in source && source.align ? source.align : 'left';
  if ('text' in source) return { kind: 'text', text: text(source.text, `${at}/text`, scope), style: source.style ?? 'body', align: source.align ?? (['title', 'subtitle'].includes(source.style ?? '') ? 'center' : 'left'), ...optional('bold', source.bold), ...optional('color', source.color), ...optional('size', source.size) };
  if ('fields' in source) {
    return { kind: 'fields', columns: source.columns ?? 2, fields: source.fields.flatMap((path, i) => {
      const field = resolvePath(path, entity, place, `${at}/fields/${i}`, linker);
      scope.paths.add(path);
      if (field?.lines) linker.report(place, `${at}/fields/${i}`, 'definition.type', `"${path}" holds lines`, 'print them with { "lines": … }');
      return field ? [{ path, label: field.label }] : [];
    }) };
  }
  if ('lines' in source) return linkLines(source, at, scope);
  if ('table' in source) return { kind: 'table', rows: source.table.map((row, i) => row.map((cell, j) => text(cell, `${at}/table/${i}/${j}`, scope))), widths: source.widths ?? [], borders: source.borders ?? true };
  if ('columns' in source) return { kind: 'columns', gap: source.gap ?? 2, parts: source.columns.map(({ content, width }, i) => ({ blocks: linkPrintBlocks(content, `${at}/columns/${i}/content`, scope), ...optional('width', width) })) };
  if ('box' in source) return { kind: 'box', blocks: linkPrintBlocks(source.box, `${at}/box`, scope), padding: source.padding ?? 2, ...optional('background', source.background), ...optional('border', source.border) };
  if ('image' in source) {
    const field = resolvePath(source.image, entity, place, `${at}/image`, linker);
    if (field && field.type !== 'image' && field.type !== 'file') linker.report(place, `${at}/image`, 'definition.type', `"${source.image}" is no picture`, suggest(source.image, entity.fields.filter(({ type }) => type === 'image').map(({ name }) => name)));
    scope.paths.add(source.image);
    return { kind: 'image', path: source.image, width: source.width ?? 25, height: source.height ?? 35, align };
  }
  if ('qr' in source) return { kind: 'qr', text: text(source.qr, `${at}/qr`, scope), size: source.size ?? 25, align };
  if ('barcode' in source) return { kind: 'barcode', text: text(source.barcode, `${at}/barcode`, scope), width: source.width ?? 50, height: source.height ?? 12, align };
  if ('stamp' in source) return { kind: 'stamp', text: text(source.stamp, `${at}/stamp`, scope), size: source.size ?? 38, align, ...(source.below === undefined ? {} : { below: text(source.below, `${at}/below`, scope) }) };
  if ('rule' in source) return { kind: 'rule', ...optional('color', source.color) };
  if ('space' in source) return { kind: 'space', height: source.space };
  return { kind: 'pageBreak' };
}

function linkLines(source: Extract<Source, { lines: string }>, at: string, scope: PrintScope): PrintBlock | undefined {
  const { linker, place, entity } = scope;
  const line = linker.entities.get(entity.byName.get(source.lines)?.lines?.entity ?? '');
  if (!line) {
    if (!linker.isVague(entity, source.lines)) linker.report(place, `${at}/lines`, 'definition.unknown-field', `"${source.lines}" is no lines field`, suggest(source.lines, entity.fields.filter((field) => field.lines).map(({ name }) => name)));
    return undefined;
  }
  const columns = source.columns.flatMap((column, i): PrintColumn[] => {
    const place_ = `${at}/columns/${i}`;
    const common = { align: column.align ?? 'left', ...optional('width', column.width) } as const;
    if (column.field !== undefined) {
      const field = resolvePath(column.field, line, place, `${place_}/field`, linker);
      return field ? [{ ...common, path: column.field, label: column.label ? toText(column.label) : field.label }] : [];
    }
    if (column.value === undefined) { linker.report(place, place_, 'definition.missing-property', '"field" or "value" is missing'); return []; }
    const value = linker.expression(place, `${place_}/value`, column.value, recordScope(line));
    return value ? [{ ...common, value, label: toText(column.label ?? ' ') }] : [];
  });
  return { kind: 'lines', field: source.lines, entity: line.key, columns, ...(source.empty ? { empty: toText(source.empty) } : {}) };
}

/** Checks a text over the values that a page knows, and notes what it shows of the record. */
export function text(source: string, pointer: string, scope: PrintScope): string {
  const { linker, place, entity, roots, paths } = scope;
  checkTemplate(source, entity, place, pointer, linker);
  try {
    for (const name of templateBlocks(source)) if (name !== 'if' && name !== 'unless') linker.report(place, pointer, 'definition.template', `"${name}" is not possible here`, 'only if and unless; lines are printed with { "lines": … }');
    for (const [root, ...rest] of templatePaths(source)) {
      if (root === undefined || root === 'if' || root === 'unless') continue;
      if (!roots.includes(root)) linker.report(place, pointer, 'definition.template', `unknown name "${root}"`, suggest(root, roots) ?? `one of ${roots.join(', ')}`);
      if (root === 'verify' && !scope.hasVerify) linker.report(place, pointer, 'definition.template', '"verify" needs "verify" in the template');
      if (root === 'record' && rest.length > 0) paths.add(rest.join('.'));
    }
  } catch {
    // Told by checkTemplate.
  }
  return source;
}

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
}
