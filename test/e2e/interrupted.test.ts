/** Signals at any moment, and sources that go away: an output is whole or not there, and nothing else is left. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { phrases } from '../fixtures/hostile/fragments.js';
import { seededRandom } from '../seeded-random.js';
import { paralign, scratch } from './program.js';

const folder = scratch();
const text = phrases.join('\n\n').concat('\n\n').repeat(30);

beforeAll(async () => {
  writeFileSync(join(folder, 'a.txt'), text);
  writeFileSync(join(folder, 'b.txt'), text);
  await paralign(['align', 'a.txt', 'b.txt', '--no-checks', '-q', '-o', 'r.paralign'], {
    cwd: folder,
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a signal at any moment', () => {
  test.each([
    ['align', ['align', '../a.txt', '../b.txt', '--no-checks', '-q'], 'csv'],
    ['align to a review', ['align', '../a.txt', '../b.txt', '--no-checks', '-q'], 'paralign'],
    ['convert', ['convert', '../r.paralign', '-q'], 'json'],
  ])('%s', async (name, args, ending) => {
    const random = seededRandom(name);
    const whole = new Set<string>();
    for (let round = 0; round < 6; round++) {
      const own = join(folder, `${ending}-${round}`);
      mkdirSync(own);
      const output = `out.${ending}`;
      const signal = round % 2 === 0 ? 'SIGINT' : 'SIGTERM';
      // The first round is left alone, so that it is known how long one takes and what it writes.
      const [begun, pause] = [performance.now(), 50 + random() * 900];
      const run = await paralign([...args, '-o', output], {
        cwd: own,
        onStart: (pid) => {
          if (round === 0) return;
          setTimeout(() => {
            try {
              process.kill(pid, signal);
            } catch {
              // It has ended before.
            }
          }, pause);
        },
      });
      expect(performance.now() - begun).toBeLessThan(30_000);
      expect(run.err).not.toContain('bug');
      const left = readdirSync(own);
      // A signal ends a computation at once: the lock of a review that was to be stays. It holds nobody up.
      const stale = left.includes('out.paralign.lock');
      expect(left.filter((file) => file !== output && !file.endsWith('.lock'))).toEqual([]);
      if (stale && !left.includes(output)) {
        expect((await paralign([...args, '-o', output], { cwd: own })).code).toBe(0);
        expect(readdirSync(own)).toEqual([output]);
      }
      if (existsSync(join(own, output))) whole.add(readFileSync(join(own, output), 'utf8'));
      if (round === 0) expect([run.code, left]).toEqual([0, [output]]);
    }
    // All that were written are the same to the byte: none of them is a part of one.
    expect(whole.size).toBe(1);
  });
});

describe('a source that goes away', () => {
  test('while a folder is processed fails only its own job', async () => {
    const own = join(folder, 'batch');
    mkdirSync(own);
    writeFileSync(join(own, 'c.txt'), text);
    writeFileSync(
      join(own, 'jobs.csv'),
      'id,source_a,source_b\nfirst,../a.txt,../b.txt\nsecond,../a.txt,c.txt\n',
    );
    rmSync(join(own, 'c.txt'));
    const run = await paralign(['batch', 'jobs.csv', '--out', 'out', '--no-checks'], { cwd: own });
    expect(run.code).toBe(1);
    expect(run.err).toContain('c.txt');
    expect(readdirSync(join(own, 'out'))).toContain('first.csv');
    expect(readdirSync(join(own, 'out'))).not.toContain('second.csv');
  });
});
