/** Compiles an expression to instructions that are carried out side by side, so that none goes back. */
import type { CharacterSet } from './character-set.js';
import { PatternError, type Pattern, type Place } from './pattern.js';

/** Instructions of one expression. */
const maxInstructions = 20_000;

/** An instruction; `next` is the index of the one after it. */
export type Instruction =
  | { readonly kind: 'set'; readonly set: CharacterSet; readonly next: number }
  | { readonly kind: 'split'; readonly next: number; readonly other: number }
  | { readonly kind: 'place'; readonly place: Place; readonly next: number }
  | {
      readonly kind: 'look';
      readonly ahead: boolean;
      readonly negated: boolean;
      readonly item: Pattern;
      readonly next: number;
    }
  | { readonly kind: 'accept' };

/** Instructions, and where to begin. */
export interface Program {
  readonly instructions: readonly Instruction[];
  readonly start: number;
}

/**
 * Compiles an expression to be matched from left to right, or `backward` from right to left. Throws
 * PatternError if it is too large.
 */
export function compile(pattern: Pattern, backward: boolean): Program {
  const instructions: Instruction[] = [{ kind: 'accept' }];
  const add = (instruction: Instruction): number => {
    if (instructions.length >= maxInstructions) {
      throw new PatternError(`repeats and lists more than ${maxInstructions} parts`, 0);
    }
    return instructions.push(instruction) - 1;
  };
  /** Adds what matches the pattern and goes on at `next`; gives its beginning. */
  const emit = (part: Pattern, next: number): number => {
    switch (part.kind) {
      case 'set':
        return add({ kind: 'set', set: part.set, next });
      case 'place':
        return add({ kind: 'place', place: part.place, next });
      case 'look': {
        const { ahead, negated, item } = part;
        return add({ kind: 'look', ahead, negated, item, next });
      }
      case 'sequence': {
        const items = backward ? part.items : part.items.toReversed();
        return items.reduce((after, item) => emit(item, after), next);
      }
      case 'choice':
        return part.items
          .map((item) => emit(item, next))
          .reduceRight((other, own) => add({ kind: 'split', next: own, other }));
      case 'repeat':
        return emitRepeat(part, next);
    }
  };
  const emitRepeat = (part: Pattern & { readonly kind: 'repeat' }, next: number): number => {
    const { item, min, max } = part;
    let at = next;
    if (max === Infinity) {
      // The loop's way back is known once its body stands.
      const loop = add({ kind: 'split', next, other: next });
      instructions[loop] = { kind: 'split', next: emit(item, loop), other: next };
      at = loop;
    } else {
      for (let count = min; count < max; count++) {
        at = add({ kind: 'split', next: emit(item, at), other: next });
      }
    }
    for (let count = 0; count < min; count++) {
      const before = at;
      at = emit(item, before);
      // Nothing, however often.
      if (at === before) break;
    }
    return at;
  };
  const start = emit(pattern, 0);
  return { instructions, start };
}
