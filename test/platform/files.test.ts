import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listFolder } from '../../src/platform/folders.js';
import type { OutputPart } from '../../src/domain.js';
import { AppError } from '../../src/errors.js';
import { filePieces, readInputFile, resolveInputFile } from '../../src/platform/input-files.js';
import {
  appendJournal,
  journalName,
  readJournal,
  removeLeftovers,
  writeJournal,
} from '../../src/platform/job-journal.js';
import {
  checkOutputFile,
  writeOutputFile,
  writeOutputFiles,
} from '../../src/platform/output-files.js';
import { progressLine } from '../../src/platform/progress-line.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paralign-files-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('writeOutputFile', () => {
  test('writes all chunks, in UTF-8, and leaves no temporary file', async () => {
    const path = join(folder, 'x.csv');
    await writeOutputFile(path, ['a', new Uint8Array([98]), 'ü', 'z'.repeat(200_000)]);
    expect(readFileSync(path, 'utf8')).toBe(`abü${'z'.repeat(200_000)}`);
    expect(readdirSync(folder)).toEqual(['x.csv']);
  });

  test('leaves the old file as it was when a chunk fails', async () => {
    const path = join(folder, 'x.csv');
    writeFileSync(path, 'old');
    const failing = function* (): Generator<string> {
      yield 'new'.repeat(100_000);
      throw new Error('no more');
    };
    await expect(writeOutputFile(path, failing())).rejects.toThrow('no more');
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['x.csv']);
  });

  test('keeps the mode of the file it replaces, and writes through a link', async () => {
    const path = join(folder, 'x.csv');
    writeFileSync(path, 'old');
    chmodSync(path, 0o640);
    symlinkSync('x.csv', join(folder, 'link.csv'));
    await writeOutputFile(join(folder, 'link.csv'), ['new']);
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder).sort()).toEqual(['link.csv', 'x.csv']);
  });

  test('writes to a device as it is instead of replacing it', async () => {
    await writeOutputFile('/dev/null', ['x']);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
    await expect(writeOutputFile('/dev/full', ['x'])).rejects.toMatchObject({
      code: 'no-space',
      exitCode: 74,
    });
  });

  test('says why a file cannot be created', async () => {
    await expect(writeOutputFile(join(folder, 'no/x'), ['x'])).rejects.toMatchObject({
      exitCode: 73,
    });
    await expect(writeOutputFile(folder, ['x'])).rejects.toMatchObject({ exitCode: 73 });
  });
});

describe('writeOutputFiles', () => {
  async function* parts(...list: readonly [string, string][]): AsyncGenerator<OutputPart> {
    for (const [file, chunk] of list) yield { file, chunk };
  }

  test('writes several files whose parts take turns, and says which', async () => {
    const path = join(folder, 'x.moses');
    const written = await writeOutputFiles(
      path,
      parts(['.en', 'one\n'], ['.ar', 'واحد\n'], ['.en', 'two\n'], ['.fr', '']),
    );
    expect(written).toEqual(['.en', '.ar', '.fr'].map((ending) => path + ending));
    expect(written.map((name) => readFileSync(name, 'utf8'))).toEqual(['one\ntwo\n', 'واحد\n', '']);
    expect(readdirSync(folder)).toHaveLength(3);
  });

  test('writes none of them when one fails, and passes the error on as it is', async () => {
    writeFileSync(join(folder, 'x.en'), 'old');
    const failing = async function* (): AsyncGenerator<OutputPart> {
      yield* parts(['.en', 'new'], ['.ar', 'new']);
      throw new AppError('two-sources-only', 'too many');
    };
    await expect(writeOutputFiles(join(folder, 'x'), failing())).rejects.toMatchObject({
      code: 'two-sources-only',
    });
    expect(readdirSync(folder)).toEqual(['x.en']);
    expect(readFileSync(join(folder, 'x.en'), 'utf8')).toBe('old');
  });

  test('an output of no parts is an empty file', async () => {
    await writeOutputFiles(join(folder, 'x.jsonl'), parts());
    expect(readFileSync(join(folder, 'x.jsonl'), 'utf8')).toBe('');
  });

  test('replaces no file that is there when it may not', async () => {
    writeFileSync(join(folder, 'x.ar'), 'old');
    await expect(
      writeOutputFiles(join(folder, 'x'), parts(['.en', 'a'], ['.ar', 'b']), { clobber: false }),
    ).rejects.toMatchObject({ code: 'exists' });
    expect(readdirSync(folder)).toEqual(['x.ar']);
  });

  test('asks for the next part only once the one before it is written', async () => {
    const big = 'x'.repeat(100_000);
    const sizes: number[] = [];
    const watched = async function* (): AsyncGenerator<OutputPart> {
      for (let part = 0; part < 3; part++) {
        const [temporary] = readdirSync(folder);
        sizes.push(temporary ? statSync(join(folder, temporary)).size : 0);
        yield { file: '', chunk: big };
      }
    };
    await writeOutputFiles(join(folder, 'x'), watched());
    expect(sizes).toEqual([0, 100_000, 200_000]);
  });
});

test('a file that appears meanwhile is not replaced without clobber', async () => {
  const path = join(folder, 'x.csv');
  const parts = async function* (): AsyncGenerator<OutputPart> {
    yield { file: '', chunk: 'new' };
    writeFileSync(path, 'theirs');
  };
  await expect(writeOutputFiles(path, parts(), { clobber: false })).rejects.toMatchObject({
    code: 'exists',
  });
  expect(readFileSync(path, 'utf8')).toBe('theirs');
  expect(readdirSync(folder)).toEqual(['x.csv']);
  await writeOutputFile(join(folder, 'y.csv'), ['new'], { clobber: false });
  expect(readdirSync(folder)).toEqual(['x.csv', 'y.csv']);
});

describe('checkOutputFile', () => {
  test.each([
    ['.', true, 'cannot-create'],
    ['no/x.csv', true, 'cannot-create'],
    ['there.csv', false, 'exists'],
  ])('%s (clobber: %s) is refused before any work', async (name, clobber, code) => {
    writeFileSync(join(folder, 'there.csv'), '');
    const check = checkOutputFile(join(folder, name), { clobber });
    await expect(check).rejects.toMatchObject({ code, exitCode: 73 });
  });

  test('an existing file may be replaced', async () => {
    writeFileSync(join(folder, 'there.csv'), '');
    await checkOutputFile(join(folder, 'there.csv'), { clobber: true });
  });
});

describe('readInputFile', () => {
  test('follows links', async () => {
    writeFileSync(join(folder, 'x'), 'text');
    symlinkSync('x', join(folder, 'y'));
    expect(Buffer.from(await readInputFile(join(folder, 'y'))).toString()).toBe('text');
    expect(await resolveInputFile(join(folder, 'y'))).toBe(
      await resolveInputFile(join(folder, 'x')),
    );
  });

  test.each([
    ['missing', 'file-not-found'],
    ['', 'is-a-folder'],
    ['file/below', 'file-not-found'],
    ['loop', 'file-not-found'],
  ])('"%s" is %s (exit 66)', async (name, code) => {
    writeFileSync(join(folder, 'file'), '');
    symlinkSync('loop', join(folder, 'loop'));
    const reading = readInputFile(join(folder, name), 'as typed');
    await expect(reading).rejects.toMatchObject({ code, exitCode: 66 });
    await expect(reading).rejects.toThrow(/^as typed: /);
  });
});

describe('listFolder', () => {
  test('lists visible files by code unit, links to files too', async () => {
    for (const name of ['b', 'Z', 'a', '.hidden', 'ä']) writeFileSync(join(folder, name), '');
    mkdirSync(join(folder, 'sub'));
    symlinkSync('a', join(folder, 'link'));
    expect(await listFolder(folder)).toEqual(['Z', 'a', 'b', 'link', 'ä']);
  });
});

describe('the journal', () => {
  test('is read back in order, without a line that a crash tore', async () => {
    expect(await readJournal(folder)).toEqual([]);
    await writeJournal(folder, [{ id: 1 }]);
    await appendJournal(folder, { id: 2 });
    writeFileSync(join(folder, journalName), '{"id":3', { flag: 'a' });
    expect(await readJournal(folder)).toEqual([{ id: 1 }, { id: 2 }]);
  });

  test('leftovers of a killed run are removed, and nothing else', async () => {
    const leftover = '.x.csv.0123456789ab.tmp';
    const others = '.other.csv.0123456789ab.tmp';
    for (const name of [leftover, others, 'x.csv', '.other', 'y.tmp'])
      writeFileSync(join(folder, name), '');
    await removeLeftovers(folder, (output) => output === 'x.csv');
    expect(existsSync(join(folder, leftover))).toBe(false);
    expect(readdirSync(folder).sort()).toEqual(['.other', others, 'x.csv', 'y.tmp']);
  });
});

describe('progressLine', () => {
  const stream = () => {
    const written: string[] = [];
    const fake = { columns: 20, write: (text: string) => written.push(text) > 0 };
    return { written, stream: fake as unknown as NodeJS.WriteStream };
  };

  test('is painted over at most ten times a second, cut to the screen, and taken away', () => {
    const { written, stream: fake } = stream();
    let now = 0;
    const line = progressLine(fake, { enabled: true, now: () => now });
    line.show('too early');
    now = 1000;
    line.show('a line that is longer than the screen');
    line.show('too soon');
    line.clear();
    line.clear();
    expect(written).toEqual(['\r\u001b[Ka line that is long', '\r\u001b[K']);
  });

  test('is silent when it is not enabled', () => {
    const { written, stream: fake } = stream();
    const line = progressLine(fake, { enabled: false });
    line.show('x');
    line.clear();
    expect(written).toEqual([]);
  });
});

describe('filePieces', () => {
  const all = async (pieces: () => AsyncIterable<Uint8Array>): Promise<string> => {
    const found: Uint8Array[] = [];
    for await (const piece of pieces()) found.push(piece);
    return Buffer.concat(found).toString();
  };

  test('reads a file from its beginning each time, without holding it', async () => {
    const path = join(folder, 'x.tmx');
    const text = 'A line.\n'.repeat(20_000);
    writeFileSync(path, text);
    const pieces = filePieces(path);
    expect(await all(pieces)).toBe(text);
    expect(await all(pieces)).toBe(text);
  });

  test('refuses a file that is another one the second time', async () => {
    const path = join(folder, 'x.tmx');
    writeFileSync(path, 'old');
    const pieces = filePieces(path, 'x.tmx');
    await all(pieces);
    writeFileSync(path, 'new, and longer');
    await expect(all(pieces)).rejects.toMatchObject({
      code: 'source-changed',
      message: 'x.tmx: changed while it was being read',
    });
    await expect(all(filePieces(join(folder, 'no'), 'no'))).rejects.toMatchObject({
      code: 'file-not-found',
    });
  });
});
