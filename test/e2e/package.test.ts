/**
 * What `npm pack` makes, installed as users install it: from the tarball alone, without a registry
 * and without scripts, into an empty folder.
 */
import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { tinyModel } from '../platform/models/fake-hub.js';
import { cleanEnvironment, root, scratch, seed } from './program.js';

const folder = scratch();
const installed = join(folder, 'node_modules/paralign');
const run = promisify(execFile);

/** What the package is made of. It is copied: other tests run the program while this one builds it. */
const sources = [
  'LICENSE',
  'README.md',
  'bundle.mjs',
  'dist',
  'man',
  'models',
  'package.json',
  'packaging',
  'src',
  'tsconfig.build.json',
  'tsconfig.json',
];

/** Runs a command in the folder that the package is installed in. */
const inFolder = async (
  command: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<{ code: number; out: string; err: string }> =>
  run(command, args, { cwd: folder, env: cleanEnvironment(env), encoding: 'utf8' }).then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      out: error.stdout,
      err: error.stderr,
    }),
  );

/** An environment whose cache is the test's own. */
const withCache = (name: string): Record<string, string> => ({
  XDG_CACHE_HOME: join(folder, name),
});

const bin = join(folder, 'node_modules/.bin/paralign');

/** All files below a folder. */
const filesBelow = (path: string): string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

beforeAll(async () => {
  const checkout = join(scratch(), 'checkout');
  mkdirSync(checkout);
  for (const name of sources)
    cpSync(join(root, name), join(checkout, name), { recursive: true, preserveTimestamps: true });
  symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'));
  const { stdout } = await run('npm', ['pack', '--silent', '--pack-destination', folder], {
    cwd: checkout,
    env: cleanEnvironment(),
    encoding: 'utf8',
  });
  // Only what the build before packing left: the folder of compressed libraries is gone again.
  expect(readdirSync(checkout).sort()).toEqual([...sources, 'node_modules'].sort());
  rmSync(checkout, { recursive: true });
  const tarball = stdout.trim().split('\n').at(-1) ?? '';
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  const result = await inFolder('npm', [
    'install',
    '--ignore-scripts',
    '--offline',
    '--no-audit',
    `./${tarball}`,
  ]);
  expect(result).toMatchObject({ code: 0 });
  for (const number of [0, 1]) cpSync(seed(number), join(folder, basename(seed(number))));
});

const texts = [basename(seed(0)), basename(seed(1))];

describe('the package, installed', () => {
  test('has no dependencies and no install scripts, and is under 100 MB', () => {
    const names = readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'));
    expect(names).toEqual(['paralign']);
    const files = filesBelow(join(folder, 'node_modules'));
    const blocks = files.map((path) => Math.ceil(statSync(path).size / 4096));
    expect(blocks.reduce((sum, count) => sum + count, 0) * 4096).toBeLessThan(100e6);
    expect(files.filter((path) => /binding\.gyp$|\.node$/.test(path))).toEqual([]);
    for (const path of files.filter((path) => basename(path) === 'package.json')) {
      const { scripts = {}, dependencies = {} } = JSON.parse(readFileSync(path, 'utf8')) as {
        scripts?: Record<string, string>;
        dependencies?: Record<string, string>;
      };
      expect(
        Object.keys(scripts).filter((name) => /^(pre|post)?(install|prepare)$/.test(name)),
      ).toEqual([]);
      expect(dependencies).toEqual({});
    }
  });

  test('has a runtime for every platform, the licences of its contents, and the manual page', () => {
    expect(readdirSync(join(installed, 'runtime')).sort()).toEqual([
      'MANIFEST',
      'darwin-arm64',
      'darwin-x64',
      'linux-arm64',
      'linux-x64',
      'win32-arm64',
      'win32-x64',
    ]);
    const licences = readFileSync(join(installed, 'dist/chunks/LICENCES.txt'), 'utf8');
    for (const name of ['@xenova/transformers', 'onnxruntime-node', 'ink', 'react', 'iconv-lite'])
      expect(licences).toMatch(new RegExp(`^${name} \\d`, 'm'));
    expect(readFileSync(join(installed, 'man/paralign.1'), 'utf8')).toContain('.TH');
  });

  test('aligns like the checkout from the first start on, and unpacks only one runtime, for a model that needs it', async () => {
    const env = withCache('first');
    const { code, out } = await inFolder(
      'npx',
      ['--offline', 'paralign', 'align', ...texts, '-o', 'x.csv', '--show'],
      env,
    );
    expect([code, out]).toMatchObject([0, expect.stringContaining('parallel')]);
    const checkout = await inFolder(process.execPath, [
      join(root, 'dist/cli/main.js'),
      'align',
      ...texts,
      '--format',
      'csv',
    ]);
    expect(readFileSync(join(folder, 'x.csv'), 'utf8')).toBe(checkout.out);
    expect(readdirSync(join(folder, 'first/paralign'))).not.toContain('runtime');
    const embed = ['embed', texts[0] ?? '', '--model', tinyModel, '--format', 'jsonl'];
    expect((await inFolder(bin, embed, env)).code).toBe(0);
    const unpacked = readdirSync(join(folder, 'first/paralign/runtime'));
    expect(unpacked).toEqual([expect.stringContaining(`${process.platform}-${process.arch}`)]);
    expect((await inFolder(bin, ['doctor'], env)).out).toContain(unpacked[0]);
  });

  test('starts several times at once with an empty cache', async () => {
    const runs = Array.from({ length: 4 }, () =>
      inFolder(
        bin,
        ['embed', texts[0] ?? '', '--model', tinyModel, '--format', 'jsonl'],
        withCache('together'),
      ),
    );
    const [first, ...others] = await Promise.all(runs);
    expect(first?.code).toBe(0);
    for (const other of others) expect(other).toEqual(first);
    const [name = ''] = readdirSync(join(folder, 'together/paralign/runtime'));
    expect(
      filesBelow(join(folder, 'together/paralign/runtime', name)).filter((path) =>
        path.endsWith('.tmp'),
      ),
    ).toEqual([]);
  });

  test('reports it if the runtime cannot be unpacked anywhere', async () => {
    const place = join(installed, 'runtime/unpacked');
    writeFileSync(place, '');
    const { code, err } = await inFolder(bin, ['align', ...texts, '--model', tinyModel], {
      XDG_CACHE_HOME: '/dev/null/cache',
      TMPDIR: '/dev/null/tmp',
    });
    rmSync(place);
    expect(code).toBe(69);
    expect(err).toContain('onnxruntime could not be unpacked to any folder');
    expect(err).toContain('/dev/null/cache');
    expect(err).toContain('set XDG_CACHE_HOME');
  });

  test('aligns where nothing can be remembered', async () => {
    const nowhere = { XDG_CACHE_HOME: '/dev/null/cache', TMPDIR: '/dev/null/tmp' };
    const { code, out } = await inFolder(bin, ['align', ...texts, '--format', 'csv'], nowhere);
    expect(code).toBe(0);
    expect(out).toBe(readFileSync(join(folder, 'x.csv'), 'utf8'));
  });

  test('runs a batch in processes, prints its version and its completion', async () => {
    writeFileSync(
      join(folder, 'jobs.csv'),
      `id,source_a,source_b\n1,${texts.join(',')}\n2,${texts.join(',')}\n`,
    );
    const batch = await inFolder(
      bin,
      ['batch', 'jobs.csv', '--out', 'out', '--jobs', '2', '--quiet'],
      withCache('batch'),
    );
    expect(batch).toMatchObject({ code: 0 });
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(
      expect.arrayContaining(['1.csv', '2.csv', 'report.json']),
    );
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect((await inFolder(bin, ['--version'])).out).toBe(`${version}\n`);
    expect((await inFolder(bin, ['completion', 'bash'])).out).toContain('complete ');
  });

  test('is a library', async () => {
    writeFileSync(
      join(folder, 'library.js'),
      `import { alignFiles, tableText } from 'paralign';
       const table = await alignFiles(${JSON.stringify(texts)});
       process.stdout.write(await tableText(table, 'csv'));`,
    );
    const { code, out, err } = await inFolder(process.execPath, ['library.js'], withCache('first'));
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(readFileSync(join(folder, 'x.csv'), 'utf8'));
  });

  test('has self-contained types', async () => {
    writeFileSync(
      join(folder, 'typed.ts'),
      `import { alignFiles, type AppError, type Diagnostic, loadEmbedder, type Review, tableText } from 'paralign';
       export const csv: Promise<string> = alignFiles(['a', 'b']).then((table) => tableText(table, 'csv'));
       export const embedder = loadEmbedder({ threads: 1 });
       export type Known = [AppError, Diagnostic, Review];
       // @ts-expect-error: paths are texts
       void alignFiles([1]);`,
    );
    const options = '--noEmit --strict --target es2023 --module nodenext'.split(' ');
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    expect(await inFolder(process.execPath, [tsc, ...options, 'typed.ts'])).toEqual({
      code: 0,
      out: '',
      err: '',
    });
  });
});
