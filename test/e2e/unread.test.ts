/** Readers that go away: what is not meant for them is done all the same, and success is not claimed without it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cleanEnvironment, program, scratch, seed } from './program.js';

const folder = scratch();
const ids = Array.from({ length: 6 }, (_, at) => `j${at}`);

beforeAll(() => {
  const rows = ids.map((id) => `${id},${seed(0)},${seed(1)}\n`);
  writeFileSync(join(folder, 'jobs.csv'), `id,source_a,source_b\n${rows.join('')}`);
  const job = { sources: [{ name: 'a', text: 'Yes.' }, { path: seed(0) }] };
  writeFileSync(join(folder, 'jobs.jsonl'), `${JSON.stringify(job)}\n`.repeat(20));
  // In an encoding that is not certain, so that there is a warning.
  writeFileSync(join(folder, 'short.txt'), Buffer.from([0xb1, 0xe6, 0x20, 0x31, 0x32]));
  for (const side of ['en', 'fr']) {
    mkdirSync(join(folder, side));
    for (const id of ids) writeFileSync(join(folder, side, `${id}.txt`), 'A house by the river.\n');
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a command line of bash in which `paralign` is the program; what it prints. */
function bash(script: string): string {
  const paralign = `paralign() { "${process.execPath}" "${program}" "$@"; }`;
  return spawnSync('bash', ['-c', `${paralign}; ${script}`], {
    cwd: folder,
    env: cleanEnvironment(),
    encoding: 'utf8',
  }).stdout;
}

describe('a reader that goes away', () => {
  test('does not keep a batch from running its jobs', () => {
    expect(bash('paralign batch jobs.csv --out one | true; echo "${PIPESTATUS[0]}"')).toBe('0\n');
    expect(readdirSync(join(folder, 'one'))).toEqual(
      expect.arrayContaining([...ids.map((id) => `${id}.csv`), 'report.json']),
    );
  });

  test('does not keep match from aligning what it has matched', () => {
    const script = 'paralign match en fr --by name -o new.csv --align two | true';
    expect(bash(`${script}; echo "\${PIPESTATUS[0]}"`)).toBe('0\n');
    expect(readdirSync(join(folder, 'two'))).toEqual(
      expect.arrayContaining([...ids.map((id) => `${id}.csv`), 'report.json']),
    );
  });

  test('of warnings does not keep an output from being written', () => {
    const script = `paralign align short.txt '${seed(0)}' -o out.csv`;
    expect(bash(`${script} 2>&1`)).toContain('warning');
    rmSync(join(folder, 'out.csv'));
    expect(bash(`${script} 2>&1 > /dev/null | true; echo "\${PIPESTATUS[0]}"`)).toBe('0\n');
    expect(readFileSync(join(folder, 'out.csv'), 'utf8')).toContain('12');
  });

  test('of answers ends a worker with an error, as not all lines were answered', () => {
    const script = 'paralign worker --stdin < jobs.jsonl | true';
    expect(bash(`${script}; echo "\${PIPESTATUS[0]}"`)).toBe('141\n');
  });
});
