import type { Check, Group, Source, Stream } from '../domain.js';
import { checkDates } from './date.js';
import { checkLength, lengthDeviation, lengthOf } from './length.js';
import { checkNames } from './name.js';
import { checkNegation } from './negation.js';
import { checkNumbers } from './number.js';
import { makePassage } from './passage.js';
import type { Passage } from './passage.js';
import { profilePair } from './profile.js';
import type { PairProfile } from './profile.js';
import { checkQuotations } from './quotation.js';
import { checkUnits } from './unit.js';
import { checkUntranslated } from './untranslated.js';

/** What the checks read of a row. */
export type Cells = Pick<Group, 'cells'>;

/** What the checks read besides the row. */
export interface CheckParts {
  readonly sources?: readonly Source[];
  readonly streams: readonly Stream[];
  /** All rows: what is usual between two streams is read from them once. Without them, usual values. */
  readonly groups?: readonly Cells[];
}

/** A side may be this much shorter than usual (in spreads) and still be the whole passage. */
const wholeWithin = 1.2;
/** ... but by no more characters than a clause has. */
const clauseLength = 12;

const noGroups: readonly Cells[] = [];
const profiles = new WeakMap<readonly Cells[], Map<string, PairProfile>>();

/** Everything in a row that a person should look at, pair of streams by pair of streams. */
export function checkGroup(parts: CheckParts, group: Cells): Check[] {
  const passages = parts.streams.flatMap((stream, index) => {
    const passage = makePassage(stream, index, group.cells[index] ?? []);
    return passage === null ? [] : [passage];
  });
  const checks: Check[] = [];
  passages.forEach((a, at) => {
    for (const b of passages.slice(at + 1)) {
      checks.push(...checkPair(a, b, profileOf(parts, a.stream, b.stream)));
    }
  });
  return checks;
}

/** The checks of two passages that should say the same. */
export function checkPair(a: Passage, b: Passage, profile: PairProfile): Check[] {
  if (a.text === b.text) return [];
  const [lengthA, lengthB] = [lengthOf(a.text), lengthOf(b.text)];
  const deviation = lengthDeviation(lengthA, lengthB, profile.length);
  const isWhole = Math.abs(deviation) <= wholeWithin;
  const missing = lengthA * Math.exp(profile.length.center) - lengthB;
  const dates = checkDates(a, b);
  const untranslated = checkUntranslated(a, b);
  return [
    ...dates.checks,
    ...checkNumbers(a, b, {
      wholeA: deviation <= wholeWithin && -missing <= clauseLength,
      wholeB: deviation >= -wholeWithin && missing <= clauseLength,
      isReliable: profile.numbersAgree,
      consumed: dates.consumed,
    }),
    ...checkUnits(a, b),
    ...checkNames(a, b, profile),
    // Text that was left as it stands is not negated in the other language's words.
    ...(untranslated.length > 0 ? [] : checkNegation(a, b, isWhole)),
    ...checkQuotations(a, b, profile.quotationsAgree),
    ...checkLength(a, lengthA, b, lengthB, profile.length),
    ...untranslated,
  ];
}

function profileOf(parts: CheckParts, a: number, b: number): PairProfile {
  const groups = parts.groups ?? noGroups;
  let known = profiles.get(groups);
  if (known === undefined) {
    known = new Map();
    profiles.set(groups, known);
  }
  const key = `${a}:${b}`;
  let profile = known.get(key);
  if (profile === undefined) {
    profile = profilePair(parts.streams, groups, a, b);
    known.set(key, profile);
  }
  return profile;
}
