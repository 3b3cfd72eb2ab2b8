const part = encodeURIComponent;

/** Addresses of the pages, in one place. */
export const listPath = (app: string, name: string): string => `/apps/${part(app)}/lists/${part(name)}`;
export const recordPath = (app: string, entity: string, id: string): string => `/apps/${part(app)}/records/${part(entity)}/${part(id)}`;
export const editPath = (app: string, entity: string, id: string): string => `${recordPath(app, entity, id)}/edit`;
export const questionnairePath = (app: string, entity: string, id?: string): string => `/apps/${part(app)}/questionnaires/${part(entity)}${id === undefined ? '' : `/${part(id)}`}`;
export const recyclePath = (app: string, entity: string): string => `/apps/${part(app)}/records/${part(entity)}/recycled`;
export const newPath = (app: string, entity: string): string => `/apps/${part(app)}/records/${part(entity)}/new`;
export const reportPath = (app: string, name: string): string => `/apps/${part(app)}/reports/${part(name)}`;
export const dashboardPath = (app: string, name: string): string => `/apps/${part(app)}/dashboards/${part(name)}`;
/** A dashboard that fills a wall screen. */
export const screenPath = (app: string, name: string): string => `/screens/${part(app)}/${part(name)}`;
/** A free page. */
export const pagePath = (app: string, name: string): string => `/apps/${part(app)}/pages/${part(name)}`;
export const taskPath = (id: string): string => `/tasks/${part(id)}`;
export const instancePath = (id: string): string => `/instances/${part(id)}`;

export const toolPath = (_app: string, name: string): string => `/tools/${part(name)}`;

/** Address of an item of the menu. */
export function menuPath(item: { kind: 'list' | 'dashboard' | 'report' | 'page' | 'tool'; app: string; name: string }): string {
  return { list: listPath, dashboard: dashboardPath, report: reportPath, page: pagePath, tool: toolPath }[item.kind](item.app, item.name);
}
