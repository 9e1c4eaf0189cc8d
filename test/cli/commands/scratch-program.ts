import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A model of four dimensions. */
export const tiny = join(root, 'test/fixtures/models/tiny-encoder');

/** Four sentences in two languages, in `text.txt` of every scratch folder. */
export const text = 'The cat sat. The dog ran far.\n\nLos niños juegan en el jardín. Hace sol.\n';

/** What a run of the program came to, to the byte. */
export interface Ran {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** The built program with a folder of its own. */
export interface ScratchProgram {
  readonly folder: string;
  run(args: readonly string[], stdin?: string, env?: Record<string, string>): Promise<Ran>;
  remove(): Promise<void>;
}

/** Makes a scratch folder, where models, cache and files of the runs are. */
export async function scratchProgram(): Promise<ScratchProgram> {
  const folder = await mkdtemp(join(tmpdir(), 'paralign-command-'));
  await writeFile(join(folder, 'text.txt'), text);
  return {
    folder,
    run(args, stdin = '', more = {}) {
      const env = {
        ...process.env,
        XDG_DATA_HOME: folder,
        XDG_CACHE_HOME: join(folder, 'cache'),
        ...more,
      };
      return new Promise((resolve) => {
        const child = execFile(
          process.execPath,
          [join(root, 'dist/cli/main.js'), ...args],
          { cwd: folder, env, encoding: 'buffer', maxBuffer: 1e8 },
          (_, stdout, stderr) =>
            resolve({ code: child.exitCode ?? -1, stdout, stderr: stderr.toString() }),
        );
        child.stdin?.end(stdin);
      });
    },
    remove: () => rm(folder, { recursive: true }),
  };
}
