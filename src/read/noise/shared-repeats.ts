/**
 * Repeats that are text after all: a clause that stands in two articles of a contract stands in two
 * articles of its translation. One source alone can't tell it from a pull quote; several can.
 */
import type { Block, SourceText } from '../../domain.js';
import { normalise, weight } from './repeats.js';

/** A block that says what an earlier one says, word for word, from beginning to end. */
interface Copy {
  /** Index of the block. */
  readonly block: number;
  /** Where it begins, where the block that it copies begins, and its length: as shares of the text. */
  readonly at: number;
  readonly from: number;
  readonly size: number;
  /** The number of that earlier block among those that have copies. */
  readonly group: number;
  readonly isNoise: boolean;
}

/** Places in translations differ by so much of the text, and by the length of the block. */
const drift = 0.05;
/** Translations differ in length by no more than this factor, as shares of their texts. */
const mostStretched = 2;
/** Blocks of fewer letters are copies by chance; a translation may well be shorter than what counts as a repeat. */
const leastLetters = 12;
/** Copies at nearly one place that are looked at: lists repeat line by line. */
const mostNear = 50;

/**
 * The texts of a run, with copies that another text has as well taken for text. Pull quotes stay
 * noise: they are lifted from a longer block. Linear in the texts; those without repeats are not read.
 */
export function keepSharedRepeats(texts: readonly SourceText[]): readonly SourceText[] {
  const isRepeat = ({ noise }: Block): boolean => noise === 'repeat';
  if (texts.length < 2 || !texts.some(({ blocks }) => blocks.some(isRepeat))) return texts;
  const copies = texts.map(findCopies);
  return texts.map((source, index) => {
    const own = copies[index] ?? [];
    const others = copies.filter((_, other) => other !== index);
    const shared = new Set(others.flatMap((other) => sharedBlocks(own, other)));
    if (shared.size === 0) return source;
    const blocks = source.blocks.map((block, at) =>
      shared.has(at) ? { ...block, noise: null } : block,
    );
    return { ...source, blocks };
  });
}

function findCopies({ text, blocks }: SourceText): Copy[] {
  const first = new Map<string, number>();
  const groups = new Map<number, number>();
  return blocks.flatMap((block, index): Copy[] => {
    if (block.noise !== null && block.noise !== 'repeat') return [];
    const plain = normalise(text.slice(block.start, block.end));
    if (weight(plain) < leastLetters) return [];
    const original = first.get(plain);
    // What a pull quote says is said in a longer block: its copies are pull quotes as well.
    if (original === undefined) {
      if (block.noise === null) first.set(plain, index);
      return [];
    }
    const group = groups.get(original) ?? groups.size;
    groups.set(original, group);
    return [
      {
        block: index,
        at: block.start / text.length,
        from: (blocks[original]?.start ?? 0) / text.length,
        size: (block.end - block.start) / text.length,
        group,
        isNoise: block.noise === 'repeat',
      },
    ];
  });
}

/** Blocks of noise in one text that are copies in the other one too. */
function sharedBlocks(own: readonly Copy[], other: readonly Copy[]): number[] {
  const noise = own.filter(({ isNoise }) => isNoise);
  const matched = haveOnePattern(noise, other)
    ? noise
    : noise.filter((copy) => isNearOne(copy, other));
  return matched.map(({ block }) => block);
}

/** Whether two texts have as many copies, of the same blocks in the same order, wherever they stand. */
function haveOnePattern(noise: readonly Copy[], other: readonly Copy[]): boolean {
  const theirs = other.filter(({ isNoise }) => isNoise);
  if (noise.length !== theirs.length) return false;
  const here = patternOf(noise);
  const there = patternOf(theirs);
  return here.every((group, index) => group === there[index]);
}

/** Groups numbered as they come up. */
function patternOf(copies: readonly Copy[]): number[] {
  const numbers = new Map<number, number>();
  return copies.map(({ group }) => {
    const number = numbers.get(group) ?? numbers.size;
    numbers.set(group, number);
    return number;
  });
}

/** Whether there is a copy of about this length at about the same place, of a block at about the same place. */
function isNearOne(copy: Copy, others: readonly Copy[]): boolean {
  const reach = drift + copy.size;
  let low = 0;
  let high = others.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((others[middle]?.at ?? 0) < copy.at - reach) low = middle + 1;
    else high = middle;
  }
  return others
    .slice(low, low + mostNear)
    .some(
      ({ at, from, size }) =>
        at <= copy.at + reach &&
        Math.abs(from - copy.from) <= reach &&
        size <= copy.size * mostStretched &&
        copy.size <= size * mostStretched,
    );
}
