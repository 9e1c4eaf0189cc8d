import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Embedder, Table } from '../../../src/domain.js';
import { loadEmbedder } from '../../../src/embed/embedder.js';
import { alignSources } from '../../../src/pipeline/align-sources.js';
import { explainRow } from '../../../src/pipeline/explain/explain-row.js';
import { showNumbers } from '../../../src/pipeline/explain/pair-in-words.js';

const english = [
  'The miller had three sons.',
  'The eldest got the mill in 1812.',
  'In Paris it rained all through that long winter.',
  'The youngest got nothing but the cat.',
  'He wondered whether he should sell his hat?',
  'The cat asked for a pair of boots.',
];
const german = [
  'Der Müller hatte drei Söhne.',
  'Der älteste bekam 1812 die Mühle.',
  'Der jüngste bekam nichts als die Katze.',
  'Er fragte sich, ob er seinen Hut verkaufen sollte?',
  'Die Katze bat um ein Paar Stiefel.',
];

describe('a row in words', () => {
  let embedder: Embedder;
  let table: Table;
  beforeAll(async () => {
    embedder = await loadEmbedder();
    table = await alignSources(
      [
        { name: 'a.txt', text: english.join('\n') },
        { name: 'b.txt', text: german.join('\n') },
      ],
      { embedder, segmented: true, languages: ['en', 'de'], mode: 'parallel', checks: false },
    );
  });
  afterAll(() => embedder.close());

  const reasonsOf = async (row: number): Promise<string[]> => {
    const { pairs } = await explainRow(table, row, embedder);
    return pairs.flatMap(({ words }) =>
      words.reasons.map(({ speaks, about, text }) => `${speaks} ${about}: ${text}`),
    );
  };

  test('names the words that match, the numbers and the neighbours', async () => {
    const reasons = await reasonsOf(2);
    expect(await reasonsOf(4)).toContainEqual(
      expect.stringMatching(/^for Words: (?=.*cat <-> Katze).*nothing <-> nichts/),
    );
    expect(reasons).toContain('for Numbers: both have 1812.');
    expect(reasons).toContainEqual(
      expect.stringMatching(/^for Neighbours: the pair before it follows on: en 1 <-> de 1\./),
    );
    expect(reasons).toContain('against Neighbours: en 3, just after it, has no counterpart.');
  });

  test('embeds the words with the bundled model that is loaded, and loads none beside it', async () => {
    const embed = vi.spyOn(embedder, 'embed');
    await explainRow(table, 4, embedder);
    expect(embed.mock.calls.flatMap(([texts]) => texts)).toContain('Katze');
    embed.mockRestore();
  });

  test('says why a sentence is left alone, and what its likeliest partners lacked', async () => {
    const { pairs } = await explainRow(table, 3, embedder);
    const [pair] = pairs;
    expect(pair?.words.reasons).toContainEqual({
      speaks: 'for',
      about: 'Neighbours',
      text: 'its neighbours go with de 2 and de 3, and nothing stands between these.',
    });
    const [rival] = pair?.words.alternatives ?? [];
    expect(rival?.lost.length).toBeGreaterThan(0);
  });

  test('two questions are a reason', async () => {
    expect(await reasonsOf(5)).toContain('for Marks: both end in a question.');
  });
});

test('beside a text far longer than the other one, only what was compared is embedded', async () => {
  const embedder = await loadEmbedder();
  try {
    const long = Array.from({ length: 20_000 }, (_, at) => `Line ${at} of the long register.`);
    long.splice(15_000, 0, ...english);
    const table = await alignSources(
      [
        { name: 'a.txt', text: long.join('\n') },
        { name: 'b.txt', text: german.join('\n') },
      ],
      { embedder, segmented: true, languages: ['en', 'de'], checks: false },
    );
    let embedded = 0;
    const counting: Embedder = {
      ...embedder,
      embed: (texts, options) => {
        embedded += texts.length;
        return embedder.embed(texts, options);
      },
    };
    const mill = table.rows.findIndex(({ cells }) => cells[0]?.includes(15_001));
    const { pairs } = await explainRow(table, mill + 1, counting);
    expect(embedded).toBeLessThan(5000);
    const [pair] = pairs;
    const texts = pair?.explanation.a.map((at) => pair.streams[0].sentences[at]?.text);
    expect(texts).toEqual([english[1]]);
    expect(pair?.words.reasons.map(({ text }) => text)).toContain('both have 1812.');
  } finally {
    await embedder.close();
  }
});

test('numbers in a row are shown as a range', () => {
  expect(showNumbers([3, 5, 6, 7, 9, 10])).toBe('3, 5-7, 9-10');
});
