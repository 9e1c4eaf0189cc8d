import { describe, expect, test } from 'vitest';
import { readSource } from '../../src/read/read-source.js';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('a file in a format that is not read yet', () => {
  test.each([
    [
      'page.txt',
      'From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html"\n',
      'an MHTML archive of a web page',
    ],
    [
      'page.webarchive',
      'bplist00\xd1\x01\x02_\x10\x0fWebMainResource',
      "a web archive of Safari's",
    ],
  ])('%s beginning %j is refused by name', async (name, text, title) => {
    await expect(readSource(name, bytes(text))).rejects.toMatchObject({
      code: 'unread-format',
      exitCode: 65,
      message: `${name}: ${title} cannot be read as a source`,
    });
  });

  test.each([
    ['a.TXT', '{\n"format":"paralign-review",\n"version":2', 'a paralign review'],
    ['a.paralign', 'Hello.\n', 'a paralign review'],
    ['a.jsonl', '{"id":1,"cells":[{"source":"a.txt"', 'an alignment written by paralign'],
    ['a.json', '{"format":"paralign","version":1', 'an alignment written by paralign'],
    [
      'a.json',
      '{\n  "sources": [\n    {\n      "name": "a \\"b\\".txt",\n      "sentences": [',
      'a list of paragraphs or sentences written by paralign',
    ],
    ['pairs.txt', 'id,a_source,a_language\n1,a,en\n', 'an alignment written by paralign'],
  ])('%s beginning %j is what paralign wrote itself', async (name, text, title) => {
    await expect(readSource(name, bytes(text))).rejects.toMatchObject({
      code: 'not-a-source',
      exitCode: 65,
      message: `${name}: ${title} is not a source`,
    });
  });

  test('is read where it is said to be text, one sentence a line, or known text', async () => {
    const text = 'WEBVTT\n\nHello.\n';
    for (const name of ['a.vtt', 'a.txt'])
      expect((await readSource(name, bytes(text), { from: 'text' })).sources[0]?.text).toBe(text);
    expect((await readSource('a.txt', bytes(text), { segmented: true })).sources[0]?.text).toBe(
      text,
    );
    expect((await readSource('a.vtt', text)).sources[0]?.text).toBe(text);
  });

  test.each([
    ['notes.txt', 'The tag <html> begins a page.\n'],
    ['1.txt', '1\nOne thing after the other.\n'],
    ['index.md', '<div>Markdown may hold HTML.</div>\n'],
  ])('%s is text', async (name, text) => {
    expect((await readSource(name, bytes(text))).sources).toHaveLength(1);
  });
});
