/**
 * The files that Node runs, one for the program and one for every thread and process of it. Each hands over to
 * start.cjs, which loads the chunks itself (src/platform/start): Node would compile them anew at every start.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'rolldown';

/** Threads and processes: the chunk, whose code it runs, and whether it keeps its code at its end. */
const helpers = [
  { chunk: 'text-worker', code: 'text-worker', keepsAtExit: true },
  // Runs code of the main thread of `align`.
  { chunk: 'align-worker', code: 'align', keepsAtExit: false },
  // Is killed in the end: it keeps its code after some jobs.
  { chunk: 'worker', code: 'job-worker', keepsAtExit: false },
  { chunk: 'reader-process', code: 'reader', keepsAtExit: true },
];

/** What the chunks share with start.cjs. */
const shared = ['keep-code', 'thread-ahead'];

/** For the chunks: what they share with start.cjs is built with that. */
export const sharedWithStart = {
  name: 'shared-with-start',
  resolveId(id) {
    const name = shared.find((own) => /[^\\/]+$/.exec(id)?.[0] === `${own}.js`);
    return name === undefined ? null : { id: `./${name}.cjs`, external: true };
  },
};

/** Builds start.cjs, and beside it what it shares with the chunks. */
export async function buildStart(root) {
  for (const name of ['start', ...shared])
    await build({
      input: join(root, `src/platform/start/${name}.ts`),
      platform: 'node',
      plugins: [sharedWithStart],
      output: { file: join(root, `dist/chunks/${name}.cjs`), format: 'cjs', strict: true },
    });
}

/** Writes all files that call start.cjs. */
export function writeStarters(root) {
  const chunks = join(root, 'dist/chunks');
  const digest = createHash('sha256');
  for (const name of readdirSync(chunks).sort())
    if (name.endsWith('.cjs')) digest.update(readFileSync(join(chunks, name)));
  const id = digest.digest('hex').slice(0, 16);
  const part = (chunk) => `{ build: '${id}', chunk: '${chunk}.cjs' }`;
  for (const { chunk, code, keepsAtExit } of helpers)
    writeFileSync(
      join(chunks, `${chunk}.js`),
      `import start from './start.cjs';\nstart.startHelper(${part(chunk)}, '${code}', ${keepsAtExit});\n`,
    );
  writeFileSync(
    join(root, 'dist/cli/main.js'),
    `#!/usr/bin/env node\nimport start from '../chunks/start.cjs';\nstart.startProgram(${part('program')}, './text-worker.js');\n`,
  );
}
