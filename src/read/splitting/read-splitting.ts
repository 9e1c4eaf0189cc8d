/** From the files that say how sentences are split to what splits them. */
import { decodeBytes } from '../decode/decode.js';
import { readAbbreviations } from './read-abbreviations.js';
import { readSrx } from './read-srx.js';
import type { SplittingRules } from './rules.js';

/** A file of rules: what messages call it, and its bytes. */
export interface RulesFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The files that say how sentences are split. */
export interface SplittingFiles {
  readonly srx?: RulesFile;
  readonly abbreviations?: RulesFile;
}

/**
 * Reads them.
 *
 * @throws AppError `bad-rules`, `unreadable-document` and `undecodable-source` for files that cannot be used
 */
export async function readSplitting(files: SplittingFiles): Promise<SplittingRules> {
  const { srx, abbreviations } = files;
  const rules = srx && (await readSrx(srx.name, srx.bytes));
  const lists =
    abbreviations &&
    readAbbreviations(
      abbreviations.name,
      (await decodeBytes(abbreviations.name, abbreviations.bytes, undefined)).text,
    );
  return { ...(rules && { srx: rules }), ...(lists && { abbreviations: lists }) };
}
