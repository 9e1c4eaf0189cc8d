/** "Q:", "A:", "JOHN SMITH:" at the beginning of a paragraph says nothing of its language. */
const LABEL = /^\s*(?:\p{Lu}{1,2}|\p{Lu}{2,12}(?: \p{Lu}{2,12})?)\s?[:：]\s/u;
const ADDRESS = /\b(?:https?:\/\/|www\.)\S+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{1,64}/giu;
/** Pieces of addresses and attributes: two slashes, equal signs or the like in one word. */
const TORN_ADDRESS = /[^\s/=&?]{0,200}[/=&?][^\s/=&?]{0,200}[/=&?]\S{0,400}/gu;
const MARKUP = /<\/?[a-z][^<>]{0,400}>?|\b[a-z-]{1,20}=["“”″][^"“”″]{0,400}["“”″]/giu;

/** Runs of what is neither letter nor part of a word, but for single blanks, which may stay. */
const SAYS_NOTHING = / ?[^\p{L}\p{M}'’\-\u200c ][^\p{L}\p{M}'’\-\u200c]*| {2,}/gu;

/** What of a text speaks for its language: no labels, addresses, markup, digits or quotes. */
export function evidenceText(text: string): string {
  // Most texts have none of these, and the patterns are dear.
  const clean = /[/=&<@]/.test(text)
    ? text.replace(ADDRESS, ' ').replace(TORN_ADDRESS, ' ').replace(MARKUP, ' ')
    : text;
  return clean.replace(LABEL, '').normalize('NFC').replace(SAYS_NOTHING, ' ').trim();
}
