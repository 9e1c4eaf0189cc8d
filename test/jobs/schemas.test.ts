import { describe, expect, test } from 'vitest';
import { parseFinished, parseOrder, parseResult } from '../../src/jobs/schemas.js';
import { failed, finished, jobOf, orderOf } from './job-fixture.js';

/** As a value arrives from another process. */
const sent = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('orders and results from another process', () => {
  test('arrive as they were sent', () => {
    const order = {
      ...orderOf(jobOf('x')),
      before: finished('x').finished,
    };
    expect(parseOrder(sent(order))).toEqual(order);
    for (const result of [finished('x'), failed('x')])
      expect(parseResult(sent(result))).toEqual(result);
  });

  test('hold every kind of diagnostic', () => {
    const { status, finished: entry } = finished('x');
    const diagnostics = [
      { code: 'language-unknown-to-model', source: 'a', language: 'xx', model: 'm' },
      { code: 'language-weak-in-model', source: 'a', language: 'gu', model: 'm' },
      { code: 'language-uncertain', source: 'a', paragraphs: [1, 2] },
      {
        code: 'encoding-uncertain',
        source: 'a',
        encoding: 'gbk',
        probability: 0.6,
        others: [{ encoding: 'big5', probability: 0.3 }],
      },
      { code: 'nothing-to-align', source: 'a' },
      { code: 'rejected-unaligned', count: 1 },
      { code: 'rejected-left-out', count: 1 },
      { code: 'unpaired-left-out', count: 1 },
      { code: 'filtered-out', reason: 'status', count: 1 },
      { code: 'sentences-left-out', source: 'a', count: 2 },
      { code: 'note', message: 'said once' },
    ];
    const result = { status, finished: { ...entry, facts: { ...entry.facts, diagnostics } } };
    expect(parseResult(sent(result))).toEqual(result);
  });

  test.each([
    ['no object', null],
    ['a format that is none', { ...orderOf(jobOf('x')), format: 'nosuch' }],
    ['a setting of another version', { ...orderOf(jobOf('x')), settings: { colour: 'red' } }],
    ['no output', { ...orderOf(jobOf('x')), output: undefined }],
  ])('%s is refused as an order', (_name, value) => {
    expect(() => parseOrder(sent(value))).toThrow(/^not the order of a job: /);
  });

  test.each([
    ['another status', { ...failed('x'), status: 'lost' }],
    ['an exit code that is none', { ...failed('x'), error: { exitCode: 1000 } }],
    ['done without facts', { status: 'done', finished: { id: 'x' } }],
  ])('%s is refused as a result', (_name, value) => {
    expect(() => parseResult(sent(value))).toThrow(/^not the result of a job: /);
  });
});

describe('parseFinished', () => {
  test('takes an entry, and nothing that is not one', () => {
    const { finished: entry } = finished('x');
    expect(parseFinished(sent(entry))).toEqual(entry);
    expect(parseFinished(sent({ ...entry, key: 3 }))).toBeUndefined();
    expect(parseFinished(17)).toBeUndefined();
  });
});
