/** What changed between two texts in one language, word by word, as lines for the screen. */
import { diffWords } from '../check/word-diff.js';
import type { Line, Run } from './cells.js';
import { run } from './cells.js';

/** Both texts in one: `[-gone-]{+new+}`, marked by signs as well as by colour. */
export function inlineDiff(a: string, b: string, language: string): Line | null {
  return (
    diffWords(a, b, language)?.map(({ text, side }): Run => {
      if (side === 'both' || text.trim() === '') return run(text);
      return side === 'a' ? run(`[-${text}-]`, 'removed') : run(`{+${text}+}`, 'added');
    }) ?? null
  );
}

/** The two texts for two columns, what only one of them has marked. */
export function sideBySide(a: string, b: string, language: string): readonly [Line, Line] | null {
  const found = diffWords(a, b, language);
  if (found === null) return null;
  const side = (own: 'a' | 'b', style: string, open: string, close: string): Line =>
    found
      .filter((part) => part.side === 'both' || part.side === own)
      .map(({ text, side: of }) =>
        of === 'both' || text.trim() === '' ? run(text) : run(`${open}${text}${close}`, style),
      );
  return [side('a', 'removed', '[-', '-]'), side('b', 'added', '{+', '+}')];
}
