/** Correcting the language of a paragraph: its sentences are split anew and aligned anew, no others. */
import type { Span } from '../../domain.js';
import { markupWithin, splitPlain } from '../../text/markup.js';
import { applyChange } from '../change.js';
import { sentencesOfSource } from '../lookup.js';
import { refuse, type Change, type Draft, type Review, type ReviewSentence } from '../model.js';
import { entry, replaceRows, type OperationContext } from './rebuild.js';
import { alignSentences, toRows, type RegionAligner } from './realign.js';

/** Splits a paragraph's text; spans relative to it. */
export type Splitter = (text: string, language: string) => readonly Span[];

/**
 * The step that gives a paragraph another language. Its sentences go to the source's column of
 * that language if there is one, else they stay where they are. Rows of other sentences, and the
 * partners that the paragraph's sentences leave behind, are not touched beyond that.
 */
export async function relabelParagraph(
  review: Review,
  source: number,
  number: number,
  language: string,
  tools: {
    readonly split: Splitter;
    readonly align: RegionAligner;
    /** Sentences are as they came: only the language changes. */
    readonly segmented: boolean;
    readonly operation: OperationContext;
  },
): Promise<Draft> {
  const paragraph = review.sources[source]?.paragraphs.find((own) => own.number === number);
  if (paragraph === undefined) return refuse('there is no such paragraph');
  if (paragraph.language === language) return refuse(`the paragraph is already ${language}`);
  const old = sentencesOfSource(review, source).filter(
    (own) => own.paragraph === number && own.noise === null,
  );
  const segmented = tools.segmented || paragraph.segmented === true;
  const inserted = newSentences(review, source, old, language, { ...tools, segmented });
  const changes: Change[] = [
    { type: 'paragraph', source, number, before: paragraph.language, after: language },
    { type: 'sentences', removed: old, inserted },
  ];
  const gone = new Set(old.map((own) => own.id));
  const affected = review.rows.filter((row) =>
    row.cells.some((cell) => cell.some((id) => gone.has(id))),
  );
  const first = review.rows.findIndex((row) => affected.includes(row));
  const last = review.rows.findLastIndex((row) => affected.includes(row));
  if (first < 0) return refuse('no sentence of this paragraph is aligned');
  const next = changes.reduce(applyChange, review);
  const part = [
    next.streams.map((_, stream) =>
      inserted.filter((own) => own.stream === stream).map((own) => own.id),
    ),
    ...affected.map((row) => row.cells.map((cell) => cell.filter((id) => !gone.has(id)))),
  ];
  const window = 150;
  const anchors = [
    ...review.rows.slice(Math.max(0, first - window), first),
    ...review.rows.slice(first, last + 1).filter((row) => !affected.includes(row)),
    ...review.rows.slice(last + 1, last + 1 + window),
  ].map((row) => row.cells);
  const found = await alignSentences(next, part, anchors, tools.align);
  const rows = toRows(next, affected, found, tools.operation);
  // The new rows stand where the first of the old ones stood; rows in between keep their order.
  const between = review.rows.slice(first, last + 1).filter((row) => !affected.includes(row));
  // `applyChange` checks only which rows go, so the step can be drafted on the next sentences.
  const change = replaceRows({ ...next, rows: review.rows }, first, last + 1 - first, [
    ...rows,
    ...between,
  ]);
  const name = review.sources[source]?.name ?? '';
  const label = `paragraph ${number} of ${name} is now ${language}`;
  return entry(label, affected[0]?.id ?? 0, [...changes, change]);
}

function newSentences(
  review: Review,
  source: number,
  old: readonly ReviewSentence[],
  language: string,
  tools: { readonly split: Splitter; readonly segmented: boolean },
): ReviewSentence[] {
  const own = review.streams.findIndex(
    (stream) => stream.source === source && stream.language === language,
  );
  const before = old.find((sentence) => sentence.stream !== null)?.stream;
  const stream = own >= 0 ? own : (before ?? null);
  let id = review.sentences.length;
  if (tools.segmented) return old.map((sentence) => ({ ...sentence, id: id++, language, stream }));
  // Noise inside a paragraph parts it: what lies between two pieces of it is split by itself.
  return stretches(review, source, old).flatMap(({ start, end }) => {
    const { paragraph: number } = old[0] ?? { paragraph: 0 };
    const text = (review.sources[source]?.text ?? '').slice(start, end);
    const own = review.sources[source]?.paragraphs.find((known) => known.number === number);
    const markup = markupWithin(own?.markup, { start, end });
    const passage = { text, start, ...(markup && { markup }) };
    return splitPlain(passage, (plain) => tools.split(plain, language)).map(
      (span): ReviewSentence => {
        const place = { start: start + span.start, end: start + span.end };
        return { id: id++, source, stream, paragraph: number, ...place, language, noise: null };
      },
    );
  });
}

function stretches(review: Review, source: number, old: readonly ReviewSentence[]): Span[] {
  const all = sentencesOfSource(review, source);
  const mine = new Set(old);
  const spans: { start: number; end: number }[] = [];
  let open = false;
  for (const sentence of all) {
    if (!mine.has(sentence)) open = false;
    else if (open) spans[spans.length - 1]!.end = sentence.end;
    else {
      spans.push({ start: sentence.start, end: sentence.end });
      open = true;
    }
  }
  return spans;
}
