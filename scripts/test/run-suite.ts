import { spawn } from 'node:child_process';
import { projectRoot } from '../checks/project-files.ts';
import type { Suite, SuiteOutcome } from './suite.ts';

/** Runs a suite in a process of its own; one that breaks off counts as failed. */
export function runSuite(suite: Suite): Promise<SuiteOutcome> {
  const began = Date.now();
  return new Promise((done) => {
    const child = spawn(suite.command, suite.args, { cwd: projectRoot, env: { ...process.env, ...suite.env, FORCE_COLOR: '0' }, stdio: ['ignore', 'pipe', 'pipe'] });
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.stderr.on('data', (part: Buffer) => parts.push(part));
    const end = (code: number | null, reason?: string): void => done(outcomeOf(suite, { code, reason, output: Buffer.concat(parts).toString('utf8'), milliseconds: Date.now() - began }));
    child.on('error', (error) => end(null, error.message));
    child.on('close', (code, signal) => end(code, signal ? `ended by ${signal}` : undefined));
  });
}

interface Ended { code: number | null; reason?: string; output: string; milliseconds: number }

function outcomeOf(suite: Suite, { code, reason, output, milliseconds }: Ended): SuiteOutcome {
  const counted = suite.count?.();
  const base = { name: suite.name, milliseconds, output };
  if (reason !== undefined || (suite.count && !counted)) return { ...base, ok: false, passed: counted?.passed ?? 0, failed: (counted?.failed ?? 0) + 1, aborted: reason ?? `broke off with exit code ${code}` };
  if (!counted) return { ...base, ok: code === 0, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  // A suite that counts no failure but ends badly has failed all the same.
  const failed = counted.failed === 0 && code !== 0 ? 1 : counted.failed;
  return { ...base, ok: failed === 0, passed: counted.passed, failed };
}
