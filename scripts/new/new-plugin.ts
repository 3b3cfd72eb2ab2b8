import { MistakenOrder, type Scaffold } from './scaffold.ts';

/** A plugin with one function and its test. */
export const newPlugin: Scaffold = async ({ has }, { name }, label) => {
  if (has(`plugins/${name}`)) throw new MistakenOrder(`插件 ${name} 已存在。/ The plugin ${name} exists already.`);
  const said = name.replaceAll('-', ' ');
  const quoted = JSON.stringify(label);
  return {
    made: {
      [`plugins/${name}/index.ts`]: `import { definePlugin, type ExtraFunction } from '../../runtime/plugin.ts';

export const isFilled: ExtraFunction = {
  name: 'is ${said}', doc: { zh: ${quoted}, en: ${quoted} }, parameters: [{ name: 'text', type: { kind: 'string' } }], result: { kind: 'boolean' },
  example: 'is ${said}("x")', run: ([text]) => typeof text === 'string' && text.trim() !== '',
};

/** ${label.replaceAll('*/', '')} */
export default definePlugin({ name: '${name}', setup: (api) => api.function(isFilled) });
`,
      [`plugins/${name}/index.test.ts`]: `import { expect, test } from '@jest/globals';
import { isFilled } from './index.ts';

test.each([['x', true], ['', false], [' ', false]])('%j: %j', (text, expected) => {
  expect(isFilled.run([text], { now: () => new Date(0), zone: 'Asia/Shanghai' })).toBe(expected);
});
`,
      [`plugins/${name}/README.md`]: `# ${name}\n\n${label}\n`,
    },
    changed: {},
  };
};
