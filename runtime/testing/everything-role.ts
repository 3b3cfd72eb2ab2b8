import type { Source } from '../model/source.ts';

/** Role of the person that stands for the system in tests; it exists in no installation. */
export const everythingRole = 'platform.scenario-system';

/** A role with every right on everything in these definitions. */
export function everythingRoleSource(sources: Source[]): Source {
  const of = (kind: string): Source[] => sources.filter((source) => source.kind === kind);
  const key = ({ app, name }: Source): string => `${app}/${name}`;
  const entityKey = ({ app, content }: Source): string => {
    const { entity } = content as { entity: string };
    return entity.includes('/') ? entity : `${app}/${entity}`;
  };
  const started = new Set(of('process').map(({ content }) => /tamga:entity="([^"]+)"/.exec(String(content))?.[1]));
  const grants = Object.fromEntries(of('entity').map((entity) => {
    const actions = of('action').filter((action) => entityKey(action) === key(entity) && (action.content as { internal?: boolean }).internal !== true).map(({ name }) => name);
    const print = of('template').filter((template) => entityKey(template) === key(entity)).map(({ name }) => name);
    return [key(entity), { read: true, create: true, update: true, delete: true, export: true, import: true, print, scope: 'all', actions: [...actions, ...started.has(key(entity)) ? ['submit'] : []] }];
  }));
  const [app, name] = everythingRole.split('.') as [string, string];
  return { file: 'everything.role.json', app, kind: 'role', name, content: { label: 'Everything', grants, reports: of('report').map(key) } };
}
