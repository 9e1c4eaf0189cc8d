import type { NumberMention } from '../passage/mentions.js';

/** So many values are compared one by one; most passages have no more. */
const fewValues = 16;

/** Values to look others up in. Of many they are sorted: looking up takes the logarithm of them. */
class Values {
  readonly #few: readonly number[] | null;
  readonly #sorted: Float64Array;

  constructor(values: readonly number[]) {
    this.#few = values.length <= fewValues ? values : null;
    this.#sorted = this.#few === null ? Float64Array.from(values).sort() : nothing;
  }

  hasOne(wanted: readonly number[]): boolean {
    return wanted.some((value) => this.#has(value));
  }

  #has(value: number): boolean {
    if (this.#few !== null) return this.#few.some((known) => isSame(value, known));
    const sorted = this.#sorted;
    let from = 0;
    for (let to = sorted.length; from < to;) {
      const middle = (from + to) >> 1;
      if (sorted[middle]! < value) from = middle + 1;
      else to = middle;
    }
    // The nearest on both sides; what is too great to be read is only at an end.
    return [from - 1, from, 0, sorted.length - 1].some((at) => isSame(value, sorted[at]));
  }
}

const nothing = new Float64Array();

function isSame(x: number, y: number | undefined): boolean {
  return y !== undefined && Math.abs(x - y) <= 1e-9 * Math.max(1, Math.abs(x), Math.abs(y));
}

/** The numbers of a passage, to look up those of another in. */
export class KnownNumbers {
  readonly #numbers: readonly NumberMention[];
  readonly #all: Values;
  #parts: Values | undefined;
  #single: Values | undefined;

  constructor(numbers: readonly NumberMention[]) {
    this.#numbers = numbers;
    this.#all = new Values(
      numbers.length === 1 ? numbers[0]!.readings : numbers.flatMap(({ readings }) => readings),
    );
  }

  /** Whether the passage has a number in any of its readings, or the parts of a time of day. */
  has({ readings, parts }: NumberMention): boolean {
    if (this.#all.hasOne(readings)) return true;
    if (parts === undefined) {
      this.#parts ??= new Values(this.#numbers.flatMap((number) => number.parts ?? []));
      return this.#parts.hasOne(readings);
    }
    this.#single ??= new Values(
      this.#numbers.flatMap((number) => (number.parts === undefined ? number.readings : [])),
    );
    return hasClock(this.#single, parts);
  }
}

/** "half past nine", "21 and 30", "quarter to ten" for 9:30 or 9:45. */
function hasClock(known: Values, [hour = 0, minute = 0]: readonly number[]): boolean {
  const hours = [hour, hour + 12, hour - 12, ...(minute >= 30 ? [hour + 1, hour - 11] : [])];
  const minutes = minute === 0 ? null : [minute, minute / 60, 60 - minute, (60 - minute) / 60];
  return known.hasOne(hours) && (minutes === null || known.hasOne(minutes));
}
