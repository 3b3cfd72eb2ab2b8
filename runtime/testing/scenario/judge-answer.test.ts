import { describe, expect, test } from '@jest/globals';
import { judgeAnswer } from './judge-answer.ts';
import type { ScenarioRefusal } from './world.ts';

const problem = { title: '数量不足', status: 422, code: 'record.invalid', errors: [{ field: 'lines[1].quantity', code: 'ledger.insufficient', message: '第2行：可用数量只有 200' }] };
const judged = (status: number, refused: ScenarioRefusal | undefined, body: unknown = problem): string => {
  try {
    judgeAnswer({ status, headers: {}, body, bytes: Buffer.alloc(0) }, refused);
    return 'fits';
  } catch (error) {
    return (error as Error).message.split('\n')[0]!;
  }
};

describe('judgeAnswer', () => {
  test.each<[string, number, ScenarioRefusal | undefined, string]>([
    ['success', 200, undefined, 'fits'],
    ['a refusal nobody expects', 422, undefined, 'expected: success'],
    ['success where a refusal is expected', 200, { status: 422 }, 'expected: refused with status 422'],
    ['the right status', 422, { status: 422 }, 'fits'],
    ['one of several', 422, { status: [409, 422] }, 'fits'],
    ['none of several', 403, { status: [409, 422] }, 'expected: refused with status 409 or 422'],
    ['the code of the problem', 422, { status: 422, code: 'record.invalid' }, 'fits'],
    ['the code of an error', 422, { status: 422, code: 'ledger.insufficient' }, 'fits'],
    ['another code', 422, { status: 422, code: 'field.required' }, 'expected: refused with code field.required'],
    ['the field', 422, { status: 422, field: 'lines[1].quantity' }, 'fits'],
    ['another line', 422, { status: 422, field: 'lines[0].quantity' }, 'expected: refused with field lines[0].quantity'],
    ['part of the message', 422, { status: 422, message: '第2行' }, 'fits'],
    ['all that is missing at once', 403, { status: 422, code: 'a', field: 'b', message: 'c' }, 'expected: refused with status 422 and code a and field b and a message with "c"'],
  ])('%s', (_, status, refused, expected) => {
    expect(judged(status, refused)).toBe(expected);
  });
});
