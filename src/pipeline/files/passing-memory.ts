/** A large translation memory as rows that come one after the other and are never all held. */
import { headLength, recogniseFormat } from '../../read/formats.js';
import { isOwnFile } from '../../read/written/read-written.js';
import { languageReader, type StatedLanguage } from '../../text/languages/stated-language.js';
import type { SourceLanguages } from '../references/source-references.js';
import {
  passingPairs,
  type Pair,
  type PairText,
  type PassingMemory,
  type PassingOptions,
} from './passing-pairs.js';

/** A file of pairs, which is read more than once. */
export interface PassingFile {
  readonly name: string;
  /** As the user typed its path. */
  readonly operand: string;
  /** Its first bytes: at least 64 kB, unless it is shorter. */
  readonly head: Uint8Array;
  /** All of its bytes, from the first. */
  pieces(): AsyncIterable<Uint8Array>;
}

/** How a file of pairs is opened. */
export interface PassingFileOptions extends PassingOptions {
  readonly columns?: readonly string[];
  readonly languages?: SourceLanguages;
  readonly from?: string;
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
  { checks, columns, languages: given, from, signal }: PassingFileOptions,
): Promise<PassingMemory | undefined> {
  const { name, head } = file;
  if (columns !== undefined || given !== undefined || from !== undefined) return undefined;
  if (recogniseFormat(name, head.subarray(0, headLength)).name !== 'tmx') return undefined;
  // What it says of decisions and sentences is read with the whole table.
  if (isOwnFile('tmx', head)) return undefined;
  const { tmxUnits } = await import('../../read/tables/tmx/parse-tmx.js');
  const understand = languageReader();
  /** In the order in which they come up, which is the same each time. */
  const languages: StatedLanguage[] = [];
  const place = (word: string): number => {
    const language = understand(word);
    const known = languages.findIndex(({ part }) => part === language.part);
    return known < 0 ? languages.push(language) - 1 : known;
  };

  /** Pairs of texts as the units have them; undefined where they have anything else. */
  async function* pairs(): AsyncGenerator<readonly (Pair | undefined)[], void, undefined> {
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
        const locator = { kind: 'unit', id } as const;
        return { texts, locators: [locator, locator] };
      });
    }
  }

  return passingPairs(
    {
      format: 'tmx',
      texts: () => bothOf(name, languages),
      pairs,
      isTooLong: ([a, b]) =>
        a.end + b.end > mostCharacters || Math.max(a.count, b.count) > mostSentences,
    },
    { checks },
  );
}

function bothOf(
  name: string,
  [a, b]: readonly StatedLanguage[],
): readonly [PairText, PairText] | undefined {
  if (a?.language === undefined || b?.language === undefined) return undefined;
  return [
    { name: `${name}:${a.part}`, language: a.language },
    { name: `${name}:${b.part}`, language: b.language },
  ];
}

/** After so many pieces, the program may look at its signals. */
const piecesBetweenPauses = 8;

/** The same pieces, with pauses between them in which a signal can stop the program. */
export async function* paused(
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
