import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { InlineConfig, Plugin } from 'vite';
import { findPlugins } from '../server/plugins/find-plugins.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Modules that amis loads at once for features Tamga does not offer; the stub keeps them out of the bundle. */
const unused = ['moment-timezone', 'echarts-wordcloud', 'echarts-stat', 'echarts/extension/bmap/bmap', 'exceljs', 'monaco-editor', 'hls.js', 'mpegts.js', 'video-react', 'codemirror', 'froala-editor', 'tinymce', 'react-json-view', 'jsbarcode', 'qrcode-react', 'qrcode.react', 'file64', 'react-pdf', 'office-viewer', 'papaparse', 'markdown-it', 'react-cropper', 'cropperjs', 'react-visibility-sensor'];

/** amis declares no `sideEffects`; without this every component of amis-ui would be part of every list. */
function amisWithoutSideEffects(): Plugin {
  return {
    name: 'tamga-amis-side-effects',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!importer?.includes('node_modules') && !source.startsWith('amis')) return null;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      if (resolved === null) return null;
      const pure = /node_modules\/amis-ui\/esm\//.test(resolved.id) && !/\/(icons|Alert|Toast)\b/.test(resolved.id);
      return pure ? { ...resolved, moduleSideEffects: false } : null;
    },
  };
}

/** The stub has to answer any named import, so it is generated with the names that amis asks for. */
function unusedModules(): Plugin {
  const prefix = '\0tamga-unused:';
  return {
    name: 'tamga-unused-modules',
    enforce: 'pre',
    resolveId(source) {
      return unused.some((name) => source === name || source.startsWith(`${name}/`)) ? prefix + source : null;
    },
    load(id) {
      return id.startsWith(prefix) ? { code: 'export default {};', syntheticNamedExports: 'default', moduleSideEffects: false } : null;
    },
  };
}

/** Outlines for maps stand in the seed folders and are served beside the scripts. */
function maps(): Plugin {
  const seed = here('../../seed');
  return {
    name: 'tamga-maps',
    generateBundle() {
      for (const app of readdirSync(seed, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
        const folder = join(seed, app.name, 'maps');
        for (const file of existsSync(folder) ? readdirSync(folder) : []) if (file.endsWith('.geojson')) this.emitFile({ type: 'asset', fileName: `maps/${file}`, source: readFileSync(join(folder, file)) });
      }
    },
  };
}

/** Each plugin in use that has a `client.tsx` becomes part of the client. */
function plugins(): Plugin {
  const id = 'virtual:tamga-plugins';
  return {
    name: id,
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load(source) {
      if (source !== `\0${id}`) return null;
      const files = findPlugins(here('../../plugins')).map(({ path }) => join(path, 'client.tsx')).filter((file) => existsSync(file));
      return `${files.map((file, at) => `import * as p${at} from ${JSON.stringify(file)};`).join('\n')}\nexport default [${files.map((_, at) => `p${at}`).join(', ')}];`;
    },
  };
}

/** Build of the browser client; `scripts/build.ts` runs it. */
export const clientConfig: InlineConfig = {
  root: here('.'),
  base: '/',
  configFile: false,
  logLevel: 'warn',
  plugins: [unusedModules(), amisWithoutSideEffects(), maps(), plugins(), react()],
  resolve: {
    alias: [{ find: /^punycode$/, replacement: 'punycode/' }],
    dedupe: ['react', 'react-dom', 'mobx', 'mobx-react', 'mobx-state-tree'],
  },
  define: { 'process.env.NODE_ENV': '"production"' },
  css: { lightningcss: { errorRecovery: true } },
  build: {
    outDir: here('../../dist/client'),
    emptyOutDir: true,
    target: 'es2020',
    chunkSizeWarningLimit: 2000,
    manifest: true,
    // amis evaluates scripts in charts; our schemas hold none and the page's policy forbids it.
    rolldownOptions: { checks: { eval: false }, input: { main: here('index.html'), portal: here('portal.html') } },
  },
};

export default clientConfig;
