/**
 * Memory for vectors that is used again. Those of two short texts are a megabyte, which V8 counts as part of its heap:
 * it would collect all garbage every ten pairs of texts.
 */

/** Numbers of the largest piece that is kept: those of two short texts fit four times. */
const largestIdle = 2 ** 19;
const mostIdle = 4;

/** Pieces that nobody uses. */
const idle: Float32Array[] = [];

/** Memory that is given back all at once, when whoever has it needs none of it any more. */
export class LentNumbers {
  #lent: Float32Array[] = [];

  /** Room for so many numbers, whatever is in it. */
  take(length: number): Float32Array {
    const fits = idle.findIndex((numbers) => numbers.length >= length);
    const numbers = fits < 0 ? new Float32Array(roomy(length)) : idle.splice(fits, 1)[0]!;
    this.#lent.push(numbers);
    return numbers.subarray(0, length);
  }

  /** Gives everything back: no view of it may be used any more. */
  giveBack(): void {
    for (const numbers of this.#lent) {
      if (numbers.length > largestIdle) continue;
      if (idle.length < mostIdle) idle.push(numbers);
      // In place of a smaller one: soon all are as large as what is wanted.
      else {
        const smaller = idle.findIndex(({ length }) => length < numbers.length);
        if (smaller >= 0) idle[smaller] = numbers;
      }
    }
    this.#lent = [];
  }
}

/** More than is wanted now, so that the next text finds room too: a power of two, if it will be kept. */
const roomy = (length: number): number =>
  length > largestIdle ? length : 2 ** Math.ceil(Math.log2(Math.max(length, 1)));
