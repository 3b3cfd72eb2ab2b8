import type { Expression } from '../../expressions/index.ts';
import { entityOf, type Entity, type Template } from '../../model/model.ts';
import { accessTo } from '../access/access.ts';
import { todayOf } from '../clock.ts';
import type { Context } from '../context.ts';
import { scopeOf } from '../operations/complete-row.ts';
import { evaluate } from '../operations/evaluate.ts';
import { buildQuery, isClear, seen } from '../operations/find.ts';
import { linesRecords } from '../operations/lines-records.ts';
import { toRecords } from '../operations/record-json.ts';
import { loadLines, type Row } from '../operations/rows.ts';
import { resolvePath } from '../query/path.ts';
import { planSelect, statementOf } from '../query/plan-select.ts';
import { shownText } from './shown-text.ts';

export interface VerifyValues { code: string; link: string }

/** A record as a template prints it, under the reader's rights: masked values masked, hidden ones empty. */
export interface PrintRecord {
  id: string;
  /** `record`, `user`, `today`, `verify` of texts. */
  values: Record<string, unknown>;
  /** The value at a path, as text. */
  at: (path: string) => string;
  /** Ids of the files in a field. */
  files: (path: string) => string[];
  /** Does a rule over the record hold? One over what the reader may not know does not. */
  holds: (rule: Expression) => Promise<boolean>;
  /** The lines in a field as cells by path, and FEEL values over them. */
  lines: (field: string) => Promise<{ at: (path: string) => string; value: (expression: Expression) => Promise<string> }[]>;
}

/** Loads what a template shows of one record. */
export async function printRecord(ctx: Context, template: Template, row: Row, verify: VerifyValues | undefined): Promise<PrintRecord> {
  const entity = entityOf(ctx.model, template.entity);
  const wanted = template.paths.filter((path) => seen(ctx, entity, resolvePath(ctx.model, entity, path)) && !entity.byName.get(path)?.lines);
  const query = buildQuery(ctx, entity, { where: { id: row.id }, fields: [...new Set([entity.title, ...wanted])], sort: [] }, accessTo(ctx, entity).rows('read'), 1, 0);
  const { plan, values } = planSelect(ctx, entity, query);
  const { rows } = await ctx.db.query<Record<string, unknown>>(statementOf(plan, values));
  const record = (await toRecords(ctx, plan, rows))[0] ?? {};
  const at = (path: string): string => wanted.includes(path) || path === entity.title ? shownText(ctx, resolvePath(ctx.model, entity, path).field, record[path]) : '';
  const user = ctx.principal.user;
  return {
    id: row.id, at,
    values: {
      record: nested([...new Set([entity.title, ...wanted])].map((path) => [path, at(path)])), today: todayOf(ctx.services.clock),
      user: { name: user?.name ?? '', username: user?.username ?? '', org: text(user?.org?.name ?? '', { name: user?.org?.name ?? '' }) }, ...(verify ? { verify } : {}),
    },
    files: (path) => Array.isArray(record[path]) ? (record[path] as { id?: unknown }[]).flatMap(({ id }) => typeof id === 'string' ? [id] : []) : [],
    holds: async (rule) => mayKnow(ctx, entity, rule) && (await evaluate(ctx, rule, scopeOf(ctx, entity, row))) === true,
    lines: async (field) => linesOf(ctx, entity, row, field),
  };
}

async function linesOf(ctx: Context, entity: Entity, row: Row, name: string): ReturnType<PrintRecord['lines']> {
  const field = entity.byName.get(name);
  if (!field?.lines || accessTo(ctx, entity).visible(name).kind === 'none') return [];
  const line = entityOf(ctx.model, field.lines.entity);
  const shown = await linesRecords(ctx, line, row.id);
  const stored = new Map(((await loadLines(ctx, line, [row.id])).get(row.id) ?? []).map((one) => [one.id, one]));
  return shown.map((record) => ({
    at: (path) => {
      const resolved = resolvePath(ctx.model, line, path);
      return seen(ctx, line, resolved) ? shownText(ctx, resolved.field, record[path]) : '';
    },
    value: async (expression) => {
      const own = stored.get(String(record['id']));
      if (!own || !mayKnow(ctx, line, expression)) return '';
      const result = await evaluate(ctx, expression, scopeOf(ctx, line, own, { entity, values: row }));
      return result === null || result === undefined ? '' : String(result);
    },
  }));
}

/** What a rule looks at must be the reader's to know whole: otherwise its answer would tell it. */
function mayKnow(ctx: Context, entity: Entity, expression: Expression): boolean {
  return expression.paths.every((path) => {
    const names = path.filter((name) => name !== 'id');
    const field = entity.byName.get(names[0] ?? '');
    if (!field) return true;
    if (field.lines) return accessTo(ctx, entity).visible(field.name).kind !== 'none';
    return isClear(ctx, entity, resolvePath(ctx.model, entity, names.length > 1 && field.reference ? names.join('.') : field.name));
  });
}

/** `grid` and `grid.name` side by side: a text that also has parts. */
function nested(entries: [string, string][]): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [path, value] of [...entries].sort(([a], [b]) => a.length - b.length)) {
    const parts = path.split('.');
    let holder = root;
    for (const part of parts.slice(0, -1)) {
      const known = holder[part];
      const next = typeof known === 'object' && known !== null ? known as Record<string, unknown> : text(typeof known === 'string' ? known : '', {});
      holder[part] = next;
      holder = next;
    }
    holder[parts.at(-1)!] = value;
  }
  return root;
}

function text(value: string, more: Record<string, unknown>): Record<string, unknown> {
  return { ...more, toString: () => value };
}
