import { clearNoise, isPlain, traitsOf } from './evidence-characters.js';

/** "Q:", "A:", "JOHN SMITH:" at the beginning of a paragraph are no evidence of its language. */
const label = /^\s*(?:\p{Lu}{1,2}|\p{Lu}{2,12}(?: \p{Lu}{2,12})?)\s?[:：]\s/u;
const address = /\b(?:https?:\/\/|www\.)\S+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{1,64}/giu;
/** Pieces of addresses and attributes: two slashes, equal signs or similar in one word. */
const tornAddress = /[^\s/=&?]{0,200}[/=&?][^\s/=&?]{0,200}[/=&?]\S{0,400}/gu;
const markup = /<\/?[a-z][^<>]{0,400}>?|\b[a-z-]{1,20}=["“”″][^"“”″]{0,400}["“”″]/giu;

/** The amount of evidence needed, plus the longest reach of the patterns beyond it. */
const enough = 2400;
/** Lengths of the beginning to try first: usually it contains enough evidence. */
const beginning = 6000;

/**
 * The part of a text that is evidence of its language: no labels, addresses, markup, digits or
 * quotes. For a very long text, only its beginning, with at least 800 characters of evidence
 * identical to those in the evidence of the whole text.
 */
export function evidenceText(text: string): string {
  for (let length = beginning; length < text.length; length *= 4) {
    const found = evidenceOf(text.slice(0, length));
    if (found.length >= enough) return found;
  }
  return evidenceOf(text);
}

function evidenceOf(text: string): string {
  // Most texts need none of these, and the patterns are slow.
  const traits = traitsOf(text);
  if (isPlain(traits)) return clearNoise(text).trim();
  const clean = traits.hasMarkup
    ? text.replace(address, ' ').replace(tornAddress, ' ').replace(markup, ' ')
    : text;
  const unlabelled = traits.hasColon ? clean.replace(label, '') : clean;
  return clearNoise(traits.mayCombine ? unlabelled.normalize('NFC') : unlabelled).trim();
}
