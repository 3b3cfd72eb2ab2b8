import { existsSync } from 'node:fs';

/** Unit and API tests: TypeScript as ESM through SWC; types are checked by `npm run typecheck`. */
export default {
  testEnvironment: 'node',
  // Git keeps no empty folder, and jest refuses a root that is missing.
  roots: ['runtime', 'designer', 'plugins', 'schemas', 'scripts'].filter((folder) => existsSync(new URL(folder, import.meta.url))).map((folder) => `<rootDir>/${folder}`),
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  testPathIgnorePatterns: ['\\.browser\\.test\\.ts$'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': ['@swc/jest', {
      jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022', experimental: { keepImportAttributes: true }, transform: { react: { runtime: 'automatic' } } },
      module: { type: 'es6' },
    }],
  },
  testTimeout: 60_000,
};
