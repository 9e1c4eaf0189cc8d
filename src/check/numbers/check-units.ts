import type { Check } from '../../domain.js';
import { units } from './unit-data.js';
import type { Unit } from './unit-data.js';
import { toSide } from '../passage/passage.js';
import type { Mention } from '../passage/mentions.js';
import type { Passage } from '../passage/passage.js';
import { mayHave, Sign } from '../passage/signs.js';

interface Measure extends Mention {
  readonly unit: Unit;
  readonly readings: readonly number[];
}

const exact = new Map<string, Unit[]>();
const prefixes: (readonly [string, Unit])[] = [];
for (const unit of units) {
  for (const written of unit.words.split('/')) {
    const word = written.replace(/_/g, ' ');
    if (word.endsWith('*')) prefixes.push([word.slice(0, -1), unit]);
    else exact.set(word, [...(exact.get(word) ?? []), unit]);
  }
}
/** Directly after the number: a sign, one word or two. */
const afterPattern = /^[\s\u00a0\u202f-]{0,2}([$€£¥₹%％٪]|°\s?[CF]|[\p{L}\p{M}]+\.?(?:\s\p{L}+)?)/u;
const beforePattern = /(US\$|[$€£¥₹]|\b(?:USD|EUR|GBP|JPY|INR|LKR|Rs)\.?|百分之)\s?$/u;

/**
 * The same number with another unit of the same kind: kilometres for miles, dollars for euros. A
 * unit that one side leaves out, or converts together with its number, is not reported here.
 */
export function checkUnits(a: Passage, b: Passage): Check[] {
  if (!mayHave(a.signs, Sign.digit) || !mayHave(b.signs, Sign.digit)) return [];
  const measuresA = findMeasures(a);
  if (measuresA.length === 0) return [];
  const measuresB = findMeasures(b);
  const [knownA, knownB] = [new KnownMeasures(measuresA), new KnownMeasures(measuresB)];
  for (const measure of measuresA) {
    const other = knownB.inOtherUnit(measure);
    if (other !== null && knownA.inOtherUnit(other) !== null) {
      return [{ code: 'unit', a: toSide(a, [measure]), b: toSide(b, [other]) }];
    }
  }
  return [];
}

/** The measures of a passage, by what they measure and by number. */
class KnownMeasures {
  /** The first measure of each, by its place in the passage, and all units. */
  readonly #known = new Map<string, { readonly first: number; readonly units: Set<Unit> }>();
  readonly #measures: readonly Measure[];

  constructor(measures: readonly Measure[]) {
    this.#measures = measures;
    for (const [first, { unit, readings }] of measures.entries())
      for (const reading of readings) {
        const key = `${unit.family} ${reading}`;
        const own = this.#known.get(key);
        if (own) own.units.add(unit);
        else this.#known.set(key, { first, units: new Set([unit]) });
      }
  }

  /** The first measure of the same number in another unit; null if there is none, or one in the same unit. */
  inOtherUnit({ unit, readings }: Measure): Measure | null {
    let least = Infinity;
    for (const reading of readings) {
      const same = this.#known.get(`${unit.family} ${reading}`);
      if (same?.units.has(unit) === true) return null;
      least = Math.min(least, same?.first ?? Infinity);
    }
    return this.#measures[least] ?? null;
  }
}

function findMeasures(passage: Passage): Measure[] {
  const found: Measure[] = [];
  for (const number of passage.numbers) {
    const after = afterPattern.exec(passage.text.slice(number.end, number.end + 40));
    const before = beforePattern.exec(
      passage.text.slice(Math.max(0, number.start - 6), number.start),
    );
    for (const unit of [...unitsOf(before?.[1]), ...unitsOf(after?.[1])]) {
      const start =
        before && unitsOf(before[1]).includes(unit)
          ? number.start - before[0].length
          : number.start;
      const end = start < number.start ? number.end : number.end + (after?.[0].length ?? 0);
      const value = passage.text.slice(start, end).trim();
      found.push({ value, start, end, unit, readings: number.readings });
    }
  }
  return found;
}

function unitsOf(written: string | undefined): Unit[] {
  if (written === undefined) return [];
  const whole = written.toLowerCase().replace(/\.$/, '').replace(/°\s/, '°');
  const first = whole.split(/\s/)[0]!.replace(/\.$/, '');
  const known = exact.get(whole) ?? exact.get(first);
  if (known !== undefined) return known;
  return prefixes.filter(([prefix]) => first.startsWith(prefix)).map(([, unit]) => unit);
}
