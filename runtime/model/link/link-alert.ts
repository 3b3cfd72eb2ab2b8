import type * as S from '../../../schemas/generated/types.ts';
import type { FeelType } from '../../expressions/index.ts';
import type { Alert, Entity } from '../model.ts';
import { suggest } from '../suggest.ts';
import { checkCondition, resolvePath } from './check-condition.ts';
import { checkRoles, linkAssign } from './link-action.ts';
import { feelBoolean, qualify, suggestName, toText, type Linker, type Place } from './linker.ts';

/** Links an alert file. */
export function linkAlert(source: S.Alert, name: string, place: Place, linker: Linker, messages: Map<string, unknown>, roles: Set<string>): Alert | undefined {
  const rules = linker.entity(place, '/rules', source.rules);
  const of = linker.entity(place, '/of', source.of);
  const target = linker.entity(place, '/record/entity', source.record.entity);
  if (!rules || !of || !target) return undefined;
  const need = (entity: Entity, pointer: string, field: string | undefined) => {
    if (field === undefined) linker.report(place, pointer, 'definition.missing-property', `"${pointer.slice(1)}" is missing for an alert of kind ${source.kind}`);
    else if (!entity.byName.has(field) && !linker.isVague(entity, field)) linker.report(place, pointer, 'definition.unknown-field', `"${entity.name}" has no field "${field}"`, suggest(field, entity.byName.keys()));
  };
  for (const [own, path] of Object.entries(source.match ?? {})) {
    need(rules, `/match/${own}`, own);
    resolvePath(path, of, place, `/match/${own}`, linker);
  }
  if (source.where) checkCondition(source.where, of, place, '/where', linker);
  if (source.kind === 'threshold') { need(of, '/sum', source.sum); need(rules, '/below', source.below); }
  else if (source.kind === 'event') {
    for (const name of source.same ?? []) need(target, '/same', name);
    const { count, at, quietMinutes } = source.record.repeat ?? {};
    if (source.record.repeat) { need(target, '/record/repeat/count', count); need(target, '/record/repeat/at', at); }
    if (quietMinutes !== undefined) need(rules, '/record/repeat/quietMinutes', quietMinutes);
  } else if (source.kind === 'trend' || source.kind === 'no-data') {
    if (source.date === undefined) need(of, '/date', undefined);
    else {
      const field = resolvePath(source.date, of, place, '/date', linker);
      if (field && field.type !== 'date' && field.type !== 'datetime') linker.report(place, '/date', 'definition.type', `"${source.date}" is no date`);
    }
    if (source.kind === 'no-data') need(rules, '/days', source.days);
    else {
      if (source.sum !== undefined) need(of, '/sum', source.sum);
      for (const name of ['grain', 'direction'] as const) if (source[name] === undefined) need(rules, `/${name}`, undefined);
      if (source.periods === undefined && source.percent === undefined) linker.report(place, '/periods', 'definition.missing-property', '"periods" or "percent" is missing for an alert of kind trend');
      for (const name of ['periods', 'percent'] as const) if (source[name] !== undefined) need(rules, `/${name}`, source[name]);
    }
  } else {
    need(rules, '/lead', source.lead);
    if (source.date === undefined) linker.report(place, '/date', 'definition.missing-property', '"date" is missing for an alert of kind date-tiers');
    else {
      const field = resolvePath(source.date, of, place, '/date', linker);
      if (field && field.type !== 'date') linker.report(place, '/date', 'definition.type', `"${source.date}" is no date`);
    }
    if (!source.tiers) linker.report(place, '/tiers', 'definition.missing-property', '"tiers" is missing for an alert of kind date-tiers');
    const codes = rules.byName.get(source.lead ?? '')?.options?.map((o) => o.value) ?? [];
    if (source.tiers) for (const code of codes) if (!source.tiers?.some((t) => t.name === code)) linker.report(place, '/tiers', 'definition.tier', `no tier "${code}" although "${source.lead ?? ''}" offers it`);
  }
  const variables: Record<string, FeelType> = { rule: rules.feel, row: of.feel, value: { kind: 'number' }, before: { kind: 'number' }, tier: { kind: 'string' } };
  const set = linkAssign(source.record.set, '/record/set', target, { place, linker, variables, entities: linker.entities }, {});
  const when = source.when === undefined ? undefined : linker.expression(place, '/when', source.when, { rule: rules.feel, row: of.feel }, feelBoolean);
  const message = source.message === undefined ? undefined : qualify(source.message, place.app);
  if (message !== undefined && !messages.has(message) && !linker.isDeclared('message', message)) linker.report(place, '/message', 'definition.unknown-message', `unknown message "${source.message}"`, suggestName(source.message!, place.app, messages.keys()));
  checkRoles(source.to?.roles ?? [], '/to/roles', { place, linker, roles });
  if (source.to?.rolesFrom !== undefined) need(rules, '/to/rolesFrom', source.to.rolesFrom);
  return {
    key: `${place.app}/${name}`, app: place.app, name, label: toText(source.label), kind: source.kind, rules: rules.key, of: of.key, match: source.match ?? {}, tiers: source.tiers ?? [],
    record: { entity: target.key, set, ...(source.record.open ? { open: source.record.open } : {}), ...(source.record.repeat ? { repeat: source.record.repeat } : {}) }, same: source.same ?? [], roles: source.to?.roles ?? [],
    ...(when ? { when } : {}), ...(source.days ? { days: source.days } : {}),
    ...(source.kind === 'trend' && source.grain && source.direction ? { trend: { grain: source.grain, direction: source.direction, against: source.against ?? 'previous', ...(source.periods ? { periods: source.periods } : {}), ...(source.percent ? { percent: source.percent } : {}) } } : {}),
    ...(source.where ? { where: source.where } : {}), ...(source.sum ? { sum: source.sum } : {}), ...(source.below ? { below: source.below } : {}), ...(source.date ? { date: source.date } : {}),
    ...(source.lead ? { lead: source.lead } : {}), ...(message ? { message } : {}), ...(source.to?.rolesFrom ? { rolesFrom: source.to.rolesFrom } : {}),
  };
}
