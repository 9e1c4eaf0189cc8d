/**
 * Kills reviews at random moments and looks at what is left: a scripted person works line by line
 * in a process of its own, a second review without files does the same here, and what the files
 * hold after `kill -9` must be the second review as it was after some number of steps, not fewer
 * than the first one acknowledged.
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { isDeepStrictEqual } from 'node:util';
import { readReviewFile } from '../../src/platform/review/review-file.js';
import type { Review } from '../../src/review/model.js';
import { answerLine } from '../../src/tui/plain/answer-line.js';
import { ReviewDriver } from '../../src/tui/driver.js';
import { makeKeymap } from '../../src/tui/view/keymap.js';
import { noStore } from '../tui/fake-terminal.js';
import { refuse } from '../../src/review/model.js';
import { cleanEnvironment } from './program.js';
import { openView } from '../../src/tui/view/open-view.js';

/** What happened in one killing. */
export interface Killing {
  /** Steps that the person was told of. */
  readonly acknowledged: number;
  /** Steps that the files hold. */
  readonly kept: number;
  /** Steps that were asked for. */
  readonly asked: number;
}

function shadowOf(review: Review): ReviewDriver {
  const view = openView({
    review,
    title: 'shadow',
    readOnly: null,
    keymap: makeKeymap(),
    threshold: 0.8,
    columns: 80,
    rows: 24,
    saved: review.sequence,
  });
  return new ReviewDriver(view, {
    store: noStore(),
    exportTo: async () => ({ done: true, message: '' }),
    explain: async () => [],
    realign: async () => refuse(''),
    relabel: async () => refuse(''),
  });
}

/** What a review says: two that say the same are deeply equal. */
const content = ({ rows, sentences, history, sequence }: Review) => ({
  rows,
  sentences,
  history,
  sequence,
});

function randomLine(random: () => number, rows: number, index: number): string {
  const lines = [
    'a',
    'r',
    'm',
    'J',
    'K',
    'x',
    'u',
    'u',
    'X',
    'F',
    '!',
    'Z',
    'c',
    'w',
    'j',
    `t note ${index}`,
    `e text ${index}`,
  ];
  const line = lines[Math.floor(random() * lines.length)] ?? 'a';
  return random() < 0.3 ? String(1 + Math.floor(random() * rows)) : line;
}

/** Lines that are answered, at most, before a session is killed: counted in lines, a slow machine gets as far as a fast one. */
const mostAnswers = 150;

/** One session on a review file, ended by `kill -9` at a random moment. Throws when anything is lost. */
export async function killOnce(
  path: string,
  random: () => number,
  program: string,
): Promise<Killing> {
  const before = (await readReviewFile(path)).review;
  const shadow = shadowOf(before);
  const states = new Map([[before.sequence, content(before)]]);
  const child = spawn(process.execPath, [program, 'review', path, '--plain', '--no-checks'], {
    env: cleanEnvironment(),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  child.stdin.on('error', () => {});
  let acknowledged = before.sequence;
  let asked = 0;
  let answersLeft = 1 + Math.floor(random() * mostAnswers);
  let pending: number[] = [];
  // One after the other: what a step led to is read before the next one is taken.
  let last: Promise<void> = Promise.resolve();
  const send = () => (last = last.then(sendNext));
  const sendNext = async () => {
    const line = randomLine(random, before.rows.length, asked++);
    await answerLine(shadow, line);
    const { review } = shadow.view();
    states.set(review.sequence, content(review));
    pending.push(review.sequence);
    // A marker of our own: an unknown command is answered in order, and changes nothing.
    child.stdin.write(`${line}\nmarker${asked}\n`);
  };
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('row') && asked === 0) {
      // Several at a time, so that the kill finds it in the middle of work.
      void (async () => {
        for (let index = 0; index < 5; index++) await send();
      })();
    }
    if (/"marker\d+"/.test(line)) {
      acknowledged = pending.shift() ?? acknowledged;
      if (--answersLeft === 0) setTimeout(() => child.kill('SIGKILL'), random() * 5);
      void send();
    }
  });
  await ended;
  if (asked === 0) throw new Error(`${program} never showed a row`);
  const { review } = await readReviewFile(path);
  const result = { acknowledged, kept: review.sequence, asked };
  if (review.sequence < acknowledged) throw new Error(`lost steps: ${JSON.stringify(result)}`);
  if (!isDeepStrictEqual(states.get(review.sequence), content(review))) {
    throw new Error(`not what was done: ${JSON.stringify(result)}`);
  }
  pending = [];
  return result;
}
