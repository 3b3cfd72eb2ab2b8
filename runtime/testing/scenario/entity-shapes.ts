import type { Field } from '../../fields/field.ts';
import type { Entity, Model } from '../../model/model.ts';
import type { EntityId, EntityShape, FieldShape } from './world.ts';

const people: FieldShape = { type: 'user', target: { app: 'platform', entity: 'user' } };
const system: Record<string, FieldShape> = { createdBy: people, updatedBy: people, createdAt: { type: 'datetime' }, updatedAt: { type: 'datetime' } };

/** What the runner needs to know of entities, actions and reports, out of the linked model. */
export function entityShapes(model: Model) {
  const shapes = new Map<string, EntityShape>();
  return {
    shapeOf({ app, entity }: EntityId): EntityShape | undefined {
      const key = `${app}/${entity}`;
      const found = model.entities.get(key);
      if (found && !shapes.has(key)) shapes.set(key, shapeOf(found));
      return shapes.get(key);
    },
    inputOf({ app, entity }: EntityId, action: string): Record<string, FieldShape> {
      return fieldShapes(model.actions.get(`${app}/${entity}`)?.get(action)?.input ?? []);
    },
    portalPage(app: string, name: string): { entity?: EntityId; captcha: boolean } | undefined {
      const page = model.portals.get(app)?.pages.get(name);
      return page && { ...('entity' in page ? { entity: idOf(page.entity) } : {}), captcha: page.type === 'form' && page.captcha };
    },
    listEntity({ app, name }: { app: string; name: string }): EntityId | undefined {
      const [owner, entity] = model.lists.get(`${app}/${name}`)?.entity.split('/') ?? [];
      return owner && entity ? { app: owner, entity } : undefined;
    },
    reportEntity({ app, name }: { app: string; name: string }): EntityId | undefined {
      const key = model.reports.get(`${app}/${name}`)?.entity;
      return key === undefined ? undefined : idOf(key);
    },
  };
}

function shapeOf(entity: Entity): EntityShape {
  const single = entity.fields.filter((field) => field.unique).map((field) => [field.name]);
  // An order or a person is known by its number or name even where that is no declared key.
  const keys = [entity.keys, ...entity.unique, ...single, ...[entity.title, 'code', 'no', 'username', 'name'].map((name) => [name])];
  const known = keys.filter((key) => key.length > 0 && key.every((name) => entity.byName.has(name)));
  return { ...idOf(entity.key), keys: [...new Map(known.map((key) => [key.join('|'), key])).values()], fields: { ...system, ...fieldShapes(entity.fields) } };
}

function fieldShapes(fields: Field[]): Record<string, FieldShape> {
  return Object.fromEntries(fields.map((field) => [field.name, {
    type: field.type,
    ...field.reference ? { target: idOf(field.reference.entity) } : {},
    ...field.references ? { target: idOf(field.references.entity) } : {},
    ...field.lines ? { lines: idOf(field.lines.entity) } : {},
  }]));
}

function idOf(key: string): EntityId {
  const [app, entity] = key.split('/') as [string, string];
  return { app, entity };
}
