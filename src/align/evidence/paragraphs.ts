import type { Sentence } from '../../domain.js';
import type { Plane } from '../search/plane.js';

/** What a paragraph's end inside a bead costs. */
const innerBreakCost = 1.5;
/** What it brings that a bead begins a paragraph on both sides, or costs that it does on one. */
const startWeight = 0.8;

/**
 * What paragraphs say about beads. Translators keep them as a rule, so a bead that reaches across
 * the end of one, or begins one on one side only, loses. The hand-aligned documents have no paragraphs:
 * these two weights are set, not fitted, low enough to be overruled by what the texts say. Paragraphs
 * of one sentence (a file of one sentence a line) are no evidence and weigh nothing.
 */
export class ParagraphScore {
  readonly #startsA: Uint8Array;
  readonly #startsB: Uint8Array;
  readonly #weightA: number;
  readonly #weightB: number;

  constructor({ a, b }: Plane) {
    this.#startsA = paragraphStarts(a.sentences);
    this.#startsB = paragraphStarts(b.sentences);
    this.#weightA = weightOf(this.#startsA);
    this.#weightB = weightOf(this.#startsB);
  }

  /** To be added to the score of the bead i..i+n-1 / j..j+m-1, both sides not empty. */
  score(i: number, n: number, j: number, m: number): number {
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

/** 0 where every sentence is a paragraph or all are one, near 1 where paragraphs are long. */
function weightOf(starts: Uint8Array): number {
  const paragraphs = starts.reduce((sum, start) => sum + start, 0);
  return paragraphs < 2 ? 0 : 1 - paragraphs / starts.length;
}

function inner(starts: Uint8Array, from: number, length: number): number {
  let breaks = 0;
  for (let k = from + 1; k < from + length; k++) breaks += starts[k]!;
  return Math.min(2, breaks);
}
