import { describe, expect, test } from 'vitest';
import { openArchive } from '../../../src/read/archive/archive.js';
import { isZip } from '../../../src/read/archive/is-zip.js';
import { makeZip, type ZipFile } from './make-zip.js';

const open = (...files: ZipFile[]): ReturnType<typeof openArchive> =>
  openArchive('a.zip', makeZip(files));
const refusal = async (reading: Promise<unknown>): Promise<string> => {
  const error: unknown = await reading.catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'unreadable-document', exitCode: 65 });
  return error instanceof Error ? error.message : '';
};

describe('a zip archive', () => {
  test('gives its files as they are', async () => {
    const archive = await open(
      { name: 'b/ä.txt', content: 'Grüße' },
      { name: 'a.txt', content: 'stored', stored: true },
      { name: 'empty/', content: '' },
    );
    expect(archive.names).toEqual(['b/ä.txt', 'a.txt']);
    expect(archive.has('a.txt')).toBe(true);
    expect(Buffer.from(await archive.read('b/ä.txt')).toString()).toBe('Grüße');
    expect(Buffer.from(await archive.read('a.txt')).toString()).toBe('stored');
  });

  test('has its list of files read once, and a limit for each time that it is opened', async () => {
    const bytes = makeZip([{ name: 'a.txt', content: 'four' }]);
    const [first, second] = [
      await openArchive('a.zip', bytes, 4),
      await openArchive('b.zip', bytes, 4),
    ];
    expect(Buffer.from(await first.read('a.txt')).toString()).toBe('four');
    expect(Buffer.from(await second.read('a.txt')).toString()).toBe('four');
    expect(await refusal(second.read('a.txt'))).toBe('b.zip: unpacks to more than 4 bytes');
  });

  test('is known by its beginning', () => {
    expect(isZip(makeZip([{ name: 'a', content: '' }]))).toBe(true);
    expect(isZip(Buffer.from('Package'))).toBe(false);
  });

  test.each(['../a.txt', '/etc/passwd', 'C:/a.txt', 'b/../../a.txt'])(
    'that names a file outside of itself is refused: %s',
    async (name) => {
      expect(await refusal(open({ name, content: 'x' }))).toMatch(
        /^a\.zip: the zip archive is damaged or not safe to read/,
      );
    },
  );

  test('with two files of one name is refused', async () => {
    expect(await refusal(open({ name: 'a', content: '1' }, { name: 'a', content: '2' }))).toBe(
      'a.zip: the zip archive has two files named a',
    );
  });

  test('that is cut off, or is none, is refused', async () => {
    const whole = makeZip([{ name: 'a', content: 'x' }]);
    expect(await refusal(openArchive('a.zip', whole.subarray(0, -30)))).toMatch(
      /^a\.zip: the zip archive is damaged or cut off/,
    );
    expect(await refusal(openArchive('a.zip', Buffer.from('text')))).toMatch(/not a zip archive/);
  });

  test.each([
    ['a wrong checksum', { crc32: 1 }, 'a.txt in it is damaged (wrong checksum)'],
    ['a size that lies', { size: 2 }, 'a.txt in it is damaged (too many bytes in the stream'],
    ['a password', { flags: 1 }, 'a.txt in it is encrypted'],
  ])('gives no file with %s', async (_, lie, message) => {
    const archive = await open({ name: 'a.txt', content: 'Some words.', ...lie });
    expect(await refusal(archive.read('a.txt'))).toContain(`a.zip: ${message}`);
  });

  test('gives no file that it does not have', async () => {
    const archive = await open({ name: 'a', content: '' });
    expect(await refusal(archive.read('b'))).toBe('a.zip: there is no b in it');
  });

  test('gives no more in all than it may, also where its files share their bytes', async () => {
    const files = [
      { name: 'a', content: Buffer.alloc(60_000) },
      { name: 'b', content: Buffer.alloc(60_000), overlaps: true },
    ];
    const archive = await openArchive('a.zip', makeZip(files), 100_000);
    // Whether a library notices the overlap or not, the second file is not read whole.
    await archive.read('a');
    await refusal(archive.read('b'));
  });
});
