import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alignStreams } from '../../../src/align/align-streams.js';
import { pickSentences } from '../../../src/align/input/pick-sentences.js';
import { explainOverlap } from '../../../src/align/mode/decide-mode.js';
import type { Bead, Embedder } from '../../../src/domain.js';
import { loadEmbedder } from '../../../src/embed/embedder.js';
import { embeddedStream } from '../embedded-stream.js';
import { makeUpPair } from '../made-up-texts.js';
import { seededRandom } from '../../seeded-random.js';

let embedder: Embedder;
beforeAll(async () => (embedder = await loadEmbedder()));
afterAll(() => embedder.close());

const english = [
  'The village lies on the shore of a small lake.',
  'In winter the lake freezes, and the children skate on it.',
  'My grandfather was born there in 1921.',
  'His father had a mill and two horses.',
  'One night the mill burned down.',
  'Nobody ever found out how the fire began.',
  'The family lost everything and moved to the city.',
  'There my grandfather learned to repair clocks.',
  'He opened a shop near the railway station.',
  'On Sundays he told us stories about the lake.',
  'He never went back to the village.',
  'When he was ninety, he drew a map of it from memory.',
  'Every house was in the right place.',
  'The map still hangs in our kitchen.',
];
const german = [
  'Das Dorf liegt am Ufer eines kleinen Sees.',
  'Im Winter friert der See zu, und die Kinder laufen darauf Schlittschuh.',
  'Mein Großvater wurde dort 1921 geboren.',
  'Sein Vater hatte eine Mühle und zwei Pferde.',
  'Eines Nachts brannte die Mühle ab.',
  'Niemand fand je heraus, wie das Feuer entstanden war.',
  'Die Familie verlor alles und zog in die Stadt.',
  'Dort lernte mein Großvater, Uhren zu reparieren.',
  'Er eröffnete einen Laden in der Nähe des Bahnhofs.',
  'Sonntags erzählte er uns Geschichten vom See.',
  'Er kehrte nie in das Dorf zurück.',
  'Als er neunzig war, zeichnete er aus dem Gedächtnis eine Karte davon.',
  'Jedes Haus stand an der richtigen Stelle.',
  'Die Karte hängt noch immer in unserer Küche.',
];

const input = (source: number, language: string, texts: string[]) =>
  embeddedStream(embedder, source, language, texts);

describe('auto', () => {
  test('takes a translation for parallel and says why', async () => {
    const [a, b] = [await input(0, 'en', english), await input(1, 'de', german)];
    const { mode, reason, beads } = alignStreams(a, b, { mode: 'auto' });
    expect(mode).toBe('parallel');
    expect(reason).toMatch(/^The texts run in parallel: .*\.$/);
    const right = beads.filter((bead) => bead.a.join() === bead.b.join());
    expect(right.length).toBeGreaterThanOrEqual(english.length - 1);
  });

  test('takes a text beside its copy, or an edition that lacks some sentences, for parallel', async () => {
    const a = await input(0, 'en', english);
    const copy = await input(1, 'en', english);
    const shorter = await input(
      1,
      'en',
      english.filter((_, at) => at !== 6),
    );
    for (const b of [copy, shorter])
      expect(alignStreams(a, b, { mode: 'auto' }).mode).toBe('parallel');
    const beads = alignStreams(a, copy, { mode: 'auto' }).beads;
    expect(beads.map((bead) => bead.a.join() === bead.b.join())).not.toContain(false);
    for (const { score } of beads) expect(score).toBeLessThanOrEqual(1);
  });

  test('takes the same sentences in another order for comparable', async () => {
    const shuffled = [9, 3, 12, 0, 7, 5, 13, 2, 10, 4].map((at) => german[at]!);
    const [a, b] = [await input(0, 'en', english), await input(1, 'de', shuffled)];
    const { mode, beads } = alignStreams(a, b, { mode: 'auto' });
    expect(mode).toBe('comparable');
    expect(beads.filter((bead) => bead.crossing).length).toBeGreaterThan(2);
  });

  test('does not say outright that texts overlap in part where nearly all has a partner', () => {
    const pairs = (count: number): Bead[] =>
      Array.from({ length: count }, (_, at) => ({
        a: [at],
        b: [at],
        score: 0.5,
        confidence: 0.9,
        method: 'comparable',
        crossing: false,
      }));
    const { a, b } = makeUpPair({ beads: 20, seed: 1 });
    const shorter = Math.min(a.stream.sentences.length, b.stream.sentences.length);
    const same = {
      a: pickSentences(a, [...Array(shorter).keys()]),
      b: pickSentences(b, [...Array(shorter).keys()]),
    };
    expect(explainOverlap(same.a, same.b, pairs(shorter))).toBe(
      'The texts may overlap only in part, although 100% of the sentences have a clear partner, and 100% of these pairs are in the same order.',
    );
    expect(explainOverlap(same.a, same.b, pairs(5))).toMatch(
      /^The texts overlap only in part: \d+%/,
    );
  });

  test('says that a mode was requested', async () => {
    const [a, b] = [await input(0, 'en', english), await input(1, 'de', german)];
    const { mode, reason } = alignStreams(a, b, { mode: 'comparable' });
    expect({ mode, reason }).toEqual({
      mode: 'comparable',
      reason: 'Comparable mode was requested.',
    });
  });

  test.each([30, 100, 500])('a translation that lacks %i sentences stays parallel', (missing) => {
    const beads = 300 + 2 * missing;
    const { a, b } = makeUpPair({ beads, seed: missing, missing: [150, 150 + missing] });
    expect(alignStreams(a, b, { mode: 'auto' }).mode).toBe('parallel');
  });

  test('a long text does not become parallel by its length alone', () => {
    const { a, b } = makeUpPair({ beads: 2000, seed: 5 });
    const random = seededRandom(1);
    const rows = [...b.stream.sentences.keys()];
    const keys = rows.map(() => random());
    const shuffled = pickSentences(
      b,
      rows.sort((x, y) => keys[x]! - keys[y]!),
    );
    expect(alignStreams(a, shuffled, { mode: 'auto' }).mode).toBe('comparable');
  });

  test('neighbours that changed places are linked crosswise', async () => {
    const swapped = german.map((text, k) => german[k === 7 ? 8 : k === 8 ? 7 : k] ?? text);
    const [a, b] = [await input(0, 'en', english), await input(1, 'de', swapped)];
    const { beads } = alignStreams(a, b, { mode: 'parallel' });
    const shown = beads.map((bead) => `${bead.a.join()}:${bead.b.join()} ${bead.crossing}`);
    expect(shown).toContain('6:6 false');
    expect(shown).toEqual(
      expect.arrayContaining([expect.stringMatching(/^7:8 /), expect.stringMatching(/^8:7 /)]),
    );
    expect(beads.filter(({ crossing }) => crossing)).toHaveLength(1);
  });

  test('a text that has nothing to align is no reason to fail', async () => {
    const [a, none] = [await input(0, 'en', english), await input(1, 'de', [])];
    for (const [x, y] of [
      [a, none],
      [none, a],
      [none, none],
    ] as const) {
      const { mode, beads } = alignStreams(x, y, { mode: 'auto' });
      expect(mode).toBe('comparable');
      expect(beads).toHaveLength(x.stream.sentences.length + y.stream.sentences.length);
    }
  });
});
