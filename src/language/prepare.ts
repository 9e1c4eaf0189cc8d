/** "Q:", "A:", "JOHN SMITH:" at the beginning of a paragraph says nothing of its language. */
const LABEL = /^\s*(?:\p{Lu}{1,2}|\p{Lu}{2,12}(?: \p{Lu}{2,12})?)\s?[:：]\s/u;
const ADDRESS = /\b(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+/giu;
const MARKUP = /<\/?[a-z][^>]*>?|\b[a-z-]+="[^"]*"/giu;

/** What of a text speaks for its language: no labels, addresses, markup, digits or quotes. */
export function evidenceText(text: string): string {
  return text
    .replace(LABEL, '')
    .replace(ADDRESS, ' ')
    .replace(MARKUP, ' ')
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}'’\-\s]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Number of letters, combining marks not counted. */
export function countLetters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}
