import type { Sentence, Source, Stream } from '../domain.js';
import { AppError } from '../errors.js';
import { patternProblem } from '../text/patterns/is-pattern.js';
import { Matcher, TooMuchWork, type Work } from '../text/patterns/matcher.js';
import { parsePattern } from '../text/patterns/parse-pattern.js';

/** Instructions that searching one run's sentences may take: some seconds. */
const mostWork = 2_000_000_000;

/** Tells whether a sentence begins a chapter. */
export type ChapterMark = (text: string) => boolean;

/**
 * An expression (in the syntax of SRX rules) as a test of sentences: whether it is found anywhere in one.
 *
 * @param where what messages call it, such as `--boundary`
 * @throws AppError `usage` if it is none
 */
export function chapterMark(expression: string, where: string): ChapterMark {
  const problem = expression === '' ? 'it is empty' : patternProblem(expression);
  if (problem !== null) {
    throw new AppError('usage', `${where}: not an expression (${problem})`, {
      hint: 'for example "^(Chapter|Kapitel) [0-9]+"',
    });
  }
  const matcher = new Matcher(parsePattern(expression), 'begins');
  const work: Work = { done: 0, limit: mostWork };
  return (text) => {
    const subject = { text };
    try {
      for (let at = 0; at <= text.length; at++) {
        if (matcher.matches(subject, at, work)) return true;
      }
    } catch (error) {
      if (!(error instanceof TooMuchWork)) throw error;
      throw new AppError('bad-rules', `${where}: the expression takes too long on this text`, {
        hint: 'make it simpler',
      });
    }
    return false;
  };
}

/**
 * A stream whose sentences say where chapters begin: at headings (the first of several in a row) and at sentences
 * that a mark finds. Linear in the sentences.
 */
export function markChapters(stream: Stream, source: Source, isMarked?: ChapterMark): Stream {
  const isHeading = ({ paragraph }: Sentence): boolean =>
    (source.paragraphs[paragraph - 1]?.heading ?? 0) > 0;
  let afterHeading = false;
  let any = false;
  const sentences = stream.sentences.map((sentence): Sentence => {
    const heading = isHeading(sentence);
    const starts = (heading && !afterHeading) || isMarked?.(sentence.text) === true;
    afterHeading = heading;
    if (!starts) return sentence;
    any = true;
    return { ...sentence, startsChapter: true };
  });
  return any ? { ...stream, sentences } : stream;
}
