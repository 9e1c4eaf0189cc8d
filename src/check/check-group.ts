import type { Check, Group, Source, Stream } from '../domain.js';
import { checkDates } from './date.js';
import { checkLength, lengthDeviation, lengthOf } from './length.js';
import { checkNames } from './name.js';
import { readNames } from './names.js';
import { checkNegation } from './negation.js';
import { checkNumbers } from './number.js';
import { numbersOf } from './numbers.js';
import { makeSentencePassages, passagesOf } from './passage.js';
import type { Passage } from './passage.js';
import { profilePair } from './profile.js';
import type { PairProfile } from './profile.js';
import { checkQuotations, findQuotations } from './quotation.js';
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

/** Of so many rows what was read once is kept; of more it is read again, because memory counts. */
const fewRows = 20_000;

const noGroups: readonly Cells[] = [];
const profiles = new WeakMap<readonly Cells[], Map<string, PairProfile>>();
const passages = new WeakMap<readonly Stream[], WeakMap<Cells, Passages>>();

type Passages = readonly (Passage | null)[];

/** Everything in a row that a person should look at, pair of streams by pair of streams. */
export function checkGroup(parts: CheckParts, group: Cells): Check[] {
  const filled = passagesIn(parts, group).filter((passage) => passage !== null);
  const checks: Check[] = [];
  filled.forEach((a, at) => {
    for (const b of filled.slice(at + 1)) {
      checks.push(...checkPair(a, b, profileOf(parts, a.stream, b.stream)));
    }
  });
  return checks;
}

/**
 * Reads single sentences before it is known what answers what, where there is time for it: rows of
 * one sentence a side are checked sooner then, with the same result.
 */
export function readAhead(streams: readonly Stream[]): void {
  streams.forEach((stream, index) => makeSentencePassages(stream, index).forEach(read));
}

/** The same of rows, while what is usual is not known yet. */
export function readRows(parts: CheckParts, groups: readonly Cells[]): void {
  for (const group of groups) {
    for (const passage of passagesIn(parts, group)) if (passage !== null) read(passage);
  }
}

function read(passage: Passage): void {
  numbersOf(passage);
  readNames(passage);
  findQuotations(passage);
}

/** What is usual between two streams of all rows, to be told to another thread. */
export interface KnownProfile {
  readonly a: number;
  readonly b: number;
  readonly profile: PairProfile;
}

/** What is usual between every two streams. */
export function profileAll(parts: CheckParts): KnownProfile[] {
  return parts.streams.flatMap((_, a) =>
    parts.streams.slice(a + 1).map((_, offset): KnownProfile => {
      const b = a + 1 + offset;
      return { a, b, profile: profileOf(parts, a, b) };
    }),
  );
}

/** Takes over what `profileAll` found for the same rows elsewhere. */
export function useProfiles(groups: readonly Cells[], known: readonly KnownProfile[]): void {
  profiles.set(groups, new Map(known.map(({ a, b, profile }) => [`${a}:${b}`, profile])));
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

/** The passages of a row; the same ones each time, unless there are many rows. */
function passagesIn(parts: CheckParts, group: Cells): Passages {
  const { streams, groups = noGroups } = parts;
  if (groups.length > fewRows) return passagesOf(streams, group);
  let known = passages.get(streams);
  if (known === undefined) {
    known = new WeakMap();
    passages.set(streams, known);
  }
  let own = known.get(group);
  if (own === undefined) {
    own = passagesOf(streams, group);
    known.set(group, own);
  }
  return own;
}

function* rowsOf(parts: CheckParts, groups: readonly Cells[]): Generator<Passages> {
  for (const group of groups) yield passagesIn(parts, group);
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
    profile = profilePair(rowsOf(parts, groups), a, b);
    known.set(key, profile);
  }
  return profile;
}
