import { describe, expect, test } from 'vitest';
import type { Sentence, Source } from '../../../src/domain.js';
import { alignSegmented } from '../../../src/pipeline/alignment.js';
import { embedSource } from '../../../src/pipeline/embedding/embed-source.js';
import { letterModel } from '../../letter-model.js';

function sourceOf(name: string, lines: readonly string[], language = 'en'): Source {
  let start = 0;
  const sentences = lines.map((text, at): Sentence => {
    const own = { start, end: start + text.length };
    start = own.end + 1;
    return { number: at + 1, paragraph: at + 1, language, text, noise: null, ...own };
  });
  const paragraphs = sentences.map(({ number, start, end }) => ({
    number,
    start,
    end,
    heading: 0,
    noise: null,
    language,
    confidence: 1,
  }));
  return { name, text: lines.join('\n'), paragraphs, sentences };
}

const lines = ['One cat sat.', 'Two dogs ran off.', 'Three birds sang all night.'];
const first = sourceOf('a', lines);
const second = sourceOf('b', lines);
const lengths = [first, second].map(({ text }) => text.length);

describe('sources that are embedded away from where they are aligned', () => {
  const run = { named: [{ name: 'a' }, { name: 'b' }], lengths, links: [] };
  const options = { mode: 'parallel', checks: false } as const;

  test('give the same table', async () => {
    const made = embedSource(second, 1, lengths, letterModel, {});
    expect(
      await alignSegmented(
        {
          ...run,
          sources: [first, second],
          embeddings: [Promise.resolve(null), made],
        },
        { ...options, embedder: letterModel },
      ),
    ).toEqual(
      await alignSegmented(
        { ...run, sources: [first, second] },
        { ...options, embedder: letterModel },
      ),
    );
  });

  test('are not embedded again, and are counted as done', async () => {
    const embedded: string[] = [];
    const embedder: typeof letterModel = {
      ...letterModel,
      embed: (texts, given) => {
        embedded.push(...texts);
        return letterModel.embed(texts, given);
      },
    };
    const done: number[] = [];
    await alignSegmented(
      {
        ...run,
        sources: [first, second],
        embeddings: [Promise.resolve(null), embedSource(second, 1, lengths, letterModel, {})],
      },
      {
        ...options,
        embedder,
        onProgress: (stage, count) => stage === 'embedding' && done.push(count),
      },
    );
    expect(embedded).toEqual(lines);
    expect(done.at(-1)).toBe(2 * lines.length);
  });

  test('leave those that may be aligned in part only, or whose vectors are made on demand', async () => {
    const long = sourceOf('long', new Array<string>(20_000).fill('So it goes.'));
    expect(await embedSource(long, 0, [long.text.length, 100], letterModel, {})).toEqual([null]);
    const { length } = long.text;
    expect(await embedSource(long, 0, [length, length], letterModel, {})).toEqual([null]);
  });
});
