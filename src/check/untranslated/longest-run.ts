/** A run of equal items in two lists: where it begins in each, and its length. */
export interface CommonRun {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/**
 * The longest run of items that occurs in both lists: the first in `a` among equally long ones, at
 * its first place in `b`. O((a + b) log) by halving the length: two runs of one length are compared
 * by the numbers of the half-length runs at their beginning and end.
 */
export function longestCommonRun(a: readonly string[], b: readonly string[]): CommonRun {
  const numbers = new Map<string, number>();
  const numberOf = (item: string): number => {
    const known = numbers.get(item);
    if (known !== undefined) return known;
    numbers.set(item, numbers.size);
    return numbers.size - 1;
  };
  // Names of the runs of 1, 2, 4 ... items that begin at each place, in both lists together.
  const levels: Level[] = [{ length: 1, a: a.map(numberOf), b: b.map(numberOf) }];
  while (levels.length < 31) {
    const last = levels.at(-1);
    if (last === undefined || !shares(last)) break;
    const next = join(last, last, last.length);
    levels.push(next);
  }
  const names = levels.slice(0, -1);
  let best = names.at(-1);
  if (best === undefined) return { a: 0, b: 0, length: 0 };
  for (const level of names.slice(0, -1).reverse()) {
    const longer = join(best, level, best.length);
    if (shares(longer)) best = longer;
  }
  return place(best);
}

/** For each place, the name of the run of this length that begins there: equal runs have equal names. */
interface Level {
  readonly length: number;
  readonly a: readonly number[];
  readonly b: readonly number[];
}

/** Pairs the runs of a level with those of another that begin `shift` items later. */
function join(first: Level, second: Level, shift: number): Level {
  const names = new Map<number, number>();
  const width = 2 ** 26;
  const pairs = (one: readonly number[], two: readonly number[]): number[] => {
    const made: number[] = [];
    for (let at = 0; at + shift < two.length && at < one.length; at++) {
      const pair = (one[at] ?? 0) * width + (two[at + shift] ?? 0);
      let name = names.get(pair);
      if (name === undefined) names.set(pair, (name = names.size));
      made.push(name);
    }
    return made;
  };
  return {
    length: first.length + second.length,
    a: pairs(first.a, second.a),
    b: pairs(first.b, second.b),
  };
}

function shares({ a, b }: Level): boolean {
  const known = new Set(a);
  return b.some((name) => known.has(name));
}

/** The first run of a level in `a` that occurs in `b`, at its first place there. */
function place({ length, a, b }: Level): CommonRun {
  const first = new Map<number, number>();
  b.forEach((name, at) => {
    if (!first.has(name)) first.set(name, at);
  });
  for (let at = 0; at < a.length; at++) {
    const other = first.get(a[at] ?? -1);
    if (other !== undefined) return { a: at, b: other, length };
  }
  return { a: 0, b: 0, length: 0 };
}
