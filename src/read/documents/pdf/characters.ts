/** What the place of a character in a line depends on. */

/** Whether there is nothing but blank space. */
export const isSpace = (text: string): boolean => text.trim() === '';

const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const leftToRight = /[\p{L}\p{Nd}]/u;

/** Whether there are letters that are written from right to left. */
export const isRightToLeft = (text: string): boolean => rightToLeft.test(text);

/** Whether there are letters or digits that are written from left to right. */
export const isLeftToRight = (text: string): boolean =>
  !isRightToLeft(text) && leftToRight.test(text);

const withoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef\u30fc]/u;

/** Whether a character, or one of a text, belongs to writing that puts no space between words: Chinese and Japanese. */
export const isIdeographic = (text: string): boolean => withoutSpaces.test(text);

const spaceless =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;

/** Whether lines of the script may end between any two words without a space having been there. */
export const breaksWithoutSpace = (character: string): boolean =>
  isIdeographic(character) || spaceless.test(character);

const mirrors: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '{': '}',
  '}': '{',
  '<': '>',
  '>': '<',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
};

/** A bracket as it is drawn where it is read from the other side; any other sign is itself. */
export const mirrored = (sign: string): string => mirrors[sign] ?? sign;

const radicals = /[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb4f\ufb50-\ufdff\ufe70-\ufefc]/g;

/**
 * Text as it is typed: fonts lead back to forms of letters (joined, ligatures, radicals) that nobody
 * types; and letters that stand for no known sign, and control characters, are gone.
 */
export const asTyped = (text: string): string =>
  text
    .replace(radicals, (form) => form.normalize('NFKC'))
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');

/** First and last character, as code points. */
export const firstOf = (text: string): string => String.fromCodePoint(text.codePointAt(0) ?? 32);
/** As `firstOf`, of the end. */
export function lastOf(text: string): string {
  return /[\s\S]?$/u.exec(text)?.[0] || ' ';
}

/** Ends of sentences, also before closing quotation marks and brackets. */
const sentenceEnd = /[.!?…。！？．｡؟۔।॥:：][\p{Pe}\p{Pf}"'”’»“]*$/u;

/** Whether a text ends as a sentence or an introduction does. */
export const endsSentence = (text: string): boolean => sentenceEnd.test(text.trimEnd());

const bullet = /^[•◦▪‣·●○■□➢✓–—*-]\s+/u;

/** A list's item without its bullet; numbers stay. */
export const withoutBullet = (text: string): string => text.replace(bullet, '');

/** A bullet, or the number or letter of an item, at the beginning of a line. */
const marker =
  /^(?:[•◦▪‣·●○■□–—*➢✓]|(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|\((?:\d{1,3}|[a-z]|[ivx]{1,5})\))\s+(?=\S)/iu;

/** The bullet or number that a line begins with, and the space after it; empty if there is none. */
export const listMarker = (text: string): string => marker.exec(text)?.[0] ?? '';
