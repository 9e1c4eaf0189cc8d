import type { Check, Group, Source, Stream } from '../domain.js';
import { checkDates } from './dates/check-dates.js';
import { comparableLength } from '../text/length.js';
import { checkLength, lengthDeviation } from './check-length.js';
import { checkNames } from './names/check-names.js';
import { readNames } from './names/find-names.js';
import { checkNegation } from './negation/check-negation.js';
import { checkNumbers } from './numbers/check-numbers.js';
import { numbersOf } from './numbers/find-numbers.js';
import { makeSentencePassages, passagesOf } from './passage.js';
import type { Passage } from './passage.js';
import { profilePair } from './profile.js';
import type { PairProfile } from './profile.js';
import { checkQuotations, findQuotations } from './check-quotations.js';
import { checkUnits } from './numbers/check-units.js';
import { checkUntranslated } from './check-untranslated.js';

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
const profiles = new WeakMap<readonly Cells[], Profiles>();
const passages = new WeakMap<readonly Stream[], WeakMap<Cells, Passages>>();

type Passages = readonly (Passage | null)[];

/** What is usual between pairs of streams, by `a:b`. */
export type Profiles = Map<string, PairProfile>;

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

/** The same of some of the rows, while what is usual is not known yet. Nothing where it would not be kept. */
export function readRows(parts: CheckParts, groups: readonly Cells[]): void {
  if (!keepsPassages(parts)) return;
  for (const group of groups) {
    for (const passage of passagesIn(parts, group)) if (passage !== null) read(passage);
  }
}

function read(passage: Passage): void {
  numbersOf(passage);
  readNames(passage);
  findQuotations(passage);
}

/** What is usual between every two streams of all rows, to be told to another thread. */
export function profileAll(parts: CheckParts): Profiles {
  for (let b = 1; b < parts.streams.length; b++) {
    for (let a = 0; a < b; a++) profileOf(parts, a, b);
  }
  return profilesOf(parts.groups ?? noGroups);
}

/** Takes over what `profileAll` found for the same rows elsewhere. */
export function takeProfiles(groups: readonly Cells[], known: Profiles): void {
  profiles.set(groups, known);
}

/** The checks of two passages that should say the same. */
export function checkPair(a: Passage, b: Passage, profile: PairProfile): Check[] {
  if (a.text === b.text) return [];
  const [lengthA, lengthB] = [comparableLength(a.text), comparableLength(b.text)];
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
  const { streams } = parts;
  if (!keepsPassages(parts)) return passagesOf(streams, group);
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

function keepsPassages({ groups = noGroups }: CheckParts): boolean {
  return groups.length <= fewRows;
}

function* rowsOf(parts: CheckParts, groups: readonly Cells[]): Generator<Passages> {
  for (const group of groups) yield passagesIn(parts, group);
}

function profileOf(parts: CheckParts, a: number, b: number): PairProfile {
  const groups = parts.groups ?? noGroups;
  const known = profilesOf(groups);
  const key = `${a}:${b}`;
  let profile = known.get(key);
  if (profile === undefined) {
    profile = profilePair(rowsOf(parts, groups), a, b);
    known.set(key, profile);
  }
  return profile;
}

function profilesOf(groups: readonly Cells[]): Profiles {
  let known = profiles.get(groups);
  if (known === undefined) {
    known = new Map();
    profiles.set(groups, known);
  }
  return known;
}
