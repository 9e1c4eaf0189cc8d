/**
 * How long it takes from the command until its first screen, and until the first key is answered,
 * in a terminal of 160x50: two seeds and all five, alignment included, and a file of 10,000 rows.
 * The whole process is measured from outside, on a pseudo-terminal that `script` (util-linux) makes.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { createReviewFile } from '../../src/platform/review/review-file.js';
import { longReview } from './long-review.js';
import { program, root } from './places.js';

const runs = 5;

/** Milliseconds until the first screen, and from there until the answer to a key. */
interface Start {
  readonly screen: number;
  readonly key: number;
}

/** Prints medians; the program must be built. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'paralign-start-'));
  const long = join(folder, 'long.paralign');
  (await createReviewFile(long, longReview())).store.close();
  const seeds = readdirSync(resolve(root, 'seeds'))
    .sort()
    .map((name) => resolve(root, 'seeds', name));
  const made = join(folder, 'made.paralign');
  const cases: [string, readonly string[]][] = [
    ['seeds 000 and 001', [...seeds.slice(0, 2), '-o', made]],
    ['all five seeds', [...seeds, '-o', made]],
    ['10,000 rows', [long]],
  ];
  for (const [name, args] of cases) {
    const starts: Start[] = [];
    // The first one, which reads everything from the disk, does not count.
    for (let index = 0; index <= runs; index++) {
      rmSync(made, { force: true });
      starts.push(await start(args));
    }
    starts.shift();
    const median = (of: (start: Start) => number) =>
      starts.map(of).sort((a, b) => a - b)[Math.floor(runs / 2)] ?? NaN;
    process.stdout.write(
      `${name.padEnd(20)} first screen ${median((own) => own.screen).toFixed(0)} ms, first key answered ${median((own) => own.key).toFixed(0)} ms later\n`,
    );
  }
  rmSync(folder, { recursive: true, force: true });
}

function start(args: readonly string[]): Promise<Start> {
  const words = [process.execPath, program, 'review', ...args].map((word) => `'${word}'`);
  const shell = `stty cols 160 rows 50; exec ${words.join(' ')}`;
  const { CI: _ci, CONTINUOUS_INTEGRATION: _alike, ...env } = process.env;
  const begun = performance.now();
  return new Promise((done, failed) => {
    const child = spawn('script', ['-qefc', shell, '/dev/null'], {
      env: { ...env, TERM: 'xterm-256color' },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let text = '';
    let screen = 0;
    let key = 0;
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const shown = stripVTControlCharacters(text);
      // The last word of the first screen.
      if (screen === 0 && shown.includes('quit')) {
        screen = performance.now() - begun;
        child.stdin.write('t');
      } else if (screen > 0 && key === 0 && shown.includes('note: ')) {
        key = performance.now() - begun - screen;
        // Away with the field, then out.
        child.stdin.write('\u0003\u0003\u0003');
      }
    });
    child.on('error', failed);
    child.on('close', (code) => {
      if (key > 0) done({ screen, key });
      else failed(new Error(`ended with ${code}: ${text.slice(-500)}`));
    });
  });
}
