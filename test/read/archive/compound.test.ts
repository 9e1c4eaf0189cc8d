import { describe, expect, test } from 'vitest';
import { compoundContent, isCompound } from '../../../src/read/archive/compound.js';
import { readSource } from '../../../src/read/read-source.js';
import { makeZip } from './make-zip.js';

/** What stands in a compound file's directory. */
export function makeCompound(...names: readonly string[]): Buffer {
  const head = Buffer.alloc(5000);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(head);
  const entries = names.map((name) => {
    const entry = Buffer.alloc(128);
    entry.write(name, 'utf16le');
    return entry;
  });
  return Buffer.concat([head, ...entries]);
}

describe('compound files', () => {
  test.each([
    ['WordDocument', 'word'],
    ['Workbook', 'excel'],
    ['Book', 'excel'],
    ['PowerPoint Document', 'powerpoint'],
    ['EncryptedPackage', 'encrypted'],
    ['Contents', 'other'],
  ])('with %s are %s', (name, content) => {
    expect(compoundContent(makeCompound('Root Entry', name))).toBe(content);
  });

  test('are what they are themselves, not what is embedded in them', () => {
    expect(compoundContent(makeCompound('WordDocument', 'Workbook'))).toBe('word');
    expect(compoundContent(makeCompound('Workbook', 'WordDocument'))).toBe('excel');
  });

  test('are known by their beginning', () => {
    expect(isCompound(makeCompound())).toBe(true);
    expect(isCompound(Buffer.from('PK'))).toBe(false);
  });

  test.each([
    [
      'WordDocument',
      'a.doc: a Word document of before 2007 is not read as a source',
      'save it as DOCX',
    ],
    [
      'Workbook',
      'a.doc: an Excel workbook of before 2007 is not read as a source',
      'save it as XLSX',
    ],
    [
      'EncryptedPackage',
      'a.doc: a document with a password is not read as a source',
      'save it without a password',
    ],
  ])('with %s are refused by name', async (name, message, hint) => {
    const bytes = makeCompound(name);
    async function* chunks(): AsyncGenerator<Uint8Array> {
      yield bytes.subarray(0, 4500);
      yield bytes.subarray(4500);
    }
    const refused = { code: 'unreadable-document', exitCode: 65, message, hint };
    await expect(readSource('a.doc', bytes)).rejects.toMatchObject(refused);
    await expect(readSource('a.doc', chunks())).rejects.toMatchObject(refused);
  });
});

describe('archives of programs that are not read', () => {
  test.each([
    ['ppt/presentation.xml', 'a PowerPoint presentation'],
    ['Index/Document.iwa', 'a document of Pages, Numbers or Keynote'],
    ['index.xml', 'a document of Pages, Numbers or Keynote'],
    ['a.bin', 'a zip archive in which no document is recognised'],
  ])('%s is refused by name', async (name, title) => {
    const reading = readSource('a', makeZip([{ name, content: 'x' }]));
    await expect(reading).rejects.toMatchObject({ exitCode: 65 });
    await expect(reading).rejects.toThrow(`a: ${title}`);
  });
});
