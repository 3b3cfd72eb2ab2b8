/** Turns a list definition into an amis schema, for previews. */
export { listToAmis } from './views/list/to-amis.ts';
/** Turns the sections of a form into a Formily schema, for previews. */
export { formToFormily } from './views/form/to-formily.ts';
/** Turns a dashboard with its figures into an amis schema, for previews. */
export { dashboardToAmis } from './views/dashboard/to-amis.ts';
