import { describe, expect, test } from '@jest/globals';
import { jumpJudge, readContent, scoreAnswers, takeAnswers, wayThrough, type Answers, type Content } from './index.ts';

const judge = jumpJudge({ now: () => new Date('2026-04-10T01:00:00Z'), zone: 'Asia/Shanghai' });
const options = ['a', 'b', 'c'].map((value) => ({ value, label: value }));
const content: Content = {
  questions: [
    { name: 'q1', type: 'single', title: '一', required: true, options, jump: [{ when: 'q1 = "b"', to: 'q3' }, { when: 'q1 = "c"', to: 'end' }] },
    { name: 'q2', type: 'multiple', title: '二', required: true, options, max: 2, answer: ['a', 'b'], points: 2, dimension: 'x' },
    { name: 'q3', type: 'scale', title: '三', min: 1, max: 5, points: 1 },
  ],
  scoring: { levels: [{ from: 80, label: '好' }, { from: 0, label: '差' }], dimensions: { x: '甲' } },
};

test.each<[Answers, string[], string[]]>([
  [{ q1: 'a' }, ['q1', 'q2', 'q3'], ['q2']], [{ q1: 'b' }, ['q1', 'q3'], []], [{ q1: 'c' }, ['q1'], []], [{}, ['q1', 'q2', 'q3'], ['q1', 'q2']],
  [{ q1: 'z' }, ['q1', 'q2', 'q3'], ['q1', 'q2']], [{ q1: 'a', q2: ['a', 'b', 'c'] }, ['q1', 'q2', 'q3'], ['q2']], [{ q1: 'a', q2: ['a', 'a'] }, ['q1', 'q2', 'q3'], ['q2']], [{ q1: 'b', q3: 6 }, ['q1', 'q3'], ['q3']],
])('%j meets %j and is wrong at %j', (answers, met, wrong) => {
  expect(wayThrough(content, answers, judge).map(({ name }) => name)).toEqual(met);
  expect(takeAnswers(content, answers, judge).errors.map(({ question }) => question)).toEqual(wrong);
});

test('answers to questions that were left out are dropped', () => {
  expect(takeAnswers(content, { q1: 'b', q2: ['a'], other: 1 }, judge)).toMatchObject({ answers: { q1: 'b' }, dropped: ['q2', 'other'] });
});

test.each<[Answers, number, number, string]>([
  [{ q1: 'a', q2: ['b', 'a'], q3: 5 }, 7, 7, '好'], [{ q1: 'a', q2: ['a'], q3: 5 }, 5, 7, '差'], [{ q1: 'b', q3: 4 }, 4, 5, '好'], [{ q1: 'a', q2: ['a', 'c'], q3: 1 }, 1, 7, '差'],
])('%j gets %d of %d: %s', (answers, score, full, level) => {
  expect(scoreAnswers(content, answers, wayThrough(content, answers, judge))).toMatchObject({ score, full, level: { zh: level } });
});

describe('readContent', () => {
  const one = { name: 'q1', type: 'single', title: '一', options };
  const two = { name: 'q2', type: 'blank', title: '二', format: 'number' };
  test.each<[string, unknown, string | undefined]>([
    ['is right', { questions: [one, two] }, undefined],
    ['has no list', {}, '/questions'],
    ['knows no such thing', { questions: [one], script: 'alert(1)' }, '/script'],
    ['names twice', { questions: [one, one] }, '/questions/1/name'],
    ['jumps back', { questions: [one, { ...two, jump: [{ when: 'q2 > 1', to: 'q1' }] }] }, '/questions/1/jump/0/to'],
    ['jumps nowhere', { questions: [{ ...one, jump: [{ when: 'q1 = "a"', to: 'q9' }] }, two] }, '/questions/0/jump/0/to'],
    ['jumps by a later question', { questions: [{ ...one, jump: [{ when: 'q2 > 1', to: 'end' }] }, two] }, '/questions/0/jump/0/when'],
    ['compares what cannot be compared', { questions: [{ ...one, jump: [{ when: 'q1 > 1', to: 'end' }] }] }, '/questions/0/jump/0/when'],
    ['has no options', { questions: [{ ...one, options: [] }] }, '/questions/0/options'],
    ['asks for more than there is', { questions: [{ ...one, type: 'multiple', min: 4 }] }, '/questions/0/min'],
    ['answers with no option', { questions: [{ ...one, answer: ['z'] }] }, '/questions/0/answer'],
    ['rates an unknown part', { questions: [{ ...one, dimension: 'z' }], scoring: { levels: [{ from: 0, label: '好' }] } }, '/questions/0/dimension'],
  ])('%s', (_what, raw, pointer) => {
    expect(readContent(raw).problems.map((p) => p.pointer)).toEqual(pointer === undefined ? [] : [pointer]);
  });
});
