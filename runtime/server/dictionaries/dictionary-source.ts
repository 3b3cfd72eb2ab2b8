import type { Codes, Dictionary } from '../../model/dictionary.ts';
import { entityOf, type Entity, type Model } from '../../model/model.ts';
import { problem } from '../../problems.ts';

/** Fixed codes of a file, or the codes that an entity holds under a name. */
export type DictionarySource =
  | { kind: 'fixed'; app: string; name: string; dictionary: Dictionary }
  | { kind: 'maintained'; app: string; name: string; entity: Entity; codes: Codes; sets: Entity; of: string; dictionary?: Dictionary };

/** The dictionary called `app/name`: by its file, else by its code among those that the app's entities hold. */
export function dictionaryNamed(model: Model, app: string, name: string): DictionarySource {
  const dictionary = model.dictionaries.get(`${app}/${name}`);
  if (dictionary && !dictionary.records) return { kind: 'fixed', app, name, dictionary };
  const entity = dictionary?.records ? entityOf(model, dictionary.records.entity) : codeEntities(model).find((candidate) => candidate.app === app);
  if (!entity?.codes) throw problem('not-found');
  return { kind: 'maintained', app, name, entity, codes: entity.codes, sets: setsOf(model, entity), of: dictionary?.records?.of ?? name, ...(dictionary ? { dictionary } : {}) };
}

/** Entities whose records are codes. */
export function codeEntities(model: Model): Entity[] {
  return [...model.entities.values()].filter((entity) => entity.codes);
}

/** The entity that the codes of an entity belong to: dictionaries, or versions of them. */
export function setsOf(model: Model, entity: Entity): Entity {
  return entityOf(model, entity.byName.get(entity.codes!.of)!.reference!.entity);
}
