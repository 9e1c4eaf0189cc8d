import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { cleanEnvironment, program } from './program.js';

const fixture = (name: string) => new URL(`../fixtures/${name}`, import.meta.url).pathname;

/** Runs `segment --lines` with so many kB of address space. */
const segment = (limit: number, name: string) =>
  spawnSync(
    'sh',
    [
      '-c',
      `ulimit -v ${limit}; exec "$@"`,
      'sh',
      process.execPath,
      program,
      'segment',
      '--lines',
      fixture(name),
    ],
    {
      encoding: 'utf8',
      env: cleanEnvironment({}),
    },
  );

test
  .skipIf(process.platform !== 'linux')
  .each(['tables/two-sheets.xlsx', 'pdf/columns.pdf', 'office/changes.docx'])(
  '%s is read where address space is limited to 4 GB',
  (name) => {
    const { status, stdout, stderr } = segment(4_000_000, name);
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(stdout.length).toBeGreaterThan(20);
  },
);

test.skipIf(process.platform !== 'linux')(
  'a PDF that no process has the memory for says what it needs',
  () => {
    // With 1 GB, it depends on chance whether Node itself can start its threads.
    const { status, stderr } = segment(1_300_000, 'pdf/columns.pdf');
    expect(status).toBe(71);
    expect(stderr).toMatch(/columns\.pdf: not enough memory.*ulimit -v/);
  },
);
