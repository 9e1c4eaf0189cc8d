/** Where the sentences of a review are in one of the same sources' new texts. */
import { sentencesOfSource } from '../lookup.js';
import type { Review, ReviewSentence } from '../model.js';
import { matchSentences } from './match-sentences.js';

/** What stands where now. */
export interface SentenceMap {
  /** The new review; sentences that a reviewer had cut are cut in it as well. */
  readonly review: Review;
  /** Stream before -> stream now: the same source in the same language. */
  readonly streams: readonly (number | undefined)[];
  /** Sentence id before -> now, where its text is the same. */
  readonly same: ReadonlyMap<number, number>;
  /** Sentence id before -> now, where its text is nearly the same. */
  readonly similar: ReadonlyMap<number, number>;
}

/** Index of the source before -> now: by name, or by place where the name is a new one. */
function sourcesAfter(old: Review, aligned: Review): readonly number[] {
  const names = aligned.sources.map(({ name }) => name);
  const known = new Set(old.sources.map(({ name }) => name));
  return old.sources.map(({ name }, index) => {
    const same = names.indexOf(name);
    if (same >= 0) return same;
    return known.has(names[index] ?? name) ? -1 : index;
  });
}

/** Maps the sentences of a review to those of another one of the same sources, aligned anew. */
export function mapSentences(old: Review, aligned: Review): SentenceMap {
  const same = new Map<number, number>();
  const similar = new Map<number, number>();
  const sources = sourcesAfter(old, aligned);
  const cuts = new Map<number, readonly ReviewSentence[]>();
  const sentences = [...aligned.sentences];
  sources.forEach((now, source) => {
    const before = sentencesOfSource(old, source);
    const after = sentencesOfSource(aligned, now);
    const textOf = (review: Review, { source: own, start, end }: ReviewSentence) =>
      review.sources[own]?.text.slice(start, end) ?? '';
    const match = matchSentences(
      before.map((sentence) => textOf(old, sentence)),
      after.map((sentence) => textOf(aligned, sentence)),
    );
    for (const [pairs, ids] of [
      [match.same, same],
      [match.similar, similar],
    ] as const) {
      for (const [a, b] of pairs) {
        const [from, to] = [before[a], after[b]];
        if (from !== undefined && to !== undefined) ids.set(from.id, to.id);
      }
    }
    for (const [b, parts] of match.joined) {
      const whole = after[b];
      if (whole === undefined) continue;
      const olds = parts.flatMap((a) => before[a] ?? []);
      const pieces = cut(
        aligned.sources[now]?.text ?? '',
        whole,
        olds.map((sentence) => textOf(old, sentence)),
        sentences.length,
      );
      sentences[whole.id] = undefined;
      pieces.forEach((piece, index) => {
        sentences[piece.id] = piece;
        const from = olds[index];
        if (from !== undefined) same.set(from.id, piece.id);
      });
      cuts.set(whole.id, pieces);
    }
  });
  const rows = aligned.rows.map((row) =>
    row.cells.some((cell) => cell.some((id) => cuts.has(id)))
      ? {
          ...row,
          cells: row.cells.map((cell) =>
            cell.flatMap((id) => cuts.get(id)?.map((piece) => piece.id) ?? [id]),
          ),
        }
      : row,
  );
  const streams = old.streams.map(({ source, language }) => {
    const at = aligned.streams.findIndex(
      (stream) => stream.source === sources[source] && stream.language === language,
    );
    return at < 0 ? undefined : at;
  });
  return { review: { ...aligned, sentences, rows }, streams, same, similar };
}

/** Cuts a sentence where texts that it is made of begin and end, blanks left aside. */
function cut(
  text: string,
  whole: ReviewSentence,
  parts: readonly string[],
  firstId: number,
): readonly ReviewSentence[] {
  let at = whole.start;
  const skipBlanks = () => {
    while (at < whole.end && /\s/u.test(text[at] ?? '')) at++;
  };
  return parts.map((part, index) => {
    skipBlanks();
    const start = at;
    for (let left = part.replace(/\s+/gu, '').length; left > 0; left--) {
      skipBlanks();
      at++;
    }
    return { ...whole, id: firstId + index, start, end: at };
  });
}
