import { describe, expect, test } from 'vitest';
import { readSource } from '../../../src/read/read-source.js';
import { makeZip, type ZipFile } from '../archive/make-zip.js';
import { docxFiles, makeDocx, p, r } from './docx/make-docx.js';
import { makeFlatOdt, makeOdt, odtFiles } from './odt/make-odt.js';

async function refusal(name: string, bytes: Uint8Array): Promise<string> {
  const error: unknown = await readSource(name, bytes).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'unreadable-document', exitCode: 65 });
  return error instanceof Error ? error.message : '';
}
const replaced = (files: readonly ZipFile[], name: string, change: Partial<ZipFile>): Buffer =>
  makeZip(files.map((file) => (file.name === name ? { ...file, ...change } : file)));
const bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>';
const rtf = (body: string): Buffer => Buffer.from(`{\\rtf1 ${body}}`, 'latin1');

describe('office files that are not safe to read are refused with the place', () => {
  test.each([
    [
      'entities in a Word document',
      replaced(docxFiles(''), 'word/document.xml', { content: bomb }),
      'a.bin: word/document.xml:1:51: ',
    ],
    [
      'entities in an OpenDocument text',
      replaced(odtFiles(''), 'content.xml', { content: bomb }),
      'a.bin: content.xml:1:51: ',
    ],
    [
      'nesting in a Word document',
      makeDocx('<w:sdt>'.repeat(200_000)),
      'nested more than 256 deep',
    ],
    [
      'nesting in an OpenDocument text',
      makeOdt('<text:section>'.repeat(200_000)),
      'nested more than 256 deep',
    ],
    [
      'nesting in one file of XML',
      makeFlatOdt('<text:p>'.repeat(200_000)),
      'nested more than 256 deep',
    ],
    ['nesting in RTF', rtf('{'.repeat(200_000)), 'nested more than 500 deep at byte 507'],
    [
      'a wrong checksum',
      replaced(docxFiles(p('x')), 'word/document.xml', { crc32: 7 }),
      'word/document.xml in it is damaged (wrong checksum)',
    ],
    [
      'a size that lies',
      replaced(odtFiles('x'), 'content.xml', { size: 7 }),
      'content.xml in it is damaged (too many bytes',
    ],
    [
      'text that is cut off inside',
      replaced(docxFiles(''), 'word/document.xml', { content: '<x>cut' }),
      'unclosed tag: x',
    ],
    [
      'a file outside of itself',
      makeZip([...docxFiles(p('x')), { name: '../x', content: '' }]),
      'invalid relative path: ../x',
    ],
    ['a Word document cut off', makeDocx(p('x')).subarray(0, -50), 'damaged or cut off'],
    ['an OpenDocument text cut off', makeOdt('').subarray(0, -50), 'damaged or cut off'],
    [
      'an OpenDocument text without its text',
      makeZip(odtFiles('').slice(2)),
      'no document is recognised',
    ],
    ['RTF cut off', rtf('text').subarray(0, -1), 'it is cut off: 1 group still open at byte 11'],
    [
      'a paragraph without end',
      makeDocx(p(r('x'.repeat(1e6)).repeat(9))),
      'a paragraph of more than 8000000 characters',
    ],
    [
      'boxes without end',
      makeDocx(
        p(`<w:r>${`<w:txbxContent>${p('x'.repeat(1e6))}</w:txbxContent>`.repeat(33)}</w:r>`),
      ),
      'notes and text boxes of more than',
    ],
  ])('%s', async (_, bytes, message) => {
    expect(await refusal('a.bin', bytes)).toContain(message);
  });

  test('entities that nobody declares are not looked for elsewhere', async () => {
    const content = '<!DOCTYPE x SYSTEM "file:///etc/passwd"><x>&x;</x>';
    const bytes = replaced(docxFiles(''), 'word/document.xml', { content });
    expect(await refusal('a.docx', bytes)).toContain('undefined entity');
  });

  test('a note is read once, however often it is referred to', async () => {
    const footnotes = `<w:footnote w:id="1">${p('n'.repeat(1_000_000))}</w:footnote>`;
    const body = p(`<w:r><w:t>x</w:t>${'<w:footnoteReference w:id="1"/>'.repeat(10_000)}</w:r>`);
    const { sources } = await readSource('a.docx', makeDocx(body, { footnotes }));
    expect(sources[0]?.text.length).toBe(1_000_003);
  });
});

test.each(['a.docx', 'A.DOCM', 'a.odt', 'a.rtf', 'a.fodt'])(
  '%s that holds plain text is refused, an empty one is empty',
  async (name) => {
    expect(await refusal(name, Buffer.from('Just text.'))).toMatch(
      /is not [A-Z]+, as its name says$/,
    );
    await expect(readSource(name, Buffer.from(''))).rejects.toMatchObject({ code: 'empty-source' });
    await expect(
      readSource(name, Buffer.from('Just text.'), { from: 'text' }),
    ).resolves.toBeTruthy();
  },
);

test('RTF is known by its content, whatever its name says', async () => {
  const { sources } = await readSource('a.docx', rtf('Text\\par'));
  expect(sources[0]).toMatchObject({ text: 'Text', format: 'rtf' });
});
