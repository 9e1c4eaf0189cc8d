import type { AbbreviationList } from '../../read/splitting/rules.js';
import { baseLanguage } from '../../text/tags.js';

/** Longest abbreviation looked for, with blanks. */
const longest = 60;
const partOfWord = /[\p{L}\p{M}\p{N}]/u;

/** The abbreviations that count in a language: its own, those of its base language, those of all. */
export function abbreviationsFor(
  lists: readonly AbbreviationList[],
  language: string,
): ReadonlySet<string> {
  const tag = language.toLowerCase();
  const base = baseLanguage(tag);
  return new Set(
    lists
      .filter((own) => own.language === null || own.language === tag || own.language === base)
      .flatMap(({ words }) => words),
  );
}

/**
 * Whether the text up to `end` ends in an abbreviation and its full stop, however its blanks and letters are
 * written: "z. B." and "Z.B." are both `z.b`.
 */
export function endsInAbbreviation(text: string, end: number, words: ReadonlySet<string>): boolean {
  if (text.charAt(end - 1) !== '.') return false;
  const before = text
    .slice(Math.max(0, end - longest), end - 1)
    .toLowerCase()
    .replace(/\.?\s+/g, '.');
  for (let at = before.length - 1; at >= 0; at--) {
    const startsWord = at === 0 || !partOfWord.test(before.charAt(at - 1));
    if (startsWord && words.has(before.slice(at))) return true;
  }
  return false;
}
