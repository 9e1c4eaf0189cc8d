import { describe, expect, test } from 'vitest';
import { describeDiagnostic, type Diagnostic } from '../../src/diagnostics.js';
import type { Embedder, Embedding } from '../../src/domain.js';
import { alignSources } from '../../src/pipeline/align-sources.js';
import type { DocumentFormat } from '../../src/read/formats.js';
import { seededRandom } from '../seeded-random.js';

const dimension = 64;

/** A vector a word, by a hash of it: texts are alike as far as they share words. */
function embedWords(texts: readonly (readonly string[])[]): Embedding['vectors'] {
  const units = new Float32Array(texts.length * dimension);
  const norms = new Float32Array(texts.length);
  texts.forEach((words, row) => {
    const unit = units.subarray(row * dimension, (row + 1) * dimension);
    for (const word of words) {
      let hash = 2166136261;
      for (const character of word)
        hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619);
      for (let index = 0; index < dimension; index++)
        unit[index] = (unit[index] ?? 0) + ((Math.imul(hash, 2 * index + 1) >>> 9) & 1 ? 1 : -1);
    }
    const norm = Math.hypot(...unit);
    norms[row] = norm;
    if (norm > 0)
      for (let index = 0; index < dimension; index++) unit[index] = (unit[index] ?? 0) / norm;
  });
  return { count: texts.length, dimension, units, norms };
}

const wordsOf = (text: string) => text.toLowerCase().match(/\p{L}+/gu) ?? [];

const embedder: Embedder = {
  id: 'words',
  dimension,
  languages: new Set(['en']),
  embed(texts) {
    const words = texts.map(wordsOf);
    const distinct = [...new Set(words.flat())];
    const numbers = new Map(distinct.map((word, index) => [word, index]));
    const offsets = new Int32Array(texts.length + 1);
    words.forEach((list, index) => (offsets[index + 1] = (offsets[index] ?? 0) + list.length));
    const ids = Int32Array.from(words.flat(), (word) => numbers.get(word) ?? 0);
    const pieces = {
      ids,
      offsets,
      texts: distinct,
      vectors: embedWords(distinct.map((word) => [word])),
    };
    return Promise.resolve({ vectors: embedWords(words), pieces });
  },
  close: () => Promise.resolve(),
};

const lines = [
  'The old harbour was quiet in the morning.',
  'Fishermen repaired their nets beside the boats.',
  'A storm had been announced for the evening.',
  'Nobody believed the forecast this time.',
  'The lighthouse keeper climbed the narrow stairs.',
];
const text = (name: string, content: readonly string[]) => ({ name, text: content.join('\n') });

describe('alignSources', () => {
  test('pairs equal sentences and holds every sentence once', async () => {
    const table = await alignSources([text('a', lines), text('b', lines)], { embedder });
    expect(table.alignments).toHaveLength(1);
    expect(table.rows.map(({ cells }) => cells)).toEqual(
      lines.map((_, index) => [[index], [index]]),
    );
    expect(table.rows.every(({ status }) => status === 'unreviewed')).toBe(true);
  });

  test('aligns every pair of streams, and rows follow the pivot', async () => {
    const sources = [text('a', lines), text('b', lines.toReversed()), text('c', lines)];
    const table = await alignSources(sources, { embedder, pivot: 1 });
    expect(table.alignments.map(({ a, b }) => [a, b])).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
    const order = table.rows.flatMap(({ cells }) => cells[1] ?? []);
    expect(order).toEqual(order.toSorted((x, y) => x - y));
  });

  test('takes anchors by sentence numbers of sources, in either order', async () => {
    const sources = [text('a', lines), text('b', lines)];
    for (const anchors of [
      [{ a: 0, b: 1, links: [{ a: [2], b: [3] }] }],
      [{ a: 1, b: 0, links: [{ a: [3], b: [2] }] }],
    ]) {
      const table = await alignSources(sources, { embedder, anchors });
      const anchored = table.rows.filter(({ method }) => method === 'anchor');
      expect(anchored.map(({ cells }) => cells)).toEqual([[[1], [2]]]);
    }
  });

  test('refuses an anchor that names a sentence no source has', async () => {
    const sources = [text('a', lines), text('b', lines)];
    for (const link of [
      { a: [1], b: [lines.length + 1] },
      { a: [1, 99], b: [1] },
    ]) {
      const anchors = [{ a: 0, b: 1, links: [link] }];
      await expect(alignSources(sources, { embedder, anchors })).rejects.toThrow(
        /^an anchor names sentence \d+ of [ab], which has \d+$/,
      );
    }
  });

  test('takes bytes as well as text', async () => {
    const bytes = new TextEncoder().encode(lines.join('\n'));
    const table = await alignSources([{ name: 'a', bytes }, text('b', lines)], { embedder });
    expect(table.rows).toHaveLength(lines.length);
  });

  test('says what is doubtful, as data', async () => {
    const heard: Diagnostic[] = [];
    const spanish = [
      'El puerto viejo estaba tranquilo por la mañana y nadie hablaba.',
      'Los pescadores reparaban sus redes junto a los barcos de madera.',
      'Se había anunciado una tormenta para la noche del domingo.',
    ];
    await alignSources([text('a', lines), text('b', spanish)], {
      embedder,
      onDiagnostic: (diagnostic) => heard.push(diagnostic),
    });
    expect(heard).toEqual([
      { code: 'language-unknown-to-model', source: 'b', language: 'es', model: 'words' },
    ]);
    expect(heard.map(describeDiagnostic)[0]).toMatch(
      /^b: the model "words" was not trained on "es"/,
    );
  });

  test('says once that the bundled model knows a language poorly', async () => {
    const heard: Diagnostic[] = [];
    const bundled = { ...embedder, id: 'paralign-small@0', languages: new Set(['en', 'gu']) };
    await alignSources([text('a', lines), text('b', lines), text('c', lines)], {
      embedder: bundled,
      languages: ['en', 'gu', 'gu'],
      onDiagnostic: (diagnostic) => heard.push(diagnostic),
    });
    expect(heard).toEqual([
      { code: 'language-weak-in-model', source: 'b', language: 'gu', model: 'paralign-small@0' },
    ]);
  });

  test('stops when it is told to', async () => {
    const signal = AbortSignal.abort('enough');
    const running = alignSources([text('a', lines), text('b', lines)], { embedder, signal });
    await expect(running).rejects.toBe('enough');
  });

  test('reports progress over all streams', async () => {
    const stages = new Set<string>();
    await alignSources([text('a', lines), text('b', lines)], {
      embedder,
      onProgress: (stage, done, total) => {
        stages.add(stage);
        expect(done).toBeLessThanOrEqual(total);
      },
    });
    expect(stages).toContain('aligning');
  });
});

/** A made-up translation memory: `en|es` lines behind `%memory`; every field is a sentence. */
const memory: DocumentFormat = {
  name: 'memory',
  endings: [],
  sniff: (head) => new TextDecoder().decode(head.subarray(0, 7)) === '%memory',
  load: () =>
    Promise.resolve({
      takes: 'bytes',
      textIs: 'extracted',
      read(_name, bytes) {
        const units = new TextDecoder()
          .decode(bytes)
          .split('\n')
          .slice(1)
          .map((line) => line.split('|'));
        const texts = ['one', 'two'].map((part, side) => {
          let text = '';
          const blocks = units.map((fields, index) => {
            const start = text.length;
            text += fields[side] ?? '';
            const locator = { kind: 'unit', id: `u${index + 1}` } as const;
            const block = {
              start,
              end: text.length,
              heading: 0,
              locator,
              segmented: true,
            } as const;
            text += '\n';
            return block;
          });
          return { part, language: 'en', text, blocks };
        });
        const links = units.map((_, index) => ({ a: [index + 1], b: [index + 1] }));
        return { texts, links: [{ a: 0, b: 1, links }] };
      },
    }),
};

describe('a file that holds several sources and links between them', () => {
  /** Nothing but the file says that these belong together. */
  const units = lines.map((line, index) => [line, lines[(index + 2) % lines.length]].join('|'));
  const bytes = new TextEncoder().encode(['%memory', ...units].join('\n'));
  const inputs = [{ name: 'm.x', operand: 'dir/m.x', bytes }];
  const formats = [memory];

  test('is aligned by its own links', async () => {
    const table = await alignSources(inputs, { embedder, formats });
    expect(table.sources.map(({ name }) => name)).toEqual(['m.x:one', 'm.x:two']);
    expect(table.rows.map(({ cells, method }) => [cells, method])).toEqual(
      lines.map((_, index) => [[[index], [index]], 'anchor']),
    );
  });

  test('is aligned otherwise where people know better', async () => {
    const anchors = [{ a: 1, b: 0, links: [{ a: [1], b: [3] }] }];
    const table = await alignSources(inputs, { embedder, formats, anchors });
    const known = table.rows.filter(({ method }) => method === 'anchor');
    expect(known.map(({ cells }) => cells)).toEqual([
      [[1], [1]],
      [[2], [0]],
      [[3], [3]],
      [[4], [4]],
    ]);
  });

  test('beside another one leaves the links where they are', async () => {
    const table = await alignSources([text('a', lines), ...inputs], { embedder, formats });
    const linked = table.alignments.find(({ a, b }) => a === 1 && b === 2);
    expect(linked?.beads.every(({ method }) => method === 'anchor')).toBe(true);
    const free = table.alignments.filter((alignment) => alignment !== linked);
    expect(free.flatMap(({ beads }) => beads).some(({ method }) => method === 'anchor')).toBe(
      false,
    );
  });

  test.each(['m.x:two', 'dir/m.x:two', 'b', '2'])('has sources that go by %s', async (source) => {
    const table = await alignSources(inputs, {
      embedder,
      formats,
      languages: { bySource: [{ source, language: 'fr' }], inOrder: [], where: '--lang' },
      pivot: { source, where: '--pivot' },
    });
    expect(table.streams.map(({ language }) => language)).toEqual(['en', 'fr']);
  });

  test('is counted by its sources, not as one', async () => {
    const languages = { bySource: [], inOrder: ['en'], where: '--lang' };
    await expect(alignSources(inputs, { embedder, formats, languages })).rejects.toThrow(
      '--lang en: 1 languages for 2 sources',
    );
    const pivot = { source: 'm.x', where: '--pivot' };
    await expect(alignSources(inputs, { embedder, formats, pivot })).rejects.toThrow(
      '--pivot: no source "m.x"',
    );
    const lines = [{ line: 3, sides: [0, 2].map((source) => ({ source, sentences: [1] })) }];
    const anchors = { name: 'known.txt', lines };
    await expect(alignSources(inputs, { embedder, formats, anchors })).rejects.toThrow(
      'known.txt:3: there is no source "c"',
    );
  });
});

describe('a text of many thousand sentences beside a short one', () => {
  const random = seededRandom(3);
  const syllables = ['ba', 'de', 'fi', 'go', 'lu', 'ma', 'ne', 'pi', 'ro', 'su', 'ta', 've'];
  const word = () =>
    Array.from({ length: 3 }, () => syllables[Math.floor(random() * syllables.length)]).join('');
  const sentence = () => `${Array.from({ length: 8 }, word).join(' ')}.`;
  const long = Array.from({ length: 20_500 }, sentence);
  const short = long.slice(15_000, 15_030);
  const embedded: number[] = [];
  const counting: Embedder = {
    ...embedder,
    embed: (texts, options) => {
      embedded.push(texts.length);
      return embedder.embed(texts, options);
    },
  };
  const inputs = [
    { name: 'long', text: long.join('\n') },
    { name: 'short', text: short.join('\n') },
  ];

  test.each(['auto', 'parallel'] as const)('is found in it, in %s mode', async (mode) => {
    embedded.length = 0;
    const { streams, rows } = await alignSources(inputs, {
      embedder: counting,
      segmented: true,
      mode,
      checks: false,
    });
    const pairs = rows.flatMap(({ cells: [a = [], b = []] }) => b.map((j) => [a, j] as const));
    const right = pairs.filter(([a, j]) => a.includes(15_000 + j));
    expect(right.length).toBeGreaterThan(27);
    const seen = rows.flatMap(({ cells }) => cells[0] ?? []);
    expect(seen.length).toBe(streams[0]?.sentences.length);
    expect(new Set(seen).size).toBe(20_500);
    // Never all at once.
    expect(Math.max(...embedded)).toBeLessThan(10_000);
  });

  test('keeps links that are known', async () => {
    const { rows } = await alignSources(inputs, {
      embedder,
      segmented: true,
      checks: false,
      mode: 'parallel',
      anchors: [{ a: 0, b: 1, links: [{ a: [3], b: [5] }] }],
    });
    const anchored = rows.filter(({ method }) => method === 'anchor');
    expect(anchored.map(({ cells }) => cells)).toEqual([[[2], [4]]]);
  });
});
