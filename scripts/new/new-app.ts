import { MistakenOrder, toJson, type Scaffold } from './scaffold.ts';

/** An app with one role; the first entity brings its menu. */
export const newApp: Scaffold = async ({ has }, { app }, label) => {
  if (has(`app-definitions/${app}`)) throw new MistakenOrder(`应用 ${app} 已存在。/ The app ${app} exists already.`);
  return {
    made: {
      [`app-definitions/${app}/app.json`]: toJson({ label, needs: ['platform'], menu: [] }),
      [`app-definitions/${app}/roles/manager.role.json`]: toJson({ label: `${label}管理员`, grants: { 'platform/organization': { read: true }, 'platform/area': { read: true, scope: 'all' }, 'platform/user': { read: true, hide: ['mobile', 'email'] } } }),
    },
    changed: {},
  };
};
