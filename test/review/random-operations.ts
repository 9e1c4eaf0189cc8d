/** Everything that a person can do to a review, at random: for tests that do much of it. */
import type { Draft, Review } from '../../src/review/model.js';
import {
  decide,
  decideAll,
  setNote,
  toggleDoubt,
  toggleFlag,
} from '../../src/review/operations/decide.js';
import {
  linkRows,
  mergeRows,
  moveSentence,
  splitRow,
  swapWithNext,
  unlink,
} from '../../src/review/operations/rows.js';
import { markAsNoise, restoreNoise } from '../../src/review/operations/noise.js';
import { noiseRows } from '../../src/review/noise.js';
import { editText, replaceText, splitSentence } from '../../src/review/operations/texts.js';
import { realignAround, type RegionAligner } from '../../src/review/operations/realign.js';
import { relabelParagraph, type Splitter } from '../../src/review/operations/relabel.js';
import { simpleReview } from './fixture.js';

/** A review with paragraphs of four sentences, and an empty column for what of the second source is in "xx". */
export function startingReview(columns: number): Review {
  const review = simpleReview(24, ['en', 'fr', 'ja', 'he'].slice(0, columns));
  const sentences = review.sentences.map(
    (own) => own && { ...own, paragraph: 1 + Math.floor((own.id % 24) / 4) },
  );
  const sources = review.sources.map((source, index) => ({
    ...source,
    paragraphs: [1, 2, 3, 4, 5, 6].map((number) => {
      const own = sentences.filter((x) => x?.source === index && x.paragraph === number);
      const [first, last] = [own[0], own.at(-1)];
      const [paragraph] = source.paragraphs;
      if (first == null || last == null || paragraph === undefined) throw new Error('no paragraph');
      return { ...paragraph, number, start: first.start, end: last.end };
    }),
  }));
  return {
    ...review,
    sources,
    sentences,
    streams: [...review.streams, { source: 1, language: 'xx' }],
    rows: review.rows.map((row) => ({ ...row, cells: [...row.cells, []] })),
  };
}

/** What a review says, without the counters that only ever grow. */
export function content(review: Review): unknown {
  const { sequence: _sequence, nextRow: _nextRow, history: _history, sentences, ...rest } = review;
  return { ...rest, sentences: sentences.filter((sentence) => sentence !== undefined) };
}

/** All that the sentences of a source say, in the order of the text, without blanks. */
export function saidBy(review: Review, source: number): string {
  return review.sentences
    .filter((own) => own?.source === source)
    .sort((a, b) => (a?.start ?? 0) - (b?.start ?? 0))
    .map((own) => review.sources[source]?.text.slice(own?.start, own?.end))
    .join('')
    .replace(/\s/g, '');
}

/** Groups the sentences of every column anyhow, in order; what is fixed comes out as it went in. */
const anyhow =
  (random: () => number): RegionAligner =>
  async ({ sentences, anchors }) => {
    const fixed = new Set(anchors.flat(2));
    const left = sentences.map((ids) => ids.filter((id) => !fixed.has(id)));
    const found = [...anchors];
    while (left.some((ids) => ids.length > 0)) {
      const cells = left.map((ids) => ids.splice(0, Math.floor(random() * 3)));
      if (cells.some((cell) => cell.length > 0)) found.push(cells);
    }
    const method = 'parallel' as const;
    return found.map((cells) => ({ cells, score: 0.5, confidence: 0.7, method, crossing: false }));
  };

/** Cuts at some blanks. */
const somewhere =
  (random: () => number): Splitter =>
  (text) => {
    const spans: { start: number; end: number }[] = [];
    let start = 0;
    for (const { index } of text.matchAll(/ /g)) {
      if (random() < 0.8) continue;
      spans.push({ start, end: index });
      start = index + 1;
    }
    return [...spans, { start, end: text.length }];
  };

/** One random operation, possible or not. */
export async function randomDraft(review: Review, random: () => number): Promise<Draft> {
  const pick = (count: number) => Math.floor(random() * count);
  const row = review.rows[pick(review.rows.length)]!;
  const other = review.rows[pick(review.rows.length)]!;
  const stream = pick(review.streams.length);
  const cell = row.cells[stream] ?? [];
  const sentence = review.sentences[cell[pick(cell.length)] ?? -1];
  const direction = random() < 0.5 ? 'next' : 'previous';
  switch (pick(20)) {
    case 0:
      return mergeRows(review, row.id, direction);
    case 1:
    case 2:
      return splitRow(
        review,
        row.id,
        row.cells.map((own) => pick(own.length + 1)),
      );
    case 3:
    case 4:
      return moveSentence(review, row.id, stream, direction);
    case 5:
      return unlink(review, row.id, stream);
    case 6:
      return linkRows(review, [row.id, other.id]);
    case 7:
      return swapWithNext(review, row.id, stream);
    case 8: {
      const offset = (sentence?.start ?? 0) + pick(12);
      return splitSentence(review, row.id, stream, sentence?.id ?? -1, offset);
    }
    case 9:
      return editText(review, row.id, stream, `edited ${pick(5)}`);
    case 10:
      return toggleDoubt(review, row.id);
    case 11:
      return setNote(review, row.id, `note ${pick(3)}`);
    case 12:
      return decideAll(review, [row.id, other.id], 'accepted', row.id, 'at random');
    case 13:
      return replaceText(
        review,
        [row.id, other.id],
        random() < 0.5 ? 'sentence' : 'edited',
        `${pick(3)}`,
        random() < 0.5 ? stream : null,
        row.id,
      );
    case 14:
      return realignAround(review, row.id, anyhow(random), {});
    case 15: {
      const language = ['en', 'fr', 'xx', 'de'][pick(4)] ?? 'en';
      const tools = {
        split: somewhere(random),
        align: anyhow(random),
        segmented: random() < 0.2,
        operation: {},
      };
      const source = pick(review.sources.length);
      return relabelParagraph(review, source, 1 + pick(6), language, tools);
    }
    case 16:
      return markAsNoise(review, row.id, stream);
    case 17:
    case 18: {
      const noise = noiseRows(review);
      return restoreNoise(review, noise[pick(noise.length)]?.cells.flat() ?? []);
    }
    case 19:
      return toggleFlag(review, row.id);
    default:
      return decide(review, row.id, random() < 0.5 ? 'accepted' : 'rejected');
  }
}
