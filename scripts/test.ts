import { runSuite } from './test/run-suite.ts';
import { suites } from './test/suites.ts';
import type { SuiteOutcome } from './test/suite.ts';

const quick = process.argv.includes('--quick');
const outcomes: SuiteOutcome[] = [];

for (const suite of suites(quick)) {
  const outcome = await runSuite(suite);
  outcomes.push(outcome);
  const counts = suite.count ? `  ${outcome.passed} passed, ${outcome.failed} failed` : '';
  console.log(`${outcome.ok ? '✓' : '✗'} ${suite.name}  ${(outcome.milliseconds / 1000).toFixed(1)} s${counts}${outcome.aborted ? `  (${outcome.aborted})` : ''}`);
  if (!outcome.ok) console.log(indented(tail(outcome.output)));
  else if (suite.name === 'scenarios') console.log(indented(outcome.output.split('\n').filter((line) => /rows? .*proved/.test(line)).join('\n')));
}

const sum = (of: 'passed' | 'failed'): number => outcomes.reduce((total, outcome) => total + outcome[of], 0);
console.log(`\n${outcomes.filter((outcome) => outcome.ok).length} of ${outcomes.length} suites passed in ${(outcomes.reduce((total, { milliseconds }) => total + milliseconds, 0) / 1000).toFixed(0)} s`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') ? 1 : 0;

/** Enough of a failed suite's output to see why. */
function tail(text: string): string {
  const lines = text.trimEnd().split('\n');
  return lines.length > 200 ? [`… ${lines.length - 200} lines left out`, ...lines.slice(-200)].join('\n') : lines.join('\n');
}

function indented(text: string): string {
  return text && `    ${text.replaceAll('\n', '\n    ')}`;
}
