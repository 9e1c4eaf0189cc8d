/** The review's sentences as the stages before it know them. */
import type { Sentence, Source, Stream } from '../domain.js';
import { sentenceMarkup, sentenceNumbers, sentencesOfSource } from './lookup.js';
import type { Review, ReviewSentence } from './model.js';

/** The parts of a review that determine sentences and their places. */
export type ReviewTexts = Pick<Review, 'sources' | 'streams' | 'sentences'>;

/** Sources and streams, and the position of each sentence in its stream. */
export interface Parts {
  readonly sources: readonly Source[];
  readonly streams: readonly Stream[];
  /** Sentence id -> position in its stream. */
  readonly positions: Int32Array;
  /** Stream -> position -> sentence id. */
  readonly ids: readonly (readonly number[])[];
}

const known = new WeakMap<
  ReviewTexts['sentences'],
  { readonly of: ReviewTexts; readonly parts: Parts }
>();

/** The parts of a review; cached until a sentence is split again or a language corrected. O(n log n). */
export function partsOf(review: ReviewTexts): Parts {
  const before = known.get(review.sentences);
  if (before?.of.sources === review.sources) return before.parts;
  const parts = makeParts(review);
  known.set(review.sentences, { of: review, parts });
  return parts;
}

/** A sentence as the stages before the review know it. */
export function toSentence(review: ReviewTexts, own: ReviewSentence): Sentence {
  const markup = sentenceMarkup(review, own);
  return {
    number: sentenceNumbers(review)[own.id] ?? 0,
    paragraph: own.paragraph,
    start: own.start,
    end: own.end,
    language: own.language,
    text: (review.sources[own.source]?.text ?? '').slice(own.start, own.end),
    noise: own.noise,
    ...(markup && { markup }),
  };
}

function makeParts(review: ReviewTexts): Parts {
  const sentences = review.sources.map((_, source) => sentencesOfSource(review, source));
  const sources = review.sources.map((source, index) => ({
    ...source,
    sentences: (sentences[index] ?? []).map((sentence) => toSentence(review, sentence)),
  }));
  const positions = new Int32Array(review.sentences.length);
  const ids: number[][] = [];
  const streams = review.streams.map((stream, index): Stream => {
    const made = sources[stream.source]?.sentences ?? [];
    const own: Sentence[] = [];
    const ownIds: number[] = [];
    for (const [place, { id, stream: its }] of (sentences[stream.source] ?? []).entries()) {
      const sentence = made[place];
      if (its !== index || sentence === undefined) continue;
      positions[id] = own.length;
      own.push(sentence);
      ownIds.push(id);
    }
    ids.push(ownIds);
    return { ...stream, sentences: own };
  });
  return { sources, streams, positions, ids };
}
