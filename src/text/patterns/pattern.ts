/** What a regular expression is made of once it is parsed. */
import type { CharacterSet } from './character-set.js';

/** A place in the text that an expression asks about without taking a character. */
export type Place = 'start' | 'end' | 'word-boundary' | 'no-word-boundary';

/** A part of an expression. Greedy and lazy repeats match the same texts, so both are a `repeat`. */
export type Pattern =
  | { readonly kind: 'set'; readonly set: CharacterSet }
  | { readonly kind: 'sequence'; readonly items: readonly Pattern[] }
  | { readonly kind: 'choice'; readonly items: readonly Pattern[] }
  | {
      readonly kind: 'repeat';
      readonly item: Pattern;
      readonly min: number;
      /** May be infinite. */
      readonly max: number;
      readonly lazy: boolean;
    }
  | { readonly kind: 'place'; readonly place: Place }
  | {
      readonly kind: 'look';
      readonly ahead: boolean;
      readonly negated: boolean;
      readonly item: Pattern;
    };

/** Matches nothing but is always there. */
export const emptyPattern: Pattern = { kind: 'sequence', items: [] };

/** Parts one after the other. */
export function sequence(items: readonly Pattern[]): Pattern {
  return items.length === 1 && items[0] ? items[0] : { kind: 'sequence', items };
}

/** One part or another. */
export function choice(items: readonly Pattern[]): Pattern {
  return items.length === 1 && items[0] ? items[0] : { kind: 'choice', items };
}

/** What is wrong with an expression; `at` is the offset in it. */
export class PatternError extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.name = 'PatternError';
    this.at = at;
  }
}
