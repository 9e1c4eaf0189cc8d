import type { Check } from '../../domain.js';
import type { NameMention, WordForms } from '../passage/mentions.js';
import { toSide } from '../passage/passage.js';
import type { Passage } from '../passage/passage.js';
import { isSameSkeleton } from './skeleton.js';

/** The names of each side by their keys, with the keys on the other side that repeatedly occur beside them. */
export interface NamePartners {
  readonly a: ReadonlyMap<string, ReadonlySet<string>>;
  readonly b: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * A name that was replaced by another. Names are translated, inflected and replaced by pronouns, so
 * a name that is merely missing on one side is not reported. Each side must have a name that the
 * other lacks, and the two must be comparable: in the same language, after titles ("Mr Okafor"), or
 * where the rows of the two texts have shown the name's counterpart.
 */
export function checkNames(a: Passage, b: Passage, partners: NamePartners): Check[] {
  const isSame = a.base === b.base;
  const [namesA, namesB] = [a.names, b.names];
  if (namesA.length === 0 || namesB.length === 0) return [];
  // Most rows end here: their names are on both sides, or prove nothing.
  const isTelling = (names: typeof namesA, others: typeof namesB, side: 'a' | 'b'): boolean =>
    names.some(
      (name) =>
        (isSame || name.person || partners[side].has(name.key)) &&
        !isAmong(others, name, partners[side]),
    );
  if (!isTelling(namesA, namesB, 'a') || !isTelling(namesB, namesA, 'b')) return [];
  const wordsB = b.words();
  const missingA = namesA.filter((name) => isMissing(name, wordsB, partners.a));
  if (missingA.length === 0) return [];
  const wordsA = a.words();
  const missingB = namesB.filter((name) => isMissing(name, wordsA, partners.b));
  if (missingB.length === 0) return [];
  // "Barack Obama" for "the American President" is not an exchange: just as many names must be kept
  // elsewhere.
  if (missingA.length !== missingB.length) return [];
  const proved = isSame
    ? wordsAgree(wordsA.words, wordsB.words)
    : (missingA.length === 1 && missingA[0]?.person === true && missingB[0]?.person === true) ||
      (missingA.every(({ key }) => partners.a.has(key)) &&
        missingB.every(({ key }) => partners.b.has(key)));
  if (!proved) return [];
  return [{ code: 'name', a: toSide(a, missingA), b: toSide(b, missingB) }];
}

/** Whether a name, or a partner of it, is a name of the other side. */
function isAmong(
  others: readonly NameMention[],
  { key }: NameMention,
  partners: NamePartners[keyof NamePartners],
): boolean {
  const known = partners.get(key);
  return others.some((other) => other.key === key || known?.has(other.key) === true);
}

function isMissing(
  name: NameMention,
  others: WordForms,
  partners: NamePartners[keyof NamePartners],
): boolean {
  if (others.words.has(name.key)) return false;
  const known = partners.get(name.key);
  if (known !== undefined) for (const key of known) if (others.words.has(key)) return false;
  const { skeleton } = name;
  if (skeleton.length < 2) return false;
  for (const other of others.skeletons) if (isSameSkeleton(skeleton, other)) return false;
  return true;
}

/** Whether the two sides say much the same in the same words. */
function wordsAgree(wordsA: ReadonlySet<string>, wordsB: ReadonlySet<string>): boolean {
  const shared = [...wordsA].filter((word) => wordsB.has(word)).length;
  return shared >= 0.6 * Math.max(wordsA.size, wordsB.size);
}
