/** The differences between two texts in one language, word by word. */
import { diffWordsWithSpace } from 'diff';
import { segmentsOf } from './graphemes.js';
import { intlLocale } from './tags.js';

/** Beyond this many edits two texts are not versions of each other, and a diff is meaningless. */
const budget = 400;

/** A passage of one text or of both. */
export interface DiffPart {
  readonly text: string;
  readonly side: 'both' | 'a' | 'b';
}

const remembered = new Map<string, readonly DiffPart[] | null>();

/**
 * The parts of both texts in order, with the word boundaries of the language (BCP-47); null if the
 * texts have too little in common (over 400 edits). O(n * edits).
 */
export function diffWords(a: string, b: string, language: string): readonly DiffPart[] | null {
  const key = `${language}\u0000${a}\u0000${b}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const intlSegmenter = segmenterFor(language, Math.max(a.length, b.length));
  const found = diffWordsWithSpace(a, b, { intlSegmenter, maxEditLength: budget });
  const result =
    found === undefined
      ? null
      : joinNeighbours(
          found.map(({ value, added, removed }): DiffPart => {
            const side = added ? 'b' : removed ? 'a' : 'both';
            return { text: value, side };
          }),
        );
  if (remembered.size > 50) remembered.clear();
  remembered.set(key, result);
  return result;
}

/** V8 may segment a text up to this length at once; the time grows with the square of the length. */
const wholeUpTo = 2000;

/** Splits a text into words, piece by piece if it is long. */
class PiecewiseSegmenter extends Intl.Segmenter {
  override segment(input: string): Intl.Segments {
    const whole = super.segment(input);
    const pieces = { segment: (text: string) => super.segment(text) };
    return {
      containing: (at) => whole.containing(at),
      [Symbol.iterator]: () => segmentsOf(input, pieces),
    };
  }
}

function segmenterFor(language: string, length: number): Intl.Segmenter {
  const Segmenter = length > wholeUpTo ? PiecewiseSegmenter : Intl.Segmenter;
  return new Segmenter(intlLocale(language), { granularity: 'word' });
}

/**
 * Merges changes separated only by a space: "found himself -> was", rather than "found -> was" and
 * "himself". Spaces at the ends are moved out of the changes.
 */
function joinNeighbours(found: readonly DiffPart[]): DiffPart[] {
  const joined: DiffPart[] = [];
  let gone = '';
  let come = '';
  let blank = '';
  const add = (text: string, side: DiffPart['side']) => {
    if (text !== '') joined.push({ text, side });
  };
  const flush = () => {
    const leading = /^\s/.test(gone) || /^\s/.test(come) ? ' ' : '';
    const trailing = /\S\s+$/.test(gone) || /\S\s+$/.test(come) ? ' ' : '';
    add(leading, 'both');
    add(gone.trim(), 'a');
    add(come.trim(), 'b');
    add(trailing !== '' && blank === '' ? trailing : blank, 'both');
    gone = come = blank = '';
  };
  for (const { text, side } of found) {
    if (side === 'both' && text.trim() === '') blank += text;
    else if (side === 'both') {
      flush();
      add(text, 'both');
    } else {
      const before = gone === '' && come === '' ? '' : blank;
      if (gone === '' && come === '') add(blank, 'both');
      if (gone !== '' || side === 'a') gone += before;
      if (come !== '' || side === 'b') come += before;
      blank = '';
      if (side === 'a') gone += text;
      else come += text;
    }
  }
  flush();
  return joined;
}
