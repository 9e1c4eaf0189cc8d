import { describe, expect, test } from 'vitest';
import { act } from '../../../src/review/history.js';
import { findViolation } from '../../../src/review/file/invariants.js';
import { sentenceOf } from '../../../src/review/lookup.js';
import { isRefusal, type Draft, type Review } from '../../../src/review/model.js';
import { decide, setNote, toggleFlag } from '../../../src/review/operations/decide.js';
import { mergeRows, swapWithNext } from '../../../src/review/operations/rows.js';
import { editText } from '../../../src/review/operations/texts.js';
import {
  realignAround,
  undecidedAround,
  type RegionAligner,
} from '../../../src/review/operations/realign.js';
import { relabelParagraph } from '../../../src/review/operations/relabel.js';
import { shown, simpleReview } from '../fixture.js';

function perform(review: Review, draft: Draft): Review {
  if (isRefusal(draft)) throw new Error(draft.refused);
  return act(review, { type: 'do', entry: draft });
}

/** Links sentences with the same number in their text; what was fixed comes out as it went in. */
const byNumber: RegionAligner = async ({ review, sentences, anchors }) => {
  const fixed = new Set(anchors.flat(2));
  const numbers = new Map<string, number[][]>();
  sentences.forEach((ids, stream) => {
    for (const id of ids) {
      if (fixed.has(id)) continue;
      const { source, start, end } = sentenceOf(review, id);
      const number =
        /\d+/.exec(review.sources[source]?.text.slice(start, end) ?? '')?.[0] ?? `?${id}`;
      const cells = numbers.get(number) ?? sentences.map(() => []);
      cells[stream]?.push(id);
      numbers.set(number, cells);
    }
  });
  const found = [...numbers.values(), ...anchors];
  return found.map((cells) => ({
    cells,
    score: 0.5,
    confidence: 0.7,
    method: 'parallel' as const,
    crossing: false,
  }));
};

describe('realigning', () => {
  test('takes the rows between the decided ones, and no other', () => {
    let review = simpleReview(10);
    for (const id of [2, 7]) review = perform(review, decide(review, id, 'accepted'));
    expect(undecidedAround(review, 4)).toEqual([3, 6]);
    expect(undecidedAround(review, 0)).toEqual([0, 1]);
    expect(undecidedAround(review, 2)).toBeNull();
  });

  test('puts right what is not decided, leaves what is, keeps notes, flags and edits', async () => {
    let review = simpleReview(8);
    review = perform(review, decide(review, 1, 'accepted'));
    review = perform(review, mergeRows(review, 3, 'next'));
    review = perform(review, decide(review, 3, 'unreviewed'));
    review = perform(review, setNote(review, 3, 'odd'));
    review = perform(review, toggleFlag(review, 3));
    const before = review;
    const draft = await realignAround(review, 5, byNumber, {});
    review = perform(review, draft);
    expect(shown(review)).toEqual(shown(simpleReview(8)));
    expect(findViolation(review)).toBeNull();
    expect(review.rows[1]).toBe(before.rows[1]);
    // What came out as it was is the same row still.
    expect(review.rows[2]).toBe(before.rows[2]);
    expect(review.rows[3]).toMatchObject({
      note: 'odd',
      flagged: true,
      status: 'unreviewed',
      confidence: 0.7,
    });
    expect(act(review, { type: 'undo' }).rows).toEqual(before.rows);
    // Undo leads back to where the person stood.
    expect(review.history.entries.at(-1)?.from).toBe(5);
  });

  test('measures what a person put together, where the aligner finds the same', async () => {
    let review = simpleReview(4);
    review = perform(review, swapWithNext(review, 1, 1));
    review = perform(review, swapWithNext(review, 1, 1));
    review = perform(review, setNote(review, 1, 'odd'));
    expect(review.rows[1]).toMatchObject({ method: 'manual', confidence: 0 });
    for (const id of [1, 2]) review = perform(review, decide(review, id, 'unreviewed'));
    review = perform(review, await realignAround(review, 0, byNumber, {}));
    expect(review.rows[1]).toMatchObject({
      id: 1,
      method: 'parallel',
      confidence: 0.7,
      note: 'odd',
    });
    expect(isRefusal(await realignAround(review, 0, byNumber, {}))).toBe(true);
  });

  test('is refused where nothing would change, and on a decided row', async () => {
    let review = simpleReview(4);
    expect(await realignAround(review, 1, byNumber, {})).toEqual({
      refused: 'nothing would change between 1 and 4',
    });
    review = perform(review, editText(review, 1, 0, 'new'));
    expect(isRefusal(await realignAround(review, 1, byNumber, {}))).toBe(true);
  });
});

describe('correcting the language of a paragraph', () => {
  /** At semicolons in "xx", at full stops elsewhere. */
  const split = (text: string, language: string) => {
    const spans: { start: number; end: number }[] = [];
    const mark = language === 'xx' ? / (?=fr sentence [13579])/g : /(?<=\.) /g;
    let start = 0;
    for (const match of text.matchAll(mark)) {
      spans.push({ start, end: match.index });
      start = match.index + 1;
    }
    return [...spans, { start, end: text.length }];
  };
  const tools = { split, align: byNumber, segmented: false, operation: {} };

  test('splits and aligns it anew, and undo brings back what was', async () => {
    const review = simpleReview(6);
    const draft = await relabelParagraph(review, 1, 1, 'xx', tools);
    const next = perform(review, draft);
    expect(findViolation(next)).toBeNull();
    expect(next.sources[1]?.paragraphs[0]?.language).toBe('xx');
    expect(shown(next)).toEqual([
      'en sentence 1. | fr sentence 1. fr sentence 2.',
      'en sentence 2. | ',
      'en sentence 3. | fr sentence 3. fr sentence 4.',
      'en sentence 4. | ',
      'en sentence 5. | fr sentence 5. fr sentence 6.',
      'en sentence 6. | ',
    ]);
    const back = act(next, { type: 'undo' });
    expect(back.rows).toEqual(review.rows);
    expect(back.sources).toEqual(review.sources);
    expect(back.sentences.filter((own) => own !== undefined)).toEqual(review.sentences);
  });

  test('splits by what is read, not by markup', async () => {
    const plain = simpleReview(4);
    // A mark around the first blank of the text is no place to split at.
    const at = (plain.sources[1]?.text ?? '').indexOf('fr sentence 3');
    const sources = plain.sources.map((source) => ({
      ...source,
      paragraphs: source.paragraphs.map((own) => ({
        ...own,
        markup: [{ start: at - 1, end: at, opens: true as const }],
      })),
    }));
    const next = perform(
      { ...plain, sources },
      await relabelParagraph({ ...plain, sources }, 1, 1, 'xx', tools),
    );
    expect(findViolation(next)).toBeNull();
    expect(next.sentences.filter((own) => own?.language === 'xx')).toHaveLength(1);
  });

  test('leaves a paragraph whole that its file marks as one sentence', async () => {
    const plain = simpleReview(2);
    const sources = plain.sources.map((source) => ({
      ...source,
      paragraphs: source.paragraphs.map((own) => ({ ...own, segmented: true as const })),
    }));
    const review = { ...plain, sources };
    const next = perform(review, await relabelParagraph(review, 1, 1, 'xx', tools));
    const spans = (of: Review) =>
      of.sentences.flatMap((own) => (own?.source === 1 ? [[own.start, own.end]] : []));
    expect(spans(next)).toEqual(spans(review));
    expect(next.sentences.every((own) => own?.source !== 1 || own.language === 'xx')).toBe(true);
  });

  test('is refused for the language it has', async () => {
    expect(isRefusal(await relabelParagraph(simpleReview(2), 0, 1, 'en', tools))).toBe(true);
  });
});
