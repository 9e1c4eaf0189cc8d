import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fileStore } from '../../src/jobs/stores/file-store.js';
import { readJobs } from '../../src/jobs/read-jobs.js';

let cwd = '';
beforeEach(() => (cwd = mkdtempSync(join(tmpdir(), 'paralign-archives-'))));
afterEach(() => rmSync(cwd, { recursive: true }));

/** A zip archive of texts, stored as they are. */
function zip(files: Readonly<Record<string, string>>): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const [path, data] = [Buffer.from(name), Buffer.from(text)];
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt32LE(crc32(data), 14);
    head.writeUInt32LE(data.length, 18);
    head.writeUInt32LE(data.length, 22);
    head.writeUInt16LE(path.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    head.copy(entry, 16, 14, 28);
    entry.writeUInt32LE(offset, 42);
    local.push(head, path, data);
    central.push(entry, path);
    offset += head.length + path.length + data.length;
  }
  const list = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, list, end]);
}

const put = (name: string, files: Readonly<Record<string, string>>): void =>
  writeFileSync(join(cwd, name), zip(files));

/** Jobs by id, with their sources as seen from the folder. */
const jobsOf = async (...paths: string[]) => {
  const { jobs, left } = await readJobs(paths, { cwd });
  const sources = jobs.map(({ id, sources: own }) => [
    id,
    ...own.map((path) => path.slice(cwd.length + 1)),
  ]);
  return { sources, left };
};

describe('zip archives stand for folders', () => {
  test('beside each other, or beside a folder', async () => {
    put('en.zip', { 'a.txt': 'One.', 'b.txt': 'Two.' });
    put('es.zip', { 'texts/a.txt': 'Uno.', '__MACOSX/texts/._a.txt': 'x', 'texts/.hidden': 'x' });
    mkdirSync(join(cwd, 'fr'));
    writeFileSync(join(cwd, 'fr/a.md'), 'Un.');
    expect(await jobsOf('en.zip', 'es.zip', 'fr')).toEqual({
      sources: [['a', 'en.zip/a.txt', 'es.zip/texts/a.txt', 'fr/a.md']],
      left: ['en.zip/b.txt'],
    });
  });

  test('alone, with a folder for each language in it', async () => {
    put('book.zip', { 'book/en/1.txt': 'One.', 'book/es/1.txt': 'Uno.' });
    expect((await jobsOf('book.zip')).sources).toEqual([
      ['1', 'book.zip/book/en/1.txt', 'book.zip/book/es/1.txt'],
    ]);
  });

  test('and their files are read from them', async () => {
    put('book.zip', { 'en/1.txt': 'One.', 'es/1.txt': 'Uno.' });
    const inputs = await fileStore.readSources([
      join(cwd, 'book.zip/en/1.txt'),
      join(cwd, 'book.zip/es/1.txt'),
    ]);
    expect(inputs.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
      ['en/1.txt', 'One.'],
      ['es/1.txt', 'Uno.'],
    ]);
    await expect(fileStore.readSources([join(cwd, 'book.zip/en/2.txt')])).rejects.toMatchObject({
      code: 'file-not-found',
      message: `${cwd}/book.zip/en/2.txt: there is no en/2.txt in the archive`,
    });
  });

  test('that lead outside themselves are refused', async () => {
    put('evil.zip', { '../en/1.txt': 'One.' });
    await expect(jobsOf('evil.zip')).rejects.toMatchObject({ code: 'unreadable-document' });
  });
});

describe('one folder alone', () => {
  const write = (...names: string[]): void => {
    for (const name of names) {
      mkdirSync(join(cwd, 'all', name, '..'), { recursive: true });
      writeFileSync(join(cwd, 'all', name), 'Text.');
    }
  };

  test('has the files together whose names differ in the language', async () => {
    write('doc.en.txt', 'doc.es.docx', 'other-en.md', 'other-fr.md', 'alone.en.txt');
    expect(await jobsOf('all')).toEqual({
      sources: [
        ['doc', 'all/doc.en.txt', 'all/doc.es.docx'],
        ['other', 'all/other-en.md', 'all/other-fr.md'],
      ],
      left: ['all/alone.en.txt'],
    });
  });

  test('is several if there are only folders in it', async () => {
    write('en/a.txt', 'es/a.txt');
    expect((await jobsOf('all')).sources).toEqual([['a', 'all/en/a.txt', 'all/es/a.txt']]);
  });

  test('with nothing that belongs together is an error', async () => {
    write('a.txt', 'b.txt');
    await expect(jobsOf('all')).rejects.toMatchObject({ code: 'no-input' });
  });
});
