import type * as S from '../../../schemas/generated/types.ts';
import type { Entity } from '../model.ts';
import { suggest } from '../suggest.ts';
import type { Linker, Place } from './linker.ts';

/** Ledgers come before rules: they give the entities behind their keys a `balance`. */
export function linkLedger(entity: Entity, source: S.Entity, place: Place, linker: Linker): void {
  const raw = source.ledger;
  if (!raw) return;
  const balance = linker.entity(place, '/ledger/balance', raw.balance);
  if (!balance) return;
  const need = (of: Entity, pointer: string, name: string) => {
    if (!of.byName.has(name) && !linker.isVague(of, name)) linker.report(place, pointer, 'definition.unknown-field', `"${of.name}" has no field "${name}"`, suggest(name, of.byName.keys()));
  };
  raw.key.forEach((name, i) => { need(entity, `/ledger/key/${i}`, name); need(balance, `/ledger/key/${i}`, name); });
  for (const name of ['quantity', 'direction', 'after'] as const) need(entity, `/ledger/${name}`, raw[name]);
  for (const name of ['onHand', 'frozen'] as const) need(balance, `/ledger/${name}`, raw[name]);
  entity.ledger = { ...raw, entity: entity.key, balance: balance.key };
  const only = raw.key.length === 1 ? entity.byName.get(raw.key[0]!)?.reference : undefined;
  const keyed = only && linker.entities.get(only.entity);
  if (keyed && !keyed.byName.has('balance')) keyed.inverse = { name: 'balance', entity: balance.key, field: raw.key[0]! };
  entity.managed = true;
  balance.managed = true;
}
