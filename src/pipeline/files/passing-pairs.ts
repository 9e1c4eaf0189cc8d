/** Two texts that a file links pair by pair, as rows that come one after the other and are never all held. */
import { PassingChecker } from '../../check/passing-checker.js';
import type { BlockKind, Locator, Paragraph, SourceText, TextOrigin } from '../../domain.js';
import type {
  PassingCell,
  PassingRow,
  PassingSource,
  PassingTable,
} from '../../write/records/passing-rows.js';
import { linkedReason } from '../linked-table.js';

/** The same rows in the same order as in the table of the file's links. */
export interface PassingMemory extends PassingTable {
  /** What was odd about reading the texts. */
  readonly read: readonly Pick<SourceText, 'name' | 'encodingDoubt' | 'notices'>[];
}

/** What a row says, before it has a place. */
export interface Pair {
  /** One of them may be empty, or both. */
  readonly texts: readonly [string, string];
  readonly locators?: readonly [Locator, Locator];
  /** Their places in their texts, where these are not made of what the rows have. */
  readonly starts?: readonly [number, number];
  /** Whether the texts belong together: false for two that stand alone, empty or not. */
  readonly areLinked?: boolean;
}

/** One of the two texts, before its rows are read. */
export interface PairText {
  readonly name: string;
  /** BCP-47, of its stream. */
  readonly language: string;
  /** What was detected, by the place among its sentences, from 0; all of them are in its language without it. */
  readonly detected?: (index: number) => Pick<Paragraph, 'language' | 'confidence'>;
  readonly notices?: readonly string[];
}

/** Pairs that can be gone through more than once, the same each time. */
export interface PairSource {
  readonly format: string;
  readonly kind?: BlockKind;
  /** Whether the texts are the files' own; they are extracted if left out. */
  readonly textIs?: TextOrigin;
  /** How long the texts are, in UTF-16 units, where there is more of them than rows have. */
  readonly lengths?: readonly [number, number];
  /** The two texts; undefined as long as not both have come up in `pairs`. */
  texts(): readonly [PairText, PairText] | undefined;
  /** Some at a time; undefined in the place of what is no pair. */
  pairs(): AsyncIterable<readonly (Pair | undefined)[]>;
  /** Whether texts of these lengths, in UTF-16 units and sentences, are too long to be read. */
  isTooLong(totals: readonly [Total, Total]): boolean;
}

/** How long a text is. */
export interface Total {
  /** Sentences. */
  readonly count: number;
  /** In UTF-16 units. */
  readonly end: number;
}

/** How pairs are read. */
export interface PassingOptions {
  /** Compare numbers, names and more within each pair. */
  readonly checks: boolean;
}

/**
 * Goes through all pairs once, for what stands before all rows and what is usual in them.
 *
 * @returns undefined if the file is more than pairs of two texts, or has none
 * @throws AppError as the file's reader
 */
export async function passingPairs(
  source: PairSource,
  { checks }: PassingOptions,
): Promise<PassingMemory | undefined> {
  const first = await firstPass(source, checks);
  if (!first) return undefined;
  const { texts, totals, checker, pairs: linked } = first;
  const sourceOf = (index: 0 | 1): PassingSource => ({
    name: texts[index].name,
    format: source.format,
    language: texts[index].language,
    textIs: source.textIs ?? 'extracted',
    length: source.lengths?.[index] ?? totals[index].end,
    sentences: totals[index].count,
  });

  async function* rows(): AsyncGenerator<readonly PassingRow[], void, undefined> {
    const sides = new Sides(texts, source.kind);
    // What only the second text has comes before the next pair, behind what only the first has.
    let waiting: PassingRow[] = [];
    for await (const batch of source.pairs()) {
      const found: PassingRow[] = [];
      for (const pair of batch) {
        if (!pair) continue;
        const [a, b] = sides.next(pair);
        if (a && b && pair.areLinked !== false) {
          found.push(...waiting, {
            cells: [a, b],
            checks: checks
              ? checker.check({ sentences: [a.sentence] }, { sentences: [b.sentence] })
              : [],
          });
          waiting = [];
          continue;
        }
        if (a) found.push({ cells: [a, null], checks: [] });
        if (b) waiting.push({ cells: [null, b], checks: [] });
      }
      if (found.length > 0) yield found;
    }
    if (waiting.length > 0) yield waiting;
  }

  const beads = totals[0].count + totals[1].count - linked;
  return {
    sources: [sourceOf(0), sourceOf(1)],
    alignment: { mode: 'parallel', reason: linkedReason, beads },
    read: texts.map(({ name, notices }) => ({ name, ...(notices && { notices }) })),
    rows,
  };
}

interface FirstPass {
  readonly texts: readonly [PairText, PairText];
  readonly totals: readonly [Total, Total];
  /** How many rows have both texts. */
  readonly pairs: number;
  readonly checker: PassingChecker;
}

async function firstPass(source: PairSource, checks: boolean): Promise<FirstPass | undefined> {
  let checker: PassingChecker | undefined;
  const early: Pair[] = [];
  let texts: readonly [PairText, PairText] | undefined;
  let sides: Sides | undefined;
  let pairs = 0;
  const learn = (pair: Pair): void => {
    const [a, b] = sides?.next(pair) ?? [null, null];
    if (!a || !b || pair.areLinked === false) return;
    pairs++;
    if (checks) checker?.learn({ sentences: [a.sentence] }, { sentences: [b.sentence] });
  };
  for await (const batch of source.pairs()) {
    for (const pair of batch) {
      if (!pair) return undefined;
      if (!sides) {
        early.push(pair);
        texts = source.texts();
        if (!texts) {
          if (early.length > mostEarly) return undefined;
          continue;
        }
        sides = new Sides(texts, source.kind);
        checker = new PassingChecker([texts[0].language, texts[1].language]);
        for (const one of early.splice(0)) learn(one);
      } else learn(pair);
      if (source.isTooLong(sides.totals)) return undefined;
    }
  }
  if (!sides || !texts || !checker || pairs === 0) return undefined;
  return { texts, totals: sides.totals, pairs, checker };
}

/** So many rows of one text come before the second at most. */
const mostEarly = 1000;

/** Numbers the sentences of the two texts, and gives them their places in these. */
class Sides {
  readonly #texts: readonly [PairText, PairText];
  readonly #kind: BlockKind | undefined;
  readonly #totals: [Total, Total] = [
    { count: 0, end: 0 },
    { count: 0, end: 0 },
  ];

  constructor(texts: readonly [PairText, PairText], kind: BlockKind | undefined) {
    this.#texts = texts;
    this.#kind = kind;
  }

  get totals(): readonly [Total, Total] {
    return this.#totals;
  }

  next(pair: Pair): [PassingCell | null, PassingCell | null] {
    return [this.#cell(0, pair), this.#cell(1, pair)];
  }

  #cell(side: 0 | 1, { texts, locators, starts, areLinked }: Pair): PassingCell | null {
    const text = texts[side];
    if (text === '' && areLinked === undefined) return null;
    const { count, end: before } = this.#totals[side];
    const number = count + 1;
    const start = starts?.[side] ?? (count === 0 ? 0 : before + 1);
    const end = start + text.length;
    this.#totals[side] = { count: number, end };
    const own = this.#texts[side];
    const { language, confidence } = own.detected?.(count) ?? {
      language: own.language,
      confidence: 1,
    };
    return {
      sentence: { number, paragraph: number, start, end, language, text, noise: null },
      paragraph: {
        number,
        start,
        end,
        heading: 0,
        ...(this.#kind && { kind: this.#kind }),
        ...(locators && { locator: locators[side] }),
        noise: null,
        language,
        confidence,
      },
    };
  }
}
