import { describe, expect, test } from 'vitest';
import { setTimeout as delay } from 'node:timers/promises';
import { answerLines, type AnswerOptions } from '../../../src/jobs/lines/answer-lines.js';
import { failed, finished } from '../job-fixture.js';

const document = '{"format":"paralign","rows":[\n{"id":1},\n{"id":2}\n]}\n';
const job = (id: string | number): string =>
  `${JSON.stringify({ id, sources: [{ name: 'a', text: 'A.' }] })}\n`;

async function* chunks(...texts: readonly string[]) {
  for (const text of texts) yield Buffer.from(text);
}

async function answersOf(
  input: AsyncIterable<Uint8Array>,
  more: Partial<AnswerOptions> = {},
): Promise<{ id: unknown; error?: { code: string } }[]> {
  const written: string[] = [];
  await answerLines(input, {
    runner: {
      lanes: 2,
      answer: async ({ job: { id } }) => {
        if (id === 'slow') await delay(50);
        return id === 'bad'
          ? { result: failed(id), output: '' }
          : { result: finished(id), output: document };
      },
    },
    settings: () => ({ settings: {}, writeOptions: {} }),
    model: { model: null, cache: false },
    folder: '/',
    write: async (line) => void written.push(line),
    words: { diagnostic: ({ code }) => code, hint: () => null },
    ...more,
  });
  return written.map((line) => {
    expect(line).toMatch(/^[^\n]+\n$/);
    return JSON.parse(line) as { id: unknown };
  });
}

describe('answers to lines', () => {
  test('are lines with the id as it was given, the warnings and the document', async () => {
    expect(await answersOf(chunks(job(7)))).toEqual([
      {
        id: 7,
        warnings: [{ code: 'nothing-to-align', message: 'nothing-to-align' }],
        format: 'paralign',
        rows: [{ id: 1 }, { id: 2 }],
      },
    ]);
  });

  test('have all digits of a number that JavaScript would round', async () => {
    const written: string[] = [];
    const input = `${job(7)}${job(8)}`.replaceAll(/"id":[78]/g, '"id":1234567890123456789');
    await answersOf(chunks(input, '{"id":-1e999}\n'), {
      write: async (line) => void written.push(line),
    });
    expect(written.map((line) => line.slice(0, 26))).toEqual([
      '{"id":1234567890123456789,',
      '{"id":1234567890123456789,',
      '{"id":-1e999,"error":{"cod',
    ]);
  });

  test('come in the order of the lines, one for each', async () => {
    const input = chunks(job('slow'), job('b'), 'no job\n', '\n', job('bad'), '{"id":5}\n');
    const answers = await answersOf(input);
    expect(answers.map(({ id, error }) => [id, error?.code])).toEqual([
      ['slow', undefined],
      ['b', undefined],
      [null, 'bad-job'],
      [null, 'bad-job'],
      ['bad', 'file-not-found'],
      [5, 'bad-job'],
    ]);
  });

  test('are written before the next line arrives', async () => {
    let answered = 0;
    async function* waiting() {
      for (let sent = 0; sent < 3; sent++) {
        while (answered < sent) await delay(1);
        yield Buffer.from(job(sent));
      }
    }
    await answersOf(waiting(), { write: async () => void answered++ });
    expect(answered).toBe(3);
  });

  test('a reader that is slow slows the work down', async () => {
    let taken = 0;
    async function* many() {
      for (; taken < 1000; taken++) yield Buffer.from(job(taken));
    }
    const stuck = new Promise<void>(() => {});
    void answersOf(many(), { write: () => stuck });
    await delay(50);
    expect(taken).toBeLessThan(20);
  });

  test('what was read is answered after an interrupt, and no more is read', async () => {
    const controller = new AbortController();
    async function* endless() {
      yield Buffer.from(job('slow'));
      controller.abort();
      await new Promise(() => {});
    }
    const answers = await answersOf(endless(), { signal: controller.signal });
    expect(answers.map(({ id }) => id)).toEqual(['slow']);
  });
});
