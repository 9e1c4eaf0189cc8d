import { Checker } from '../../../src/check/checker.js';
import { DateFinder } from '../../../src/check/dates/find-dates.js';
import { NameFinder } from '../../../src/check/names/find-names.js';
import { NumberFinder } from '../../../src/check/numbers/find-numbers.js';
import type { Check, Embedder, Group, Stream } from '../../../src/domain.js';
import { loadSet } from '../gold.js';
import type { EmbeddedDocument } from '../gold.js';
import { isSound } from './documents.js';
import { listSets } from '../../../test/bench/gold-sets.js';
import { seededRandom } from '../../../test/seeded-random.js';
import type { Random } from '../../../test/seeded-random.js';

/**
 * `check-report GOLD`: how many beads of the gold the checks raise an alarm on, and how many of the
 * errors they find that are put into them: a number changed, a name exchanged, a negation dropped.
 */
const [goldFolder] = process.argv.slice(2);
if (goldFolder === undefined) throw new Error('usage: check-report GOLD');

type Corrupt = (text: string, language: string, random: Random, names: string[]) => string | null;

const corruptions: Readonly<Record<string, Corrupt>> = {
  number: changeNumber,
  date: changeDate,
  name: changeName,
  negation: dropNegation,
};

/** The checks read text only. */
const noVectors: Embedder = {
  id: 'none',
  dimension: 1,
  languages: null,
  embed: (texts) =>
    Promise.resolve({
      vectors: {
        count: texts.length,
        dimension: 1,
        units: new Float32Array(texts.length),
        norms: new Float32Array(texts.length),
      },
      pieces: null,
    }),
  close: () => Promise.resolve(),
};

const rows: Record<string, Record<string, string | number>> = {};
for (const set of listSets(goldFolder, undefined)) {
  const documents = (await loadSet(goldFolder, set, noVectors)).filter(isSound);
  const counts = { rows: 0, any: 0, codes: new Map<string, number>() };
  const found = new Map<string, { made: number; found: number }>();
  for (const document of documents) {
    const groups = document.gold.map(({ a, b }) => toGroup(a, b));
    const streams = [document.a.stream, document.b.stream];
    const checker = new Checker(streams, groups);
    for (const group of groups.filter(hasTwo)) {
      counts.rows++;
      const checks = checker.check(group);
      if (checks.length > 0) counts.any++;
      for (const code of new Set(checks.map(({ code }) => code))) {
        counts.codes.set(code, (counts.codes.get(code) ?? 0) + 1);
      }
      if (checks.length === 0) corruptRow(document, checker, group, found);
    }
  }
  const share = (part: number, whole: number): string =>
    whole === 0 ? '' : `${((100 * part) / whole).toFixed(1)}%`;
  rows[set] = { beads: counts.rows, alarms: share(counts.any, counts.rows) };
  for (const [code, count] of counts.codes) rows[set]![`${code} alarm`] = share(count, counts.rows);
  for (const [code, { made, found: seen }] of found) {
    rows[set]![`${code} found`] = `${share(seen, made)} of ${made}`;
  }
}
console.table(rows);

function toGroup(a: readonly number[], b: readonly number[]): Group {
  return { cells: [a, b], score: 1, confidence: 1, method: 'parallel', crossing: false };
}

function hasTwo(group: Group): boolean {
  return group.cells.every((cell) => cell.length > 0);
}

/** Puts one error of each kind into the second side, where there is something to get wrong. */
function corruptRow(
  document: Pick<EmbeddedDocument, 'set' | 'name' | 'a' | 'b'>,
  checker: Checker,
  group: Group,
  found: Map<string, { made: number; found: number }>,
): void {
  const random = seededRandom(`${document.set}/${document.name}/${group.cells.join('|')}`);
  const finder = new NameFinder(document.b.stream.language);
  const names = document.b.stream.sentences
    .slice(0, 200)
    .flatMap(({ text }) => finder.find(text).map((name) => name.value));
  for (const [code, corrupt] of Object.entries(corruptions)) {
    const sentences = [...document.b.stream.sentences];
    const at = group.cells[1]![0]!;
    const text = corrupt(sentences[at]!.text, document.b.stream.language, random, names);
    if (text === null) continue;
    sentences[at] = { ...sentences[at]!, text };
    const changed: Stream = { ...document.b.stream, sentences };
    const checks = checker.over([document.a.stream, changed]).check(group);
    const entry = found.get(code) ?? { made: 0, found: 0 };
    entry.made++;
    if (isFound(checks, code)) entry.found++;
    found.set(code, entry);
  }
}

/** A wrong date may as well be found as a wrong number. */
function isFound(checks: readonly Check[], code: string): boolean {
  return checks.some(
    (check) => check.code === code || (code === 'date' && check.code === 'number'),
  );
}

function changeNumber(text: string, language: string, random: Random): string | null {
  const dates = new DateFinder(language).find(text);
  const inDate = (at: number): boolean => dates.some(({ start, end }) => at >= start && at < end);
  const digits = new NumberFinder(language).find(text).filter((n) => n.digits && !inDate(n.start));
  const number = digits[Math.floor(random() * digits.length)];
  if (number === undefined) return null;
  const last = text.slice(number.start, number.end).search(/[0-9](?!.*[0-9])/);
  if (last < 0) return null;
  const at = number.start + last;
  const digit = (Number(text[at]) + 1 + Math.floor(random() * 8)) % 10;
  return text.slice(0, at) + String(digit) + text.slice(at + 1);
}

function changeDate(text: string, language: string, random: Random): string | null {
  const dates = new DateFinder(language).find(text);
  const date = dates[Math.floor(random() * dates.length)];
  if (date === undefined) return null;
  const day = text.slice(date.start, date.end).search(/[0-9]/);
  if (day < 0) return null;
  const at = date.start + day;
  return text.slice(0, at) + String((Number(text[at]) % 9) + 1) + text.slice(at + 1);
}

function changeName(
  text: string,
  language: string,
  random: Random,
  names: readonly string[],
): string | null {
  const own = new NameFinder(language).find(text);
  const others = names.filter((name) => !own.some(({ value }) => value === name));
  const name = own[Math.floor(random() * own.length)];
  const other = others[Math.floor(random() * others.length)];
  if (name === undefined || other === undefined) return null;
  return text.slice(0, name.start) + other + text.slice(name.end);
}

function dropNegation(text: string, language: string): string | null {
  const patterns: Readonly<Record<string, RegExp>> = {
    en: /\s(?:not|never)(?=\s)|n't\b/u,
    de: /\s(?:nicht|nie|niemals)(?=[\s.,])/u,
    fr: /\s(?:ne\s|n'\s?)(.{2,30}?)\s(?:pas|jamais|plus|rien)(?=[\s.,])/u,
    is: /\sekki(?=[\s.,])/u,
  };
  const pattern = patterns[language];
  if (pattern === undefined || !pattern.test(text)) return null;
  return text.replace(pattern, language === 'fr' ? ' $1' : '');
}
