import { entityOf, type Condition, type Entity, type Field, type Text } from '../../model/model.ts';
import type { ClientField } from '../../model/client-types.ts';
import { fieldTypeOf } from '../../fields/index.ts';
import { todayOf } from '../clock.ts';
import { isValid } from '../dictionaries/look-up.ts';
import { accessTo } from '../access/access.ts';
import type { Context } from '../context.ts';
import { fieldNamed } from '../query/path.ts';

/** A text in the reader's language. */
export function say(ctx: Context, text: Text): string {
  return ctx.locale === 'en' ? text.en : text.zh;
}

/** The field at the end of a path, and the entity that holds it; nothing when the reader may not see a step of it. */
export function fieldAt(ctx: Context, entity: Entity, path: string): { entity: Entity; field: Field } | undefined {
  const parts = path.split('.');
  let current = entity;
  for (const [i, part] of parts.entries()) {
    if (i < parts.length - 1 && current.inverse?.name === part) {
      current = entityOf(ctx.model, current.inverse.entity);
      continue;
    }
    const field = fieldNamed(current, part);
    const access = accessTo(ctx, current);
    if (!field || (access.visible(part).kind === 'none' && !access.writable(part))) return undefined;
    if (i === parts.length - 1) return { entity: current, field };
    if (!field.reference) return undefined;
    current = entityOf(ctx.model, field.reference.entity);
    if (!accessTo(ctx, current).can('read')) return undefined;
  }
  return undefined;
}

/** A field as the browser needs it; `path` names it where it is reached over references. */
export function clientField(ctx: Context, entity: Entity, field: Field, path = field.name, label?: Text): ClientField {
  const access = accessTo(ctx, entity);
  const simple = path === field.name;
  const out: ClientField = { name: path, label: say(ctx, label ?? field.label), type: field.type };
  if (field.help) out.help = say(ctx, field.help);
  if (field.required && !field.computed && field.type !== 'sequence') out.required = true;
  if (field.readOnly || !simple || !access.writable(field.name)) out.readOnly = true;
  if (access.clear(field.name).kind !== 'all') out.masked = true;
  if (fieldTypeOf(field).sortable) out.sortable = true;
  if (field.options) out.options = field.options.map((o) => ({ value: o.value, label: say(ctx, o.label), ...(o.color ? { color: o.color } : {}), ...(isValid(o, todayOf(ctx.services.clock)) ? {} : { disabled: true }), ...(o.parent === undefined ? {} : { parent: o.parent }) }));
  if (field.dictionary?.maintained) { const [app, name] = field.dictionary.key.split('/'); out.dictionary = { app: app!, name: name! }; }
  if (field.leavesOnly) out.leavesOnly = true;
  if (field.reference) {
    const [app, name] = field.reference.entity.split('/');
    if (field.type === 'area') out.area = field.level ? { level: field.level } : {};
    out.reference = { app: app!, entity: name!, ...(field.reference.filter ? { filter: field.reference.filter as Condition } : {}), ...(field.reference.fill ? { fill: field.reference.fill } : {}) };
  }
  if (field.references) {
    const [app, name] = field.references.entity.split('/');
    out.reference = { app: app!, entity: name!, ...(field.references.filter ? { filter: field.references.filter as Condition } : {}) };
    out.maxCount = field.references.maxCount;
  }
  if (field.dataElement) out.dataElement = field.dataElement;
  if (field.lines) {
    const line = entityOf(ctx.model, field.lines.entity);
    const columns = formColumns(ctx, entity, field);
    const shown = columns ? columns.map((n) => line.byName.get(n)).filter((f): f is Field => f !== undefined) : line.fields.filter((f) => f.name !== line.lineOf?.as);
    out.lines = { fields: shown.map((f) => clientLineField(ctx, line, f)), minCount: field.lines.minCount, maxCount: field.lines.maxCount };
  }
  if (field.unit) out.unit = say(ctx, field.unit);
  for (const key of ['min', 'max', 'scale', 'minLength', 'maxLength', 'pattern', 'accept', 'maxSize', 'maxCount'] as const) {
    const value = field[key];
    if (value !== undefined) Object.assign(out, { [key]: value });
  }
  for (const key of ['default', 'computed', 'check', 'visibleWhen', 'requiredWhen', 'readOnlyWhen'] as const) {
    const expression = field[key];
    if (expression) out[key] = expression.text;
  }
  if (field.message) out.message = say(ctx, field.message);
  return out;
}

/** Lines share the rights of the record they belong to. */
function clientLineField(ctx: Context, line: Entity, field: Field): ClientField {
  const out = clientField({ ...ctx, principal: { kind: 'system', user: ctx.principal.user, grants: [] } }, line, field);
  if (!field.readOnly && out.readOnly) delete out.readOnly;
  return out;
}

function formColumns(ctx: Context, entity: Entity, field: Field): string[] | undefined {
  return ctx.model.forms.get(entity.key)?.lines[field.name];
}
