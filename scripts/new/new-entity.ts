import { MistakenOrder, toJson, type Scaffold } from './scaffold.ts';

type Menu = { label: unknown; items: unknown[] }[];

/** An entity with its list, in the menu, for the manager, and with the beginning of its acceptance test. */
export const newEntity: Scaffold = async ({ read, has }, { app, name }, label) => {
  const definition = await read(`app-definitions/${app}/app.json`);
  const folder = `app-definitions/${app}/${name}`;
  if (has(`${folder}/${name}.entity.json`)) throw new MistakenOrder(`实体 ${app}/${name} 已存在。/ The entity ${app}/${name} exists already.`);
  const rolePath = `app-definitions/${app}/roles/manager.role.json`;
  const hasRole = has(rolePath);
  const role = hasRole ? await read(rolePath) : { label: '管理员', grants: { 'platform/organization': { read: true } } };
  const grants = role['grants'] as Record<string, unknown>;
  const [first, ...menu] = (definition['menu'] ?? []) as Menu;
  const item = { list: name };
  const withRole = toJson({ ...role, grants: { ...grants, [name]: { read: true, create: true, update: true, delete: true, export: true } } });
  return {
    made: {
      [`${folder}/${name}.entity.json`]: toJson({
        label, owner: 'unit', keys: ['code'],
        fields: { code: { type: 'text', label: '编码', required: true, unique: true, maxLength: 50 }, name: { type: 'text', label: '名称', required: true }, unit: { type: 'org', label: '单位', required: true }, note: { type: 'long-text', label: '备注' } },
      }),
      [`${folder}/${name}.list.json`]: toJson({ entity: name, columns: ['code', 'name', 'unit'], filters: ['name', 'unit'] }),
      [`${folder}/${name}.scenario.json`]: toJson({
        title: `${label}：登记与校验`, given: { clock: '2026-04-10T09:00+08:00', people: { manager: { role: `${app}.manager`, scope: '开鲁县' }, neighbour: { role: `${app}.manager`, scope: '奈曼旗' } } },
        steps: [
          { as: 'manager', create: name, with: { code: 'A1', unit: '150523-WJW' }, refused: { status: 422, field: 'name' } },
          { as: 'manager', create: name, with: { code: 'A1', name: '第一条', unit: '150523-WJW' }, save: 'one' },
          { as: 'manager', create: name, with: { code: 'A1', name: '重复', unit: '150523-WJW' }, refused: { status: 422, field: 'code' } },
          { as: 'neighbour', get: '$one', refused: { status: 404 } },
        ],
      }),
      ...(hasRole ? {} : { [rolePath]: withRole }),
    },
    changed: {
      ...(hasRole ? { [rolePath]: withRole } : {}),
      [`app-definitions/${app}/app.json`]: toJson({ ...definition, menu: first ? [{ ...first, items: [...first.items, item] }, ...menu] : [{ label: definition['label'], items: [item] }] }),
    },
  };
};
