import type { Mention, Passage } from '../passage.js';
import { baseLanguage } from '../../text/tags.js';
import { oncePerPassage } from '../passage.js';
import { skeletonOf } from './skeleton.js';

/** A word that is written like a name. */
export interface NameMention extends Mention {
  /** The word in lower case without diacritics. */
  readonly key: string;
  /** Its consonants in Latin letters: the same across scripts, or nearly. */
  readonly skeleton: string;
}

const wordPattern = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu;
/** After these a capital says nothing. */
const beforeStart = /[.!?…:;。！？"“”„«»‘’()[\]\n—–-]/u;

function isSentenceStart(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && text[before] !== '\n' && /\s/u.test(text[before]!)) before--;
  return before < 0 || beforeStart.test(text[before]!);
}

/** Words with a capital inside a sentence. Nothing in scripts without case, or in German: every noun. */
export const readNames = oncePerPassage((passage: Passage): readonly NameMention[] => {
  if (baseLanguage(passage.language) === 'de') return [];
  const found: NameMention[] = [];
  const { text } = passage;
  let end = 0;
  for (const word of text.match(wordPattern) ?? []) {
    // Nothing but what is no word stands between two words.
    const start = text.indexOf(word, end);
    end = start + word.length;
    const first = word.charCodeAt(0);
    const isSmall = first >= 0x61 && first <= 0x7a;
    if (isSmall || !/^\p{Lu}\p{Ll}{2,}/u.test(word) || isSentenceStart(text, start)) continue;
    found.push({ value: word, start, end, key: foldName(word), skeleton: skeletonOf(word) });
  }
  return found;
});

/** Every word of a passage, folded, and the consonants of each: what a name is looked up in. */
export function readWords(passage: Passage): { words: Set<string>; skeletons: Set<string> } {
  const words = new Set<string>();
  const skeletons = new Set<string>();
  for (const [word] of passage.text.matchAll(wordPattern)) {
    words.add(foldName(word));
    const skeleton = skeletonOf(word);
    if (skeleton.length >= 2) skeletons.add(skeleton);
  }
  return { words, skeletons };
}

/** Lower case, without diacritics. */
export function foldName(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
