import { existsSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../checks/project-files.ts';
import type { Counted, Suite } from './suite.ts';

const node = process.execPath;
const inModules = (path: string): string => join(projectRoot, 'node_modules', path);
const script = (path: string, ...args: string[]): string[] => ['--import', 'tsx', path, ...args];

/** The parts of `npm test` in their order; the quick ones leave out what takes long. */
export function suites(quick: boolean): Suite[] {
  const reports = mkdtempSync(join(tmpdir(), 'tamga-test-'));
  const step = (name: string, ...args: string[]): Suite => ({ name, command: node, args });
  return [
    step('lint', inModules('eslint/bin/eslint.js'), '.', '--max-warnings', '0'),
    step('imports', ...script('scripts/check-imports.ts')),
    step('names', ...script('scripts/check-names.ts')),
    step('typecheck', inModules('typescript/bin/tsc'), '--noEmit'),
    step('generated files', ...script('scripts/generate.ts', '--check')),
    step('definitions', ...script('scripts/check.ts')),
    unitTests(reports, quick),
    scenarios(reports, quick),
    ...quick ? [] : browserTests(),
  ];
}

// These start servers and databases of their own; the quick run leaves them out.
const slow = ['/runtime/server/', '/runtime/testing/[\\w-]+\\.test', '/scripts/(start|admin|backup)', '/scripts/bench/', '\\.property\\.test\\.ts$'];

function unitTests(reports: string, quick: boolean): Suite {
  const file = join(reports, 'jest.json');
  return {
    name: 'unit and API tests', command: node, env: { NODE_NO_WARNINGS: '1' },
    args: ['--experimental-vm-modules', inModules('jest/bin/jest.js'), '--maxWorkers=2', '--json', `--outputFile=${file}`, ...quick ? ['--testPathIgnorePatterns', '\\.browser\\.test\\.ts$', ...slow] : []],
    count: () => {
      const report = readJson<{ numPassedTests: number; numFailedTests: number; numRuntimeErrorTestSuites: number; numPendingTests: number }>(file);
      return report && { passed: report.numPassedTests, failed: report.numFailedTests + report.numRuntimeErrorTestSuites };
    },
  };
}

function scenarios(reports: string, quick: boolean): Suite {
  const file = join(reports, 'scenarios.json');
  return {
    name: 'scenarios', command: node, args: script('scripts/scenarios.ts', '--counts', file, ...quick ? ['--sample', '8'] : []),
    count: () => readJson<Counted>(file),
  };
}

/** Each browser test is a script of its own that ends with exit code 0. */
function browserTests(): Suite[] {
  const folder = join(projectRoot, 'scripts/browser');
  return readdirSync(folder).filter((name) => name.endsWith('.browser.test.ts')).sort()
    .map((name) => ({ name: `browser: ${name.replace('.browser.test.ts', '')}`, command: node, args: script(`scripts/browser/${name}`) }));
}

function readJson<T>(file: string): T | undefined {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as T : undefined;
}
