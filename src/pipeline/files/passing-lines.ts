/** Two large texts that correspond line by line, as rows that come one after the other. */
import { isPlainUtf8, withoutUtf8Mark } from '../../read/decode/plain-utf8.js';
import { documentFormats, headLength, recogniseFormat } from '../../read/formats.js';
import { storedLines, type StoredLines } from '../../read/tables/stored/stored-lines.js';
import { resolveLanguages } from '../references/source-references.js';
import { languageOfLines, unequalLines } from './corresponding-lines.js';
import { detectedText } from './passing-detection.js';
import { paused, type PassingFile, type PassingFileOptions } from './passing-memory.js';
import { passingPairs, type Pair, type PassingMemory } from './passing-pairs.js';

/**
 * Opens two files of lines by reading each once.
 *
 * @returns undefined for files that are not plain text in UTF-8
 * @throws AppError `bad-anchor` for texts of different numbers of lines, `usage` for a language of a source that
 *   is not there
 */
export async function openPassingLines(
  files: readonly [PassingFile, PassingFile],
  { checks, languages, signal }: Pick<PassingFileOptions, 'checks' | 'languages' | 'signal'>,
): Promise<PassingMemory | undefined> {
  const read = async (file: PassingFile): Promise<StoredLines | undefined> => {
    const { name, head } = file;
    const start = head.subarray(0, headLength);
    if (recogniseFormat(name, start, documentFormats, true).name !== 'text') return undefined;
    if (!(await isPlainUtf8(head, file.pieces()))) return undefined;
    return storedLines(paused(withoutUtf8Mark(file.pieces()), signal));
  };
  const [a, b] = [await read(files[0]), await read(files[1])];
  if (!a || !b) return undefined;
  if (a.count !== b.count)
    throw unequalLines(
      { name: files[0].name, count: a.count },
      { name: files[1].name, count: b.count },
    );
  const given = resolveLanguages(languages, files);
  const textOf = (side: 0 | 1, lines: StoredLines) => {
    const { name } = files[side];
    const language = given[side] ?? languageOfLines(name);
    return language === undefined
      ? detectedText({ name }, (index) => lines.at(index).text, lines.count)
      : { name, language };
  };
  const texts = [textOf(0, a), textOf(1, b)] as const;
  return passingPairs(
    {
      format: 'text',
      textIs: 'file',
      lengths: [a.length, b.length],
      texts: () => texts,
      pairs: () => pairsOf(a, b, signal),
      isTooLong: () => false,
    },
    { checks },
  );
}

/** Rows per batch, as for any table. */
const rowsPerBatch = 64;
/** After so many rows, the program may look at its signals. */
const rowsBetweenPauses = 4096;

async function* pairsOf(
  a: StoredLines,
  b: StoredLines,
  signal: AbortSignal | undefined,
): AsyncGenerator<readonly Pair[], void, undefined> {
  let batch: Pair[] = [];
  for (let index = 0; index < a.count; index++) {
    const [left, right] = [a.at(index), b.at(index)];
    const texts = [left.text, right.text] as const;
    const areLinked = left.text !== '' && right.text !== '';
    batch.push({ texts, starts: [left.start, right.start], areLinked });
    if (batch.length === rowsPerBatch) {
      yield batch;
      batch = [];
    }
    if (index % rowsBetweenPauses !== 0) continue;
    await new Promise((resolve) => setImmediate(resolve));
    signal?.throwIfAborted();
  }
  if (batch.length > 0) yield batch;
}
