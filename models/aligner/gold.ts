import { join } from 'node:path';
import type { StreamInput } from '../../src/align/input/stream-input.js';
import type { Embedder, Sentence, Stream } from '../../src/domain.js';
import type { NumberedBead } from '../../src/score/vecalign-notation.js';
import { readSet, type GoldSide } from '../../test/bench/gold-sets.js';
import { cutRuns } from './cuts.js';
import { addJunk } from './junk.js';
import { putStrangers } from './strangers.js';
import type { RawPair } from './raw-pair.js';

/** A hand-aligned document with its vectors, ready to be aligned. */
export interface EmbeddedDocument {
  readonly set: string;
  readonly name: string;
  readonly a: StreamInput;
  readonly b: StreamInput;
  readonly gold: readonly NumberedBead[];
}

/** Sets whose texts run in the same order, with the name they have in tables. */
export const PARALLEL_SETS: Readonly<Record<string, string>> = {
  'textberg-de-fr': 'Text+Berg',
  'mac-zh-en-dev': 'MAC',
  'transread-novels': 'TransRead',
  'champollion-zh-en': 'Champollion',
  'parice-en-is': 'ParIce',
  'maligna-pl': 'maligna',
  'onestop-en-levels': 'OneStop',
};

/** What the score is fitted on: the parallel sets, and passages of books in 46 languages. */
export const SCORE_SETS: Readonly<Record<string, string>> = {
  ...PARALLEL_SETS,
  'books-multi': 'Books in 46 languages',
};

/** Sets that confidence is fitted on: also a kind that the score was not fitted on. */
export const CONFIDENCE_SETS = [...Object.keys(SCORE_SETS), 'ablit-en-abridged'] as const;

/** One side of a document as a stream, one sentence a line, as `--segmented` reads it. */
export function toStream(source: number, { language = 'und', lines }: GoldSide): Stream {
  let start = 0;
  const sentences = lines.map((text, k): Sentence => {
    const end = start + text.length;
    const sentence = { number: k + 1, paragraph: 1, language, text, noise: null, start, end };
    start = end + 1;
    return sentence;
  });
  return { source, language, sentences };
}

/** Documents as they are; copies with runs of junk, without passages on one side, with sentences that say something else. */
export type Copy = 'plain' | 'junk' | 'cut' | 'strangers';

const makeCopy = {
  plain: (pair: RawPair): RawPair => pair,
  junk: addJunk,
  cut: cutRuns,
  strangers: putStrangers,
};

/** Reads and embeds the documents of a set. */
export async function loadSet(
  goldFolder: string,
  set: string,
  embedder: Embedder,
  copy: Copy = 'plain',
): Promise<EmbeddedDocument[]> {
  const documents: EmbeddedDocument[] = [];
  for (const [index, { name, a, b, gold }] of readSet(join(goldFolder, set)).entries()) {
    const pair = makeCopy[copy]({ lines: [a.lines, b.lines], gold }, index + 1);
    const embed = async (source: 0 | 1, side: GoldSide): Promise<StreamInput> => {
      const lines = pair.lines[source];
      return {
        stream: toStream(source, { ...side, lines }),
        embedding: await embedder.embed(lines, { pieces: true }),
      };
    };
    documents.push({ set, name, a: await embed(0, a), b: await embed(1, b), gold: pair.gold });
  }
  return documents;
}
