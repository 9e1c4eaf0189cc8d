import { badLink, contentLines, type LinkLine } from './links.js';

/** A line of a ladder: two numbers and a score. */
const rungLine = /^(\d+)[\t ]+(\d+)[\t ]+(-?[\d.]+(?:e[-+]?\d+)?)$/i;
/** A longer stretch is no link. */
const mostSentences = 1000;

/** Whether a line is one of the ladder that hunalign writes. */
export const isRung = (line: string): boolean => rungLine.test(line);

/**
 * Links of two sources as hunalign writes them: the numbers of sentences, from 0, before which both texts
 * are at the same place. What is between two such lines belongs together. Throws AppError `bad-anchor`
 * with the line.
 */
export function ladderLinks(name: string, text: string): LinkLine[] {
  let [a, b] = [-1, -1];
  let score = 0;
  return contentLines(text).flatMap(({ line, content }) => {
    const [, left, right, own] = rungLine.exec(content) ?? [];
    if (left === undefined || right === undefined)
      throw badLink(
        name,
        line,
        `"${content.slice(0, 60)}" is not a line of a ladder, such as 12 14 0.5`,
      );
    const [nextA, nextB] = [Number(left), Number(right)];
    // Whatever is before the first line is left to the aligner.
    if (a < 0) [a, b, score] = [nextA, nextB, 0];
    if (nextA < a || nextB < b) throw badLink(name, line, 'the ladder goes back');
    if (nextA - a > mostSentences || nextB - b > mostSentences)
      throw badLink(name, line, `more than ${mostSentences} sentences since the line before`);
    const sides = [
      { source: 0, sentences: between(a, nextA) },
      { source: 1, sentences: between(b, nextB) },
    ];
    // The score of a stretch stands where it begins.
    const known = score;
    score = Number(own);
    [a, b] = [nextA, nextB];
    if (sides.some(({ sentences }) => sentences.length === 0)) return [];
    return [{ line, sides, ...(Number.isFinite(known) && { score: known }) }];
  });
}

/** Numbers from 1 of the sentences from one place to another. */
function between(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, step) => from + step + 1);
}
