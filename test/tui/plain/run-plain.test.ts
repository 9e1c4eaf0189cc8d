import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { refuse } from '../../../src/review/model.js';
import { ReviewDriver } from '../../../src/tui/driver.js';
import { runPlain } from '../../../src/tui/plain/run-plain.js';
import { simpleReview } from '../../review/fixture.js';
import { noStore } from '../fake-terminal.js';
import { viewOf } from '../person.js';

async function session(lines: string, { isTerminal = false, abort = false } = {}) {
  let saves = 0;
  const driver = new ReviewDriver(viewOf(simpleReview(6)), {
    store: { ...noStore(), save: async () => void saves++ },
    exportTo: async () => ({ done: true, message: '' }),
    explain: async () => [],
    realign: async () => refuse('nothing would change'),
    relabel: async () => refuse('nothing would change'),
  });
  const stdin = new PassThrough();
  const controller = new AbortController();
  let written = '';
  const running = runPlain(driver, {
    stdout: {
      isTerminal,
      write: async (text) => {
        written += text;
        if (abort && text.includes('accepted 5')) controller.abort();
      },
    },
    streams: { stdin },
    signal: controller.signal,
  });
  if (abort) stdin.write(lines);
  else stdin.end(lines);
  await running;
  return { written, saves };
}

describe('plain mode', () => {
  test('starts with the progress and the first row that needs review', async () => {
    const { written } = await session('');
    expect(written).toMatch(/^book\.paralign: 6 rows.*\nrow 5 \(5 of 6\), /);
  });

  test('answers line by line, saves at the end of the input, and says what was done', async () => {
    const { written, saves } = await session('a\n1\nr\n');
    expect(written).toMatch(/accepted 5[\s\S]*rejected 1/);
    expect(written).toMatch(/saved book\.paralign\nbook\.paralign: 6 rows, 1 accepted, 1 rejected/);
    expect(saves).toBe(1);
  });

  test('ends with q, whatever comes after it', async () => {
    const { written, saves } = await session('a\nq\nr\n');
    expect(written).toContain('1 accepted, 0 rejected');
    expect(saves).toBe(1);
  });

  test('saves on a signal', async () => {
    const { saves } = await session('a\n', { abort: true });
    expect(saves).toBe(1);
  });

  test('closes what is open at the end of the input', async () => {
    const { written, saves } = await session('a\nt\n');
    expect(written).toContain('note: ');
    expect(saves).toBe(1);
  });

  test('has a prompt on a terminal only', async () => {
    expect((await session('j\n', { isTerminal: true })).written).toContain('\n> ');
    expect((await session('j\n')).written).not.toContain('> ');
  });
});
