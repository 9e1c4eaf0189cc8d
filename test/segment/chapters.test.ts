import { describe, expect, test } from 'vitest';
import { chapterMark, markChapters } from '../../src/segment/chapters.js';
import { sourceStreams } from '../../src/segment/streams.js';
import { segment } from '../../src/pipeline/segmentation.js';

const read = async (text: string, name = 'a.md') => (await segment({ name, text })).sources[0]!;

describe('where chapters begin', () => {
  test('headings begin them, the first of several in a row', async () => {
    const source = await read('# One\n\n## Part\n\nFirst sentence.\n\n# Two\n\nSecond sentence.\n');
    const [stream] = sourceStreams(source, 0, {});
    const marked = markChapters(stream!, source);
    expect(marked.sentences.filter((s) => s.startsChapter).map(({ text }) => text)).toEqual([
      'One',
      'Two',
    ]);
  });

  test('an expression finds them anywhere in a sentence', async () => {
    const source = await read(
      'CHAPTER 1. It began.\n\nIt went on.\n\nCHAPTER 2. It ended.\n',
      'a.txt',
    );
    const [stream] = sourceStreams(source, 0, { segmented: true });
    const marked = markChapters(stream!, source, chapterMark('^CHAPTER [0-9]+', '--boundary'));
    expect(marked.sentences.filter((s) => s.startsChapter)).toHaveLength(2);
  });

  test('what is no expression is refused with an example', () => {
    expect(() => chapterMark('(', '--boundary')).toThrow(/--boundary: not an expression/);
    expect(() => chapterMark('', '--boundary')).toThrow(/it is empty/);
  });
});
