/** Sets up the plugins of this process, once, before definitions are read. */
export { loadPlugins, setUpPlugins, type LoadedPlugin } from './load-plugins.ts';
/** Folders of the plugins in use, for the build of the client. */
export { findPlugins } from './find-plugins.ts';
