import { Ability, type RawRuleOf } from '@casl/ability';
import { entityOf, type Condition, type Entity, type EntityGrant, type Model } from '../../model/model.ts';
import { clearances, type Context, type Grant, type Principal } from '../context.ts';
import { parseCondition, type Predicate } from '../query/condition.ts';

/** `read`, `create`, `update`, `delete`, `export`, `import`, `action:<name>` or `print:<template>`. */
export type Operation = string;

interface RowRule { condition: Condition; values: Record<string, unknown>; clear: ReadonlySet<string> }
type AppAbility = Ability<[Operation, string], RowRule>;

/** What one person may do with one entity. */
export interface Access {
  /** Rows the operation may touch: `all`, `none`, or a predicate. */
  rows: (operation: Operation) => Predicate;
  /** Rows in which a field may be seen at all (masked counts as seen). */
  visible: (field: string) => Predicate;
  /** Rows in which a field may be seen whole. */
  clear: (field: string) => Predicate;
  writable: (field: string) => boolean;
  can: (operation: Operation) => boolean;
}

const everything: Access = { rows: () => ({ kind: 'all' }), visible: () => ({ kind: 'all' }), clear: () => ({ kind: 'all' }), writable: () => true, can: () => true };
// An entity belongs to one model, so rights of an earlier model are not found again.
const cache = new WeakMap<Principal, WeakMap<Entity, Access>>();

/** The rights of the context's person on an entity, worked out once per sign-in and model. */
export function accessTo(ctx: Context, entity: Entity): Access {
  if (ctx.principal.kind === 'system') return everything;
  let known = cache.get(ctx.principal);
  if (!known) cache.set(ctx.principal, (known = new WeakMap()));
  let access = known.get(entity);
  if (!access) known.set(entity, (access = buildAccess(ctx, entity)));
  return access;
}

const nothing: Access = { rows: () => ({ kind: 'none' }), visible: () => ({ kind: 'none' }), clear: () => ({ kind: 'none' }), writable: () => false, can: () => false };

function buildAccess(ctx: Context, entity: Entity): Access {
  if (ctx.principal.apps && entity.app !== 'platform' && !ctx.principal.apps.has(entity.app)) return nothing;
  const ability = buildAbility(ctx, entity);
  const names = entity.fields.map((f) => f.name);
  const memo = new Map<string, Predicate>();
  const remember = (key: string, make: () => Predicate): Predicate => {
    const found = memo.get(key);
    // A condition on today's date must not outlive the day.
    if (found) return found;
    const made = make();
    memo.set(key, made);
    return made;
  };
  const toPredicate = (rules: RowRule[]): Predicate => anyOf(rules.map((r) => parseCondition(ctx.model, entity, r.condition, { clock: ctx.services.clock, user: r.values })));
  const rulesOf = (operation: Operation, field?: string): RowRule[] => ability.rulesFor(operation, entity.key, field).map((r) => r.conditions).filter((r): r is RowRule => r !== undefined);
  const sameAsRead = (rules: RowRule[]): boolean => rules.length === rulesOf('read').length;
  return {
    rows: (operation) => remember(operation, () => toPredicate(rulesOf(operation))),
    visible: (field) => remember(`visible ${field}`, () => {
      if (!names.includes(field)) return { kind: 'all' };
      const rules = rulesOf('read', field);
      return sameAsRead(rules) ? { kind: 'all' } : toPredicate(rules);
    }),
    clear: (field) => remember(`clear ${field}`, () => {
      if (!names.includes(field)) return { kind: 'all' };
      const rules = rulesOf('read', field).filter((r) => r.clear.has(field));
      return sameAsRead(rules) ? { kind: 'all' } : toPredicate(rules);
    }),
    writable: once((field) => ['update', 'create', 'edit-line'].some((operation) => ability.rulesFor(operation, entity.key, field).length > 0)),
    can: once((operation) => ability.rulesFor(operation, entity.key).length > 0),
  };
}

/** Asks once per argument: the answers hold as long as the person's grants. */
function once(ask: (argument: string) => boolean): (argument: string) => boolean {
  const answers = new Map<string, boolean>();
  return (argument) => {
    let answer = answers.get(argument);
    if (answer === undefined) answers.set(argument, (answer = ask(argument)));
    return answer;
  };
}

/** All rules of one person on one entity, as a CASL ability. */
function buildAbility(ctx: Context, entity: Entity): AppAbility {
  const rules: RawRuleOf<AppAbility>[] = [];
  for (const grant of ctx.principal.grants) {
    const found = grantFor(ctx.model, entity, grant.role);
    if (!found) continue;
    const { grant: rights, prefix } = found;
    const scope = scopeCondition(ctx, entity, grant, rights.scope);
    const values = { id: ctx.principal.user?.id ?? null, org: ctx.principal.user?.org?.id ?? null, area: ctx.principal.user?.org?.area ?? null };
    const names = entity.fields.map((f) => f.name);
    // A label above the person's is stronger than any role: the field is masked where it has a mask, else hidden.
    const above = new Set(entity.fields.filter((f) => f.sensitivity && clearances.indexOf(f.sensitivity.level) > clearances.indexOf(ctx.principal.clearance ?? 'important')).map((f) => f.name));
    const isShown = (n: string): boolean => !above.has(n) || entity.byName.get(n)?.sensitivity?.mask !== undefined;
    const shown = names.filter((n) => isShown(n) && (prefix !== undefined || !rights.hide.includes(n)));
    const clear = new Set(shown.filter((n) => !above.has(n) && (prefix !== undefined || !rights.mask.includes(n))));
    const writable = names.filter((n) => !above.has(n)).filter((n) => prefix !== undefined || (!rights.readOnly.includes(n) && !rights.hide.includes(n) && !rights.mask.includes(n)));
    const add = (operation: Operation, permission: boolean | Condition, fields: string[]) => {
      if (permission === false || fields.length === 0) return;
      const own = permission === true ? undefined : prefix === undefined ? permission : prefixed(permission, prefix);
      const parts = [scope, own].filter((c): c is Condition => c !== undefined && Object.keys(c).length > 0);
      rules.push({ action: operation, subject: entity.key, fields, conditions: { condition: parts.length === 1 ? parts[0]! : parts.length === 0 ? {} : { $and: parts }, values, clear } });
    };
    // Lines are written with the record they belong to; which of their fields, their own grant says.
    if (entity.lineOf) add('edit-line', true, writable);
    add('read', rights.read, shown);
    add('create', rights.create, writable);
    add('update', rights.update, writable);
    add('delete', rights.delete, names);
    add('export', rights.export, names);
    add('import', rights.import, names);
    for (const action of rights.actions) add(`action:${action}`, true, names);
    for (const template of rights.print) add(`print:${template}`, true, names);
  }
  return new Ability<[Operation, string], RowRule>(rules, {
    // Rows are judged in SQL; only rules by kind and field are asked here.
    conditionsMatcher: () => () => { throw new Error('Row rules are evaluated in SQL.'); },
    fieldMatcher: (fields) => (field) => fields.includes(field),
  });
}

/** A role's grant on an entity; lines without one of their own share that of the record they belong to. */
function grantFor(model: Model, entity: Entity, roleName: string): { grant: EntityGrant; prefix?: string } | undefined {
  const role = model.roles.get(roleName);
  const own = role?.grants.get(entity.key);
  if (own) return { grant: own };
  const parent = entity.lineOf && role?.grants.get(entity.lineOf.entity);
  return parent && entity.lineOf ? { grant: { ...parent, create: false, update: false, delete: false, import: false, actions: [], print: [], hide: [], mask: [], readOnly: [] }, prefix: entity.lineOf.as } : undefined;
}

/** The grant's scope as a condition over the record's owner; several owner fields are alternatives. */
function scopeCondition(ctx: Context, entity: Entity, grant: Grant, scope: EntityGrant['scope']): Condition | undefined {
  if (scope === 'all') return undefined;
  if (scope === 'own' || grant.scope === 'own') return { createdBy: ctx.principal.user?.id ?? '00000000-0000-0000-0000-000000000000' };
  if (grant.scope === 'all') return undefined;
  const through = (path: string): Condition => grant.scope === 'area-below'
    ? { [`${path}areaCode`]: { $below: padArea(grant.area ?? 'none') } }
    : { [`${path}ownerOrg`]: { $in: grant.orgs } };
  const alternatives = ownerPaths(ctx.model, entity).map(through);
  return alternatives.length === 1 ? alternatives[0] : { $or: alternatives };
}

/** `''` for the record's own owner columns, and `field.` for every further owner. */
function ownerPaths(model: Model, entity: Entity): string[] {
  if (entity.lineOf) return ['', ...ownerPaths(model, entityOf(model, entity.lineOf.entity)).slice(1).map((p) => `${entity.lineOf!.as}.${p}`)];
  return ['', ...entity.owner.slice(1).map((name) => `${name}.`)];
}

/** Area prefixes are stored short; conditions take whole codes. */
function padArea(prefix: string): string {
  return prefix.length >= 6 ? prefix : prefix.padEnd(6, '0');
}

function prefixed(condition: Condition, prefix: string): Condition {
  return Object.fromEntries(Object.entries(condition).map(([key, value]) =>
    key === '$and' || key === '$or' ? [key, (value as Condition[]).map((c) => prefixed(c, prefix))]
      : key === '$not' ? [key, prefixed(value as Condition, prefix)] : [`${prefix}.${key}`, value]));
}

function anyOf(parts: Predicate[]): Predicate {
  if (parts.length === 0) return { kind: 'none' };
  if (parts.some((p) => p.kind === 'all')) return { kind: 'all' };
  const distinct = [...new Map(parts.map((p) => [JSON.stringify(p, (k, v: unknown) => k === 'path' ? (v as { text: string }).text : v), p])).values()];
  return distinct.length === 1 ? distinct[0]! : { kind: 'or', parts: distinct };
}

/** Rule of the reader for rows of any entity, as `predicateSql` asks for it. */
export function readRule(ctx: Context): (entity: Entity) => Predicate {
  return (entity) => accessTo(ctx, entity).rows('read');
}
