import type { Check } from '../../domain.js';
import { baseLanguage } from '../../text/tags.js';
import type { NameMention, WordForms } from '../passage/mentions.js';
import { toSide } from '../passage/passage.js';
import type { Passage } from '../passage/passage.js';
import { isSameSkeleton } from './skeleton.js';

/**
 * The names of one side (`a:key`, `b:key`), each with the words of the other side that repeatedly
 * occur beside it, in the same notation.
 */
export type NamePartners = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * A name that was replaced by another. Names are translated, inflected and replaced by pronouns, so
 * a name that is merely missing on one side is not reported. Each side must have a name that the
 * other lacks, and the two must be comparable: in the same language, after titles ("Mr Okafor"), or
 * where the rows of the two texts have shown the name's counterpart.
 */
export function checkNames(a: Passage, b: Passage, partners: NamePartners): Check[] {
  const isSame = baseLanguage(a.language) === baseLanguage(b.language);
  const [namesA, namesB] = [a.names, b.names];
  if (namesA.length === 0 || namesB.length === 0) return [];
  const wordsB = b.words();
  const missingA = namesA.filter((name) => isMissing(name, 'a', wordsB, partners));
  if (missingA.length === 0) return [];
  const wordsA = a.words();
  const missingB = namesB.filter((name) => isMissing(name, 'b', wordsA, partners));
  if (missingB.length === 0) return [];
  // "Barack Obama" for "the American President" is not an exchange: just as many names must be kept
  // elsewhere.
  if (missingA.length !== missingB.length) return [];
  const known = (name: NameMention, side: string): boolean => partners.has(`${side}:${name.key}`);
  const proved = isSame
    ? wordsAgree(wordsA.words, wordsB.words)
    : (missingA.length === 1 && missingA[0]?.person === true && missingB[0]?.person === true) ||
      (missingA.every((name) => known(name, 'a')) && missingB.every((name) => known(name, 'b')));
  if (!proved) return [];
  return [{ code: 'name', a: toSide(a, missingA), b: toSide(b, missingB) }];
}

function isMissing(
  name: NameMention,
  side: 'a' | 'b',
  { words, skeletons }: WordForms,
  partners: NamePartners,
): boolean {
  if (words.has(name.key)) return false;
  const known = partners.get(`${side}:${name.key}`);
  const opposite = side === 'a' ? 'b' : 'a';
  if (known !== undefined && [...words].some((word) => known.has(`${opposite}:${word}`))) {
    return false;
  }
  if (name.skeleton.length < 2) return false;
  return ![...skeletons].some((skeleton) => isSameSkeleton(name.skeleton, skeleton));
}

/** Whether the two sides say much the same in the same words. */
function wordsAgree(wordsA: ReadonlySet<string>, wordsB: ReadonlySet<string>): boolean {
  const shared = [...wordsA].filter((word) => wordsB.has(word)).length;
  return shared >= 0.6 * Math.max(wordsA.size, wordsB.size);
}
