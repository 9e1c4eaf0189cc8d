/** A system that lets the program open few files. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { cleanEnvironment, program } from './program.js';

const job = '{"id":1,"sources":[{"name":"a","text":"One."},{"name":"b","text":"Uno."}]}\n';

/** Answers a job with so many open files, the streams included. */
const answer = (files: number) =>
  spawnSync(
    'sh',
    ['-c', `ulimit -n ${files}; exec "$@"`, 'sh', process.execPath, program, 'worker', '--stdin'],
    { encoding: 'utf8', input: job, env: cleanEnvironment() },
  );

// With fewer, Node itself does not start.
test.skipIf(process.platform !== 'linux')(
  'a worker for which no process can be started says why',
  () => {
    const said = [20, 21, 22, 23, 24].map((files) => answer(files));
    for (const { stderr } of said) expect(stderr).not.toMatch(/bug|is not a function/);
    expect(said.map(({ stderr }) => stderr).join('')).toMatch(/could not be started.*EMFILE/);
  },
);
