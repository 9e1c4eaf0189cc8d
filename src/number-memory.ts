/** Memory for vectors that is used again. */

/** Where vectors are put. */
export interface NumberMemory {
  /** Room for so many numbers, whatever is in it. */
  take(length: number): Float32Array;
}

/** Numbers of a text so long that it may be aligned in several threads. */
const longText = 2 ** 20;

/** Memory for so many numbers, all 0. All threads see that of long texts: none needs a copy of it. */
export function newNumbers(length: number): Float32Array {
  return length < longText
    ? new Float32Array(length)
    : new Float32Array(new SharedArrayBuffer(length * Float32Array.BYTES_PER_ELEMENT));
}

/** Numbers of the largest piece that is kept: those of two short texts fit four times. */
const largestIdle = 2 ** 19;
const mostIdle = 4;

/** Pieces that nobody uses. */
const idle: Float32Array[] = [];

/**
 * Memory that is given back all at once, when whoever has it needs none of it any more. The vectors of two short texts
 * are a megabyte, which V8 counts as part of its heap: it would collect all garbage every ten pairs of texts.
 */
export class LentNumbers implements NumberMemory {
  #lent: Float32Array[] = [];

  take(length: number): Float32Array {
    const fits = idle.findIndex((numbers) => numbers.length >= length);
    const numbers = fits < 0 ? newNumbers(roomy(length)) : idle.splice(fits, 1)[0]!;
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

/**
 * One place for the vectors of a long text's parts, each written over the one before, and nothing else: shared memory
 * that is no longer used is freed only when V8 collects all garbage.
 */
export class OnePlace implements NumberMemory {
  #place: Float32Array = new Float32Array();

  take(length: number): Float32Array {
    if (this.#place.length < length) this.#place = newNumbers(length);
    return this.#place.subarray(0, length);
  }
}
