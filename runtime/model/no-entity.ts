import type { Entity } from './model.ts';

/** Stands for the entity of processes that drive no record: it has no fields. */
export const noEntity: Entity = {
  key: '', app: '', name: '', file: '', label: { zh: '流程', en: 'Process' }, schema: '', table: '', was: [], fields: [], byName: new Map(), title: 'id', owner: [], unique: [], indexes: [],
  search: [], keys: [], sort: [], checks: [], softDelete: false, history: false, managed: true, large: false, referencedBy: [], computedOrder: [], feel: { kind: 'context', entries: {}, title: 'record' },
};

