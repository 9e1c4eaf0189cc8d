/** A large translation memory as rows that come one after the other and are never all held. */
import { PassingChecker } from '../../check/passing-checker.js';
import type { Check, Mode, Paragraph, Sentence } from '../../domain.js';
import { headLength, recogniseFormat } from '../../read/formats.js';
import { isOwnFile } from '../../read/written/read-written.js';
import { languageReader, type StatedLanguage } from '../../text/languages/stated-language.js';
import { linkedReason } from '../linked-table.js';

/** One side of a row. */
export interface PassingCell {
  readonly sentence: Sentence;
  readonly paragraph: Paragraph;
}

/** A row: a pair, or a sentence alone. */
export interface PassingRow {
  readonly cells: readonly [PassingCell | null, PassingCell | null];
  readonly checks: readonly Check[];
}

/** One of the two texts. */
export interface PassingSource {
  readonly name: string;
  readonly format: string;
  readonly language: string;
  /** In UTF-16 units. */
  readonly length: number;
  readonly sentences: number;
}

/** How the two are linked. */
export interface PassingAlignment {
  readonly mode: Mode;
  readonly reason: string;
  /** How many pairs there are, and sentences alone. */
  readonly beads: number;
}

/** The same rows in the same order as in the table of the file's links. */
export interface PassingMemory {
  readonly sources: readonly [PassingSource, PassingSource];
  readonly alignment: PassingAlignment;
  /** Reads the file again, some rows at a time. */
  rows(): AsyncGenerator<readonly PassingRow[], void, undefined>;
}

/** A memory's file, which is read more than once. */
export interface PassingFile {
  readonly name: string;
  /** Its first bytes: at least 64 kB, unless it is shorter. */
  readonly head: Uint8Array;
  /** All of its bytes, from the first. */
  pieces(): AsyncIterable<Uint8Array>;
}

/** How a memory is read. */
export interface PassingOptions {
  /** Compare numbers, names and more within each pair. */
  readonly checks: boolean;
  readonly signal?: AbortSignal;
}

/** As readers of documents have it, which then refuse the file. */
const mostCharacters = 100_000_000;
const mostSentences = 1_000_000;

/**
 * Opens a memory of two texts by reading it once, for what stands before all rows and what is usual in them.
 *
 * @returns undefined for a file of another format, or one that is not simply pairs of two languages: it is to
 *   be read as a whole
 * @throws AppError as the format's reader
 */
export async function openPassingMemory(
  file: PassingFile,
  { checks, signal }: PassingOptions,
): Promise<PassingMemory | undefined> {
  const { name, head } = file;
  if (recogniseFormat(name, head.subarray(0, headLength)).name !== 'tmx') return undefined;
  // What it says of decisions and sentences is read with the whole table.
  if (isOwnFile('tmx', head)) return undefined;
  const { tmxUnits } = await import('../../read/tables/tmx/parse-tmx.js');
  const understand = languageReader();

  /** Pairs of texts as the units have them; undefined where they have anything else. */
  async function* pairs(): AsyncGenerator<readonly (UnitPair | undefined)[], void, undefined> {
    const languages: StatedLanguage[] = [];
    const place = (word: string): number => {
      const language = understand(word);
      const known = languages.findIndex(({ part }) => part === language.part);
      return known < 0 ? languages.push(language) - 1 : known;
    };
    const steps = tmxUnits(name, paused(file.pieces(), signal), (word) => void place(word));
    for await (const units of steps) {
      yield units.map(({ id, variants }) => {
        const texts: [string, string] = ['', ''];
        const parts = new Set(variants.map(({ language }) => understand(language).part));
        if (parts.size < variants.length) return undefined;
        for (const { language, text } of variants) {
          const trimmed = text.trim();
          if (trimmed === '') continue;
          const index = place(language);
          if (index > 1) return undefined;
          texts[index] = trimmed;
        }
        return { id, texts, languages };
      });
    }
  }

  const first = await firstPass(pairs(), checks);
  if (!first) return undefined;
  const { languages, totals, checker, pairs: linked } = first;
  const sourceOf = (index: 0 | 1): PassingSource => ({
    name: `${name}:${languages[index].part}`,
    format: 'tmx',
    language: languages[index].tag,
    length: totals[index].end,
    sentences: totals[index].count,
  });

  async function* rows(): AsyncGenerator<readonly PassingRow[], void, undefined> {
    const sides = new Sides([languages[0].tag, languages[1].tag]);
    // What only the second text has comes before the next pair, behind what only the first has.
    let waiting: PassingRow[] = [];
    for await (const batch of pairs()) {
      const found: PassingRow[] = [];
      for (const pair of batch) {
        if (!pair) continue;
        const [a, b] = sides.next(pair);
        if (a && b) {
          found.push(...waiting, {
            cells: [a, b],
            checks: checks
              ? checker.check({ sentences: [a.sentence] }, { sentences: [b.sentence] })
              : [],
          });
          waiting = [];
        } else if (a) found.push({ cells: [a, null], checks: [] });
        else if (b) waiting.push({ cells: [null, b], checks: [] });
      }
      if (found.length > 0) yield found;
    }
    if (waiting.length > 0) yield waiting;
  }

  const beads = totals[0].count + totals[1].count - linked;
  return {
    sources: [sourceOf(0), sourceOf(1)],
    alignment: { mode: 'parallel', reason: linkedReason, beads },
    rows,
  };
}

/** A unit's two texts, of which one may be empty. */
interface UnitPair {
  readonly id: string;
  readonly texts: readonly [string, string];
  /** In their order; as far as they have come up. */
  readonly languages: readonly StatedLanguage[];
}

interface FirstPass {
  readonly languages: readonly [KnownLanguage, KnownLanguage];
  readonly totals: readonly [Total, Total];
  /** How many units have both texts. */
  readonly pairs: number;
  readonly checker: PassingChecker;
}

interface KnownLanguage {
  readonly part: string;
  readonly tag: string;
}

interface Total {
  readonly count: number;
  readonly end: number;
}

async function firstPass(
  batches: AsyncIterable<readonly (UnitPair | undefined)[]>,
  checks: boolean,
): Promise<FirstPass | undefined> {
  let known: readonly [KnownLanguage, KnownLanguage] | undefined;
  let checker: PassingChecker | undefined;
  const early: UnitPair[] = [];
  let sides: Sides | undefined;
  let pairs = 0;
  const learn = (pair: UnitPair): void => {
    const [a, b] = sides?.next(pair) ?? [null, null];
    if (!a || !b) return;
    pairs++;
    if (checks) checker?.learn({ sentences: [a.sentence] }, { sentences: [b.sentence] });
  };
  for await (const batch of batches) {
    for (const pair of batch) {
      if (!pair) return undefined;
      if (!sides) {
        early.push(pair);
        known ??= bothOf(pair.languages);
        if (!known) {
          if (early.length > mostEarly) return undefined;
          continue;
        }
        const tags = [known[0].tag, known[1].tag] as const;
        sides = new Sides(tags);
        checker = new PassingChecker(tags);
        for (const one of early.splice(0)) learn(one);
      } else learn(pair);
      const [a, b] = sides.totals;
      if (a.end + b.end > mostCharacters) return undefined;
      if (Math.max(a.count, b.count) > mostSentences) return undefined;
    }
  }
  if (!sides || !known || !checker || pairs === 0) return undefined;
  return { languages: known, totals: sides.totals, pairs, checker };
}

/** So many units of one language come before the second at most. */
const mostEarly = 1000;

function bothOf(
  languages: readonly StatedLanguage[],
): readonly [KnownLanguage, KnownLanguage] | undefined {
  const [a, b] = languages;
  if (a?.language === undefined || b?.language === undefined) return undefined;
  return [
    { part: a.part, tag: a.language },
    { part: b.part, tag: b.language },
  ];
}

/** Numbers the sentences of the two texts, and gives them their places in these. */
class Sides {
  readonly #languages: readonly [string, string];
  readonly #totals: [Total, Total] = [
    { count: 0, end: 0 },
    { count: 0, end: 0 },
  ];

  constructor(languages: readonly [string, string]) {
    this.#languages = languages;
  }

  get totals(): readonly [Total, Total] {
    return this.#totals;
  }

  next({ id, texts }: UnitPair): [PassingCell | null, PassingCell | null] {
    return [this.#cell(0, id, texts[0]), this.#cell(1, id, texts[1])];
  }

  #cell(side: 0 | 1, id: string, text: string): PassingCell | null {
    if (text === '') return null;
    const { count, end: before } = this.#totals[side];
    const number = count + 1;
    const start = count === 0 ? 0 : before + 1;
    const end = start + text.length;
    this.#totals[side] = { count: number, end };
    const language = this.#languages[side];
    return {
      sentence: { number, paragraph: number, start, end, language, text, noise: null },
      paragraph: {
        number,
        start,
        end,
        heading: 0,
        locator: { kind: 'unit', id },
        noise: null,
        language,
        confidence: 1,
      },
    };
  }
}

/** After so many pieces, the program may look at its signals. */
const piecesBetweenPauses = 8;

async function* paused(
  all: AsyncIterable<Uint8Array>,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  let pieces = 0;
  for await (const piece of all) {
    yield piece;
    if (++pieces % piecesBetweenPauses !== 0) continue;
    await new Promise((resolve) => setImmediate(resolve));
    signal?.throwIfAborted();
  }
}
