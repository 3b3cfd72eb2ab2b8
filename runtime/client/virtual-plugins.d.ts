declare module 'virtual:tamga-plugins' {
  const plugins: { default: import('./plugins.ts').PluginClient }[];
  export default plugins;
}
