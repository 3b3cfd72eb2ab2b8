/** One layer of the code: what it holds and which layers it may import. `'*'` means any. */
export interface Layer { name: string; holds: RegExp; imports: string[] | '*' }

/**
 * Who may import whom; the first layer that holds a file is its layer. Files of one layer may import each other.
 * Server and client meet only over HTTP, and nobody imports the designer, plugins or scripts.
 */
export const layers: Layer[] = [
  { name: 'tests', holds: /\.test\.tsx?$|^runtime\/(\w+\/)*testing\/|^runtime\/fields\/[\w-]+\/fixture\.ts$/, imports: '*' },
  { name: 'scripts', holds: /^scripts\//, imports: '*' },
  { name: 'generated', holds: /^schemas\/generated\//, imports: [] },
  { name: 'texts', holds: /^runtime\/(problems\.ts$|texts\/)/, imports: ['generated'] },
  { name: 'registry', holds: /^runtime\/registry\.ts$/, imports: [] },
  { name: 'expressions', holds: /^runtime\/expressions\//, imports: ['registry', 'generated', 'texts'] },
  { name: 'widgets', holds: /^runtime\/client\/widgets\//, imports: ['field views', 'client texts', 'fields', 'expressions', 'model', 'generated', 'texts'] },
  { name: 'field views', holds: /^runtime\/fields\/[\w-]+\/view\.tsx$/, imports: ['widgets', 'client texts', 'fields', 'expressions', 'model', 'generated', 'texts'] },
  { name: 'fields', holds: /^runtime\/fields\//, imports: ['registry', 'expressions', 'generated', 'texts'] },
  { name: 'bpmn', holds: /^runtime\/(bpmn|dmn)\//, imports: ['expressions', 'generated', 'texts', 'bpmn extension'] },
  { name: 'model', holds: /^runtime\/model\//, imports: ['registry', 'fields', 'bpmn', 'expressions', 'generated', 'texts'] },
  { name: 'plugin door', holds: /^runtime\/plugin\.ts$/, imports: ['registry', 'model', 'fields', 'bpmn', 'expressions', 'generated', 'texts'] },
  { name: 'plugins', holds: /^runtime\/server\/plugins\//, imports: ['plugin door', 'pure'] },
  { name: 'database', holds: /^runtime\/server\/db\//, imports: ['server base', 'pure'] },
  { name: 'below operations', holds: /^runtime\/server\/(access|query|audit|calendar|crypto|settings|outbox|search|files|auth)\//, imports: ['database', 'server base', 'pure'] },
  { name: 'operations', holds: /^runtime\/server\/(operations|ledger|sequences|actions|messages|dictionaries)\//, imports: ['below operations', 'database', 'server base', 'pure'] },
  { name: 'server services', holds: /^runtime\/server\/(workflow|reports|evidence|exchange|print|alerts|seed|quality|client-model|portal|questionnaires|views)\//, imports: ['operations', 'below operations', 'database', 'server base', 'pure'] },
  { name: 'server doors', holds: /^runtime\/server\/(http|jobs|monitor)\//, imports: ['server services', 'operations', 'below operations', 'database', 'server base', 'pure'] },
  { name: 'server base', holds: /^runtime\/server\/(context|config|clock|model-store|log|row)\.ts$/, imports: ['database', 'below operations', 'pure'] },
  { name: 'server', holds: /^runtime\/(server\/|index\.ts$)/, imports: ['plugins', 'server doors', 'server services', 'operations', 'below operations', 'database', 'server base', 'plugin door', 'pure'] },
  { name: 'client texts', holds: /^runtime\/client\/(texts|i18n|api|locale)[\w/.-]*$/, imports: ['model', 'generated', 'texts', 'client texts'] },
  { name: 'client build', holds: /^runtime\/client\/vite\.config\.ts$/, imports: ['plugins'] },
  { name: 'client', holds: /^runtime\/client\//, imports: ['widgets', 'field views', 'client texts', 'pure'] },
  { name: 'designer server', holds: /^designer\/(index\.ts$|server\/)/, imports: ['server door'] },
  { name: 'designer client', holds: /^designer\/client\//, imports: ['client door'] },
  { name: 'plugin client', holds: /^plugins\/[\w-]+\/.*\.tsx$/, imports: ['client door'] },
  { name: 'plugin', holds: /^plugins\//, imports: ['plugin door'] },
  { name: 'tools', holds: /^[\w.-]+\.(m?js|ts)$/, imports: '*' },
];

/** Layers that are spoken of together. */
export const groups: Record<string, string[]> = { pure: ['registry', 'model', 'fields', 'bpmn', 'expressions', 'generated', 'texts'] };

/** Single files that are the only way into a layer from outside. */
export const doors: Record<string, RegExp> = {
  'server door': /^runtime\/index\.ts$/,
  'client door': /^runtime\/client\/(index|plugin)\.ts$/,
  'plugin door': /^runtime\/plugin\.ts$/,
};

/** Modules that are entered only by their `index.ts` (a field type's `view.tsx` is the browser's own door). */
export const closedModules = ['runtime/expressions', 'runtime/bpmn', 'runtime/dmn'];

/** Folders of data, in which no code may stand. */
export const dataFolders = ['app-definitions', 'workflows', 'seed'];
