import type { Sentence } from '../../domain.js';
import { chaptersInside, chapterStarts } from '../input/chapters.js';
import type { Plane } from '../search/plane.js';

/** Penalty for the end of a paragraph inside a bead. */
const innerBreakCost = 1.5;
/** Penalty for the beginning of a chapter inside a bead: nothing outweighs it. */
const chapterCost = 1000;
/** Bonus if a bead begins a paragraph on both sides, or penalty if it does so on only one. */
const startWeight = 0.8;

/**
 * The evidence of paragraphs. Translators usually keep them, so a bead loses if it crosses the end
 * of a paragraph, or begins one on one side only. The hand-aligned documents have no paragraphs:
 * these two weights are set by hand rather than fitted, low enough for the evidence of the text to
 * overrule them. One-sentence paragraphs (a file with one sentence per line) are no evidence and
 * carry no weight.
 */
export class ParagraphScore {
  readonly #startsA: Uint8Array;
  readonly #startsB: Uint8Array;
  readonly #weightA: number;
  readonly #weightB: number;
  readonly #chaptersA: Uint8Array;
  readonly #chaptersB: Uint8Array;

  constructor({ a, b }: Plane) {
    this.#startsA = paragraphStarts(a.sentences);
    this.#startsB = paragraphStarts(b.sentences);
    this.#weightA = weightOf(this.#startsA);
    this.#weightB = weightOf(this.#startsB);
    this.#chaptersA = chapterStarts(a.sentences);
    this.#chaptersB = chapterStarts(b.sentences);
  }

  /** The term to add to the score of the bead i..i+n-1 / j..j+m-1, both sides not empty. */
  score(i: number, n: number, j: number, m: number): number {
    const chapters = chaptersInside(this.#chaptersA, i, n) + chaptersInside(this.#chaptersB, j, m);
    return this.#scoreParagraphs(i, n, j, m) - chapterCost * chapters;
  }

  #scoreParagraphs(i: number, n: number, j: number, m: number): number {
    const startsA = this.#startsA;
    const startsB = this.#startsB;
    const weightA = this.#weightA;
    const weightB = this.#weightB;
    if (weightA + weightB === 0) return 0;
    const begins = i === 0 || j === 0 ? 0 : startsA[i] === startsB[j] ? (startsA[i] ?? 0) : -1;
    return (
      startWeight * Math.min(weightA, weightB) * begins -
      innerBreakCost * (weightA * inner(startsA, i, n) + weightB * inner(startsB, j, m))
    );
  }
}

function paragraphStarts(sentences: readonly Sentence[]): Uint8Array {
  return Uint8Array.from(sentences, ({ paragraph }, i) =>
    i === 0 || sentences[i - 1]!.paragraph !== paragraph ? 1 : 0,
  );
}

/** 0 if every sentence is a paragraph or all form one, near 1 if paragraphs are long. */
function weightOf(starts: Uint8Array): number {
  const paragraphs = starts.reduce((sum, start) => sum + start, 0);
  return paragraphs < 2 ? 0 : 1 - paragraphs / starts.length;
}

function inner(starts: Uint8Array, from: number, length: number): number {
  let breaks = 0;
  for (let k = from + 1; k < from + length; k++) breaks += starts[k]!;
  return Math.min(2, breaks);
}
