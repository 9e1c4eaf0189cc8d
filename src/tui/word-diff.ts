/** What changed between two texts in one language, word by word, as lines for the screen. */
import { diffWordsWithSpace } from 'diff';
import type { Line, Run } from './cells.js';
import { run } from './cells.js';

/** Beyond this many edits two texts are not versions of each other, and a diff says nothing. */
const budget = 400;

interface Part {
  readonly text: string;
  readonly side: 'both' | 'a' | 'b';
}

const remembered = new Map<string, readonly Part[] | null>();

/** The parts of both texts in order; null when they have too little in common. O(n * edits). */
function parts(a: string, b: string, language: string): readonly Part[] | null {
  const key = `${language}\u0000${a}\u0000${b}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const intlSegmenter = new Intl.Segmenter(locale(language), { granularity: 'word' });
  const found = diffWordsWithSpace(a, b, { intlSegmenter, maxEditLength: budget });
  const result =
    found === undefined
      ? null
      : joinNeighbours(
          found.map(({ value, added, removed }): Part => {
            const side = added ? 'b' : removed ? 'a' : 'both';
            return { text: value, side };
          }),
        );
  if (remembered.size > 50) remembered.clear();
  remembered.set(key, result);
  return result;
}

/**
 * Changes with nothing but a blank between them become one, "found himself -> was" and not
 * "found -> was" and "himself" apart; blanks at the ends go out of the changes.
 */
function joinNeighbours(found: readonly Part[]): Part[] {
  const joined: Part[] = [];
  let gone = '';
  let come = '';
  let blank = '';
  const add = (text: string, side: Part['side']) => {
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

function locale(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'und';
  } catch {
    return 'und';
  }
}

/** Both texts in one: `[-gone-]{+new+}`, marked by signs as well as by colour. */
export function inlineDiff(a: string, b: string, language: string): Line | null {
  return (
    parts(a, b, language)?.map(({ text, side }): Run => {
      if (side === 'both' || text.trim() === '') return run(text);
      return side === 'a' ? run(`[-${text}-]`, 'removed') : run(`{+${text}+}`, 'added');
    }) ?? null
  );
}

/** The two texts for two columns, what only one of them has marked. */
export function sideBySide(a: string, b: string, language: string): readonly [Line, Line] | null {
  const found = parts(a, b, language);
  if (found === null) return null;
  const side = (own: 'a' | 'b', style: string, open: string, close: string): Line =>
    found
      .filter((part) => part.side === 'both' || part.side === own)
      .map(({ text, side: of }) =>
        of === 'both' || text.trim() === '' ? run(text) : run(`${open}${text}${close}`, style),
      );
  return [side('a', 'removed', '[-', '-]'), side('b', 'added', '{+', '+}')];
}
