import type { Check } from '../../domain.js';
import { readNames, readWords } from './find-names.js';
import type { NameMention } from './find-names.js';
import { baseLanguage } from '../../text/tags.js';
import { toSide } from '../passage.js';
import type { Passage } from '../passage.js';
import type { PairProfile } from '../profile.js';
import { isSameSkeleton } from './skeleton.js';

/**
 * A name that was exchanged for another. Names are translated, inflected and replaced by pronouns,
 * so a name that one side merely lacks is no alarm. There must be one on either side that the other
 * lacks: in the same language; or where the rows of the two texts have shown what stands for it.
 */
export function checkNames(a: Passage, b: Passage, profile: PairProfile): Check[] {
  const isSame = baseLanguage(a.language) === baseLanguage(b.language);
  const namesA = readNames(a);
  const namesB = readNames(b);
  if (namesA.length === 0 || namesB.length === 0) return [];
  const wordsB = readWords(b);
  const missingA = namesA.filter((name) => isMissing(name, 'a', wordsB, profile));
  if (missingA.length === 0) return [];
  const wordsA = readWords(a);
  const missingB = namesB.filter((name) => isMissing(name, 'b', wordsA, profile));
  if (missingB.length === 0) return [];
  // "Barack Obama" for "the American President" is no exchange: elsewhere as many must stay.
  if (missingA.length !== missingB.length) return [];
  const known = (name: NameMention, side: string): boolean =>
    profile.partners.has(`${side}:${name.key}`);
  const proved = isSame
    ? wordsAgree(a, b)
    : missingA.every((name) => known(name, 'a')) && missingB.every((name) => known(name, 'b'));
  if (!proved) return [];
  return [{ code: 'name', a: toSide(a, missingA), b: toSide(b, missingB) }];
}

function isMissing(
  name: NameMention,
  side: 'a' | 'b',
  { words, skeletons }: ReturnType<typeof readWords>,
  profile: PairProfile,
): boolean {
  if (words.has(name.key)) return false;
  const partners = profile.partners.get(`${side}:${name.key}`);
  const opposite = side === 'a' ? 'b' : 'a';
  if (partners !== undefined && [...words].some((word) => partners.has(`${opposite}:${word}`))) {
    return false;
  }
  if (name.skeleton.length < 2) return false;
  return ![...skeletons].some((skeleton) => isSameSkeleton(name.skeleton, skeleton));
}

/** Whether the two sides say much the same in the same words. */
function wordsAgree(a: Passage, b: Passage): boolean {
  const [wordsA, wordsB] = [readWords(a).words, readWords(b).words];
  const shared = [...wordsA].filter((word) => wordsB.has(word)).length;
  return shared >= 0.6 * Math.max(wordsA.size, wordsB.size);
}
