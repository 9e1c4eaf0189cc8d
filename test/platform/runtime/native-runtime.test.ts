import { createHash } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../../src/errors.js';
import { loadNativeRuntime } from '../../../src/platform/runtime/native-runtime.js';

const contents: Readonly<Record<string, Buffer>> = {
  'onnxruntime_binding.node': Buffer.from('the binding '.repeat(1_000)),
  'libonnxruntime.so': Buffer.from('the library '.repeat(10_000)),
};
const bindingName = 'onnxruntime_binding.node';

let base: string;
let packed: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'paralign-runtime-'));
  packed = join(base, 'packed');
  mkdirSync(join(packed, 'linux-x64'), { recursive: true });
  const lines = Object.entries(contents).map(([name, bytes]) => {
    writeFileSync(join(packed, 'linux-x64', `${name}.br`), brotliCompressSync(bytes));
    return `${createHash('sha256').update(bytes).digest('hex')} ${bytes.length} linux-x64/${name}`;
  });
  writeFileSync(join(packed, 'MANIFEST'), `1.14.0\n${lines.join('\n')}\n`);
});

/** Loads as if all were real: the binding is the text of its file. */
const start = (
  places: readonly string[] = [join(base, 'cache')],
  load: (path: string) => unknown = (path) => readFileSync(path, 'utf8'),
) => loadNativeRuntime({ packed, platform: 'linux-x64', places, load });

const expectUnpacked = (folder: string): void => {
  expect(readdirSync(folder).sort()).toEqual(Object.keys(contents).sort());
  for (const [name, bytes] of Object.entries(contents))
    expect(readFileSync(join(folder, name)).equals(bytes)).toBe(true);
};

const failure = (act: () => unknown): AppError => {
  try {
    act();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('it went well');
};

const refusal = (message: string): Error =>
  Object.assign(new Error(message), { code: 'ERR_DLOPEN_FAILED' });

describe('the runtime of a published package', () => {
  test('is unpacked at the first start and only looked at afterwards', () => {
    const { folder, binding } = start();
    expect(dirname(folder)).toBe(join(base, 'cache'));
    expect(binding).toBe(contents[bindingName]?.toString());
    expectUnpacked(folder);
    const before = statSync(join(folder, bindingName));
    // What is compressed is not read again.
    rmSync(join(packed, 'linux-x64'), { recursive: true });
    expect(start().folder).toBe(folder);
    expect(statSync(join(folder, bindingName)).mtimeMs).toBe(before.mtimeMs);
  });

  test('comes back when the cache is emptied or a file was cut', () => {
    const { folder } = start();
    rmSync(join(folder, 'libonnxruntime.so'));
    writeFileSync(join(folder, bindingName), 'the bind');
    start();
    expectUnpacked(folder);
    rmSync(join(base, 'cache'), { recursive: true });
    start();
    expectUnpacked(folder);
  });

  test('comes back when a damaged file of the right size cannot be loaded', () => {
    const { folder } = start();
    const size = contents[bindingName]?.length ?? 0;
    writeFileSync(join(folder, bindingName), Buffer.alloc(size));
    const { binding } = start(undefined, (path) => {
      const text = readFileSync(path, 'utf8');
      if (text.startsWith('\0')) throw refusal(`${path}: invalid ELF header`);
      return text;
    });
    expect(binding).toBe(contents[bindingName]?.toString());
  });

  test('goes to the next place where one cannot be written to, is shared, or runs no programs', () => {
    writeFileSync(join(base, 'file'), '');
    const shared = start([join(base, 'shared')]).folder;
    chmodSync(shared, 0o777);
    const noexec = join(base, 'noexec');
    const { folder } = start(
      [join(base, 'file', 'below'), join(base, 'shared'), noexec, join(base, 'good')],
      (path) => {
        if (path.startsWith(noexec)) throw refusal('failed to map segment from shared object');
        return readFileSync(path, 'utf8');
      },
    );
    expect(dirname(folder)).toBe(join(base, 'good'));
  });

  test('says of every place why it will not do', () => {
    writeFileSync(join(base, 'file'), '');
    const error = failure(() => start([join(base, 'file', 'a'), join(base, 'file', 'b')]));
    expect(error.code).toBe('runtime-unavailable');
    expect(error.exitCode).toBe(69);
    expect(error.message).toContain(join(base, 'file', 'a'));
    expect(error.message).toContain(join(base, 'file', 'b'));
    expect(error.hint).toMatch(/XDG_CACHE_HOME .*\(1 MB\)/);
  });

  test('that does not go with the system is not unpacked everywhere', () => {
    const places = [join(base, 'one'), join(base, 'two')];
    const load = (): never => {
      throw refusal('libstdc++.so.6: cannot open shared object file');
    };
    expect(() => start(places, load)).toThrow(/libstdc/);
    expect(readdirSync(base)).not.toContain('two');
  });

  test('that is damaged in the package is said to be', () => {
    const path = join(packed, 'linux-x64', 'libonnxruntime.so.br');
    for (const bytes of [
      brotliCompressSync(Buffer.from('something else')),
      brotliCompressSync(Buffer.alloc(10_000_000)),
      Buffer.from('no brotli'),
    ]) {
      writeFileSync(path, bytes);
      const error = failure(() => start());
      expect([error.code, error.message]).toEqual([
        'runtime-unavailable',
        `${path} is damaged or cannot be read`,
      ]);
    }
    const left = readdirSync(join(base, 'cache'), { recursive: true });
    expect(left.filter((name) => String(name).endsWith('.tmp'))).toEqual([]);
    writeFileSync(join(packed, 'MANIFEST'), '1.14.0\nnonsense\n');
    expect(failure(() => start()).message).toContain('MANIFEST is damaged');
  });

  test('is not there for every platform, and says for which', () => {
    const error = failure(() => loadNativeRuntime({ packed, platform: 'sunos-x64', places: [] }));
    expect(error.message).toBe('onnxruntime is not available for sunos-x64');
    expect(error.hint).toContain('linux-x64');
  });

  test('what a killed process was writing is swept away, what one is writing is not', () => {
    const { folder } = start();
    for (const name of ['old.tmp', 'new.tmp']) writeFileSync(join(folder, name), '');
    utimesSync(join(folder, 'old.tmp'), 1, 1);
    rmSync(join(folder, bindingName));
    start();
    expect(readdirSync(folder)).toContain('new.tmp');
    expect(readdirSync(folder)).not.toContain('old.tmp');
  });
});

test('in a checkout the runtime is the installed package', () => {
  const { folder, binding } = loadNativeRuntime({
    packed: join(base, 'nothing'),
    load: (path) => path,
  });
  expect(folder).toContain(join('node_modules', 'onnxruntime-node'));
  expect(statSync(String(binding)).isFile()).toBe(true);
});
