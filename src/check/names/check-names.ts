import type { Check } from '../../domain.js';
import { baseLanguage } from '../../text/tags.js';
import type { NameMention, WordForms } from '../passage/mentions.js';
import { toSide } from '../passage/passage.js';
import type { Passage } from '../passage/passage.js';
import { isSameSkeleton } from './skeleton.js';

/**
 * Names of one side (`a:key`, `b:key`) with the words of the other that stand beside them time and
 * again, named likewise.
 */
export type NamePartners = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * A name that was exchanged for another. Names are translated, inflected and replaced by pronouns,
 * so a name that one side merely lacks is no alarm. There must be one on either side that the other
 * lacks: in the same language; or behind titles ("Mr Okafor"); or where the rows of the two texts have shown what stands for it.
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
  // "Barack Obama" for "the American President" is no exchange: elsewhere as many must stay.
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
