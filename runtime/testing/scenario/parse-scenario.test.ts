import { describe, expect, test } from '@jest/globals';
import { parseScenario } from './parse-scenario.ts';

const problems = async (scenario: unknown) => (await parseScenario('a.scenario.json', typeof scenario === 'string' ? scenario : JSON.stringify(scenario))).problems.map(({ pointer, code }) => `${pointer} ${code}`);
const withStep = (...steps: unknown[]) => ({ title: 'a', steps });

describe('parseScenario', () => {
  test.each<[string, unknown, string[]]>([
    ['a right one', withStep({ as: 'clerk', create: 'thing', with: { name: 'a' }, save: 'x' }), []],
    ['every verb', withStep(
      { update: '$x', with: {}, version: 1 }, { delete: '$x' }, { get: '$x', equal: {} }, { submit: '$x' }, { act: 'post', on: '$x', input: {} },
      { act: 'name', list: 'thing', input: {} }, { claim: { of: '$x', task: 'review' } }, { unclaim: { of: '$x', task: 'review' } },
      { as: 'a', complete: { of: '$x', task: 'review', outcome: 'approve', with: {} }, opinion: '好' }, { export: 'thing', rows: 1, contains: ['a'] },
      { report: 'sums', where: {}, contains: [{ a: 1 }] }, { call: { method: 'GET', path: '/healthz' }, status: 200 }, { run: 'job', name: 'nightly' }, { clock: '+3d' },
      { login: { username: 'a', password: 'b' }, refused: { status: 401 } }, { together: [{ submit: '$x' }, { submit: '$y' }], succeed: 1 },
      { expect: 'records', entity: 'thing', count: 1 }, { expect: 'tasks', as: 'a', box: 'todo', count: 0 }, { expect: 'messages', as: 'a', count: 1 },
      { expect: 'history', of: '$x', contains: [{ via: 'post' }] }, { expect: 'instance', of: '$x', status: 'ended' },
    ), []],
    ['no JSON', '{', ['/ definition.syntax']],
    ['no title', { steps: [{ clock: '+1d' }] }, ['/ definition.missing-property']],
    ['no steps', { title: 'a', steps: [] }, ['/steps definition.value']],
    ['an unknown verb', withStep({ make: 'thing' }), ['/steps/0/make definition.alternative']],
    ['two verbs', withStep({ submit: '$x', delete: '$x' }), ['/steps/0/submit definition.unknown-property']],
    ['an unknown property of a step', withStep({ create: 'thing', with: {}, saved: 'x' }), ['/steps/0/saved definition.unknown-property']],
    ['a missing property', withStep({ create: 'thing' }), ['/steps/0 definition.alternative']],
    ['an unknown expectation', withStep({ expect: 'luck' }), ['/steps/0 definition.alternative']],
    ['a step of together', withStep({ together: [{ submit: '$x' }, { submit: '$x', fast: true }] }), ['/steps/0/together/1/fast definition.unknown-property']],
    ['a single step together', withStep({ together: [{ submit: '$x' }] }), ['/steps/0/together definition.value']],
    ['an unknown property of a person', { title: 'a', given: { people: { a: { role: 'x.y', scop: 'z' } } }, steps: [{ clock: '+1d' }] }, ['/given/people/a/scop definition.unknown-property']],
    ['a refusal without status', withStep({ submit: '$x', refused: { code: 'a' } }), ['/steps/0/refused definition.missing-property']],
    ['several problems at once', { title: 'a', sneps: 1, steps: [{ submit: 1 }, { go: 1 }] }, ['/sneps definition.unknown-property', '/steps/0/submit definition.alternative', '/steps/1/go definition.alternative']],
  ])('%s', async (_, scenario, expected) => {
    expect(await problems(scenario)).toEqual(expected);
  });
});
