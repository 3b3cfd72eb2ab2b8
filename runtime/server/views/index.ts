/** Views of lists that people save for themselves or share, and how each person wants a list. */
export { changeView, createView, keepListSetting, removeView, viewsOf } from './saved-views.ts';
export type { SavedView, Share, ViewInput } from './saved-views.ts';
export type { ChosenColumn, ViewState } from './view-state.ts';
