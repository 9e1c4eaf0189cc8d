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
  const isTelling = (names: typeof namesA, others: typeof namesB, side: 'a' | 'b'): boolean => {
    const isAmong = lookUpIn(others);
    return names.some(
      ({ key, person }) =>
        (isSame || person || partners[side].has(key)) && !isAmong(key, partners[side].get(key)),
    );
  };
  if (!isTelling(namesA, namesB, 'a') || !isTelling(namesB, namesA, 'b')) return [];
  const wordsB = b.words();
  const missingA = missingOf(namesA, wordsB, partners.a);
  if (missingA.length === 0) return [];
  const wordsA = a.words();
  const missingB = missingOf(namesB, wordsA, partners.b);
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

/** So many names are compared one by one; most passages have no more. */
const fewNames = 16;

/** Whether a name, or a partner of it, is one of these. */
function lookUpIn(
  names: readonly NameMention[],
): (key: string, partners: ReadonlySet<string> | undefined) => boolean {
  if (names.length <= fewNames)
    return (key, partners) =>
      names.some((name) => name.key === key || partners?.has(name.key) === true);
  const keys = new Set(names.map(({ key }) => key));
  return (key, partners) => keys.has(key) || hasOne(keys, partners);
}

function hasOne(keys: ReadonlySet<string>, wanted: ReadonlySet<string> | undefined): boolean {
  if (wanted !== undefined) for (const key of wanted) if (keys.has(key)) return true;
  return false;
}

/** Where more names than this are not words of the other text, none of them was exchanged for another. */
const mostCompared = 100;

/** The names that are not in the other text, in any spelling; none where this would take long to say. */
function missingOf(
  names: readonly NameMention[],
  others: WordForms,
  partners: NamePartners[keyof NamePartners],
): readonly NameMention[] {
  const absent = names.filter(
    ({ key }) => !others.words.has(key) && !hasOne(others.words, partners.get(key)),
  );
  const compared = absent.filter(({ skeleton }) => skeleton.length >= 2);
  return compared.length > mostCompared ? [] : compared.filter((name) => isMissing(name, others));
}

function isMissing({ skeleton }: NameMention, { skeletons }: WordForms): boolean {
  for (const other of skeletons) if (isSameSkeleton(skeleton, other)) return false;
  return true;
}

/** Whether the two sides say much the same in the same words. */
function wordsAgree(wordsA: ReadonlySet<string>, wordsB: ReadonlySet<string>): boolean {
  const shared = [...wordsA].filter((word) => wordsB.has(word)).length;
  return shared >= 0.6 * Math.max(wordsA.size, wordsB.size);
}
