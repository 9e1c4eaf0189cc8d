/**
 * Atomic groups and possessive repeats, which take the first that matches and never less: said without
 * them, where that can be.
 */
import { choice, sequence, type Pattern } from './pattern.js';

const not = (item: Pattern): Pattern => ({ kind: 'look', ahead: true, negated: true, item });

/**
 * The same as `item` repeated possessively; undefined where it can't be said. A repeated character takes all
 * of its kind: none follows.
 */
export function possessive(item: Pattern, min: number, max: number): Pattern | undefined {
  if (item.kind !== 'set') return min === max ? atomicRepeat(item, min) : undefined;
  const repeat = (least: number, most: number): Pattern => ({
    kind: 'repeat',
    item,
    min: least,
    max: most,
    lazy: false,
  });
  if (min === max) return repeat(min, max);
  const ended = (most: number): Pattern => sequence([repeat(min, most), not(item)]);
  return max === Infinity ? ended(max) : choice([repeat(max, max), ended(max - 1)]);
}

function atomicRepeat(item: Pattern, count: number): Pattern | undefined {
  if (widthOf(item) === undefined) return undefined;
  return { kind: 'repeat', item, min: count, max: count, lazy: false };
}

/** The same as an atomic group around the item; undefined where it can't be said. */
export function atomic(item: Pattern): Pattern | undefined {
  if (widthOf(item) !== undefined) return item;
  switch (item.kind) {
    case 'repeat':
      return item.lazy ? undefined : possessive(item.item, item.min, item.max);
    case 'choice': {
      // An alternative counts where none before it matches, whatever follows.
      if (item.items.some((own) => widthOf(own) === undefined)) return undefined;
      return choice(
        item.items.map((own, index) => sequence([...item.items.slice(0, index).map(not), own])),
      );
    }
    case 'sequence': {
      const variable = item.items.findIndex((own) => widthOf(own) === undefined);
      const last = item.items[variable];
      if (last === undefined || variable < item.items.length - 1) return undefined;
      const end = atomic(last);
      return end && sequence([...item.items.slice(0, variable), end]);
    }
    default:
      return undefined;
  }
}

/** The number of characters that the item always takes; undefined if that differs. */
function widthOf(item: Pattern): number | undefined {
  switch (item.kind) {
    case 'set':
      return 1;
    case 'place':
    case 'look':
      return 0;
    case 'sequence': {
      let sum = 0;
      for (const own of item.items) {
        const width = widthOf(own);
        if (width === undefined) return undefined;
        sum += width;
      }
      return sum;
    }
    case 'choice': {
      const [first, ...others] = item.items.map(widthOf);
      return others.every((width) => width === first) ? first : undefined;
    }
    case 'repeat': {
      const width = widthOf(item.item);
      if (width === 0) return 0;
      return item.min === item.max && width !== undefined ? width * item.min : undefined;
    }
  }
}
