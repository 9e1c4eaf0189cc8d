/** Runs `paralign compare`: two alignments of the same texts. */
import { resolve } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { AppError, ExitCode } from '../../../errors.js';
import type { InputFile } from '../../../platform/protected-files.js';
import { reviewInputs } from '../../../platform/review/review-file.js';
import {
  compareAlignments,
  type ComparedRow,
  type Comparison,
} from '../../../score/compare-alignments.js';
import { linkedOrDecided, sentenceTexts } from '../../../score/compared-rows.js';
import { countSame } from '../../../score/sentence-digests.js';
import { scoreAlignments } from '../../../score/score-alignments.js';
import { numberRanges } from '../../../write/records/cell-fields.js';
import { columnLetters } from '../../../text/column-letters.js';
import { checkOutput, writeResult } from '../../output/result.js';
import type { CommandContext } from '../command.js';
import { commandInputs } from '../command-inputs.js';
import { lookAtOperand } from '../open-table.js';
import { countDiffers, lastSentences, readBeads, type ReadBeads } from '../read-beads.js';
import { withSameNumbers } from '../same-numbers.js';
import { renderComparison, type Compared } from './render.js';
import type { CompareRequest } from './request.js';

/** `paralign compare`; 1 if `--min-f1` is not reached. */
export async function runCompare(
  context: CommandContext,
  request: CompareRequest,
): Promise<ExitCode> {
  const { a, b, output, minF1 } = request;
  const read = await Promise.all([a, b].map((path) => filesOf(context, path)));
  const inputs = await commandInputs(context, { others: read.flat() });
  await checkOutput(output, { inputs, format: isTsv(output.path) ? 'tsv' : 'csv', endings });
  const [first, second] = await withSameNumbers(
    context,
    { name: a, read: await readBeads(context, a, linkedOrDecided) },
    { name: b, read: await readBeads(context, b, linkedOrDecided) },
  );
  refuseOthers(request, first, second);
  const [rowsA, rowsB] = [rowsOf(first), rowsOf(second)];
  const score = scoreAlignments([{ gold: second.beads, test: first.beads }]);
  const comparison = compareAlignments(rowsA, rowsB);
  const texts = await textsOf(first, second, comparison);
  const compared: Compared = { names: [a, b], comparison, score, texts };
  if (output.path !== null) {
    const delimiter = isTsv(output.path) ? '\t' : ',';
    await writeResult(context.stdout, output, listLines(compared, delimiter), inputs);
  }
  if (context.json) await context.stdout.write(`${JSON.stringify(jsonOf(compared))}\n`);
  else {
    const { columns: width, color } = context.stdout;
    for (const line of renderComparison(compared, { width, color, list: request.list }))
      await context.stdout.write(`${line}\n`);
  }
  return score.strict.f1 < minF1 ? ExitCode.partial : ExitCode.ok;
}

/** What reading an alignment reads: a review comes with its journal. */
async function filesOf(context: CommandContext, operand: string): Promise<readonly InputFile[]> {
  if (operand === '-') return [{ path: 0, what: 'standard input' }];
  const path = resolve(context.cwd, operand);
  const { isReview } = await lookAtOperand(context, { operand, settings: {} });
  return isReview === true ? reviewInputs(path) : [{ path, what: `the alignment ${operand}` }];
}

function isTsv(path: string | null): boolean {
  return path !== null && /\.tsv$/i.test(path);
}

/** The endings of a list. */
const endings = {
  formats: [
    { name: 'csv', endings: ['csv'] },
    { name: 'tsv', endings: ['tsv'] },
  ],
};

/** Throws AppError `source-changed` if the two are not of the same sentences. */
function refuseOthers({ a, b }: CompareRequest, first: ReadRows, second: ReadRows): void {
  const hint = 'compare alignments of the same texts, split into the same sentences';
  if (countDiffers(first.beads, second.beads)) {
    const counts = [first, second].map(({ beads }) =>
      lastSentences(beads)
        .map((last) => last + 1)
        .join(' and '),
    );
    throw new AppError(
      'source-changed',
      `${a} and ${b} are not of the same texts: ${counts.join(' sentences, and ')}`,
      { hint },
    );
  }
  const [one, two] = [first, second].map(({ texts, placed }) => (placed ? null : texts));
  if (!one || !two) return;
  const { same, all } = countSame(one.digests, two.digests, 'plain');
  if (all > 0 && same < leastSame * all)
    throw new AppError(
      'source-changed',
      `${a} and ${b} are not of the same texts: only ${same} of ${all} sentences are the same in both`,
      { hint },
    );
}

/** Texts may have been corrected in between. */
const leastSame = 0.8;

/** The links of a file, and its rows that link or decide something. */
type ReadRows = ReadBeads<readonly ComparedRow[]>;

/** The texts of the first file that has any and counts them itself; read again if something is to be shown. */
async function textsOf(
  first: ReadRows,
  second: ReadRows,
  { differences, decisions }: Comparison,
): Promise<Compared['texts']> {
  const own = [first, second].find(({ texts, placed }) => texts !== null && !placed);
  if (!own?.texts) return [];
  if (differences.length + decisions.different.length === 0)
    return own.texts.digests.map(() => new Map<number, string>());
  return sentenceTexts(await own.texts.open());
}

/** The rows with their decisions, or the links alone. */
function rowsOf({ texts, beads, placed }: ReadRows): readonly ComparedRow[] {
  if (texts && !placed) return texts.taken;
  if (texts)
    return texts.taken.map((row) => ({
      ...row,
      ...(placed && {
        sentences: row.sentences.map((own, source) =>
          own.flatMap((number) => placed[source]?.get(number) ?? []),
        ),
      }),
    }));
  const after = (number: number): number => number + 1;
  return beads.map(({ a, b }, index) => ({
    id: index + 1,
    sentences: [a.map(after), b.map(after)],
    status: 'unreviewed',
    confidence: null,
    note: '',
  }));
}

function jsonOf({ names, comparison, score, texts }: Compared): object {
  const { both, onlyA, onlyB, differences, decisions } = comparison;
  const { strict, lax } = score;
  const withTexts = (row: ComparedRow): object => ({
    ...row,
    texts: row.sentences.map((own, text) => own.map((number) => texts[text]?.get(number) ?? null)),
  });
  return {
    a: names[0],
    b: names[1],
    both,
    onlyA,
    onlyB,
    strict,
    lax,
    decisions: {
      ...decisions,
      different: decisions.different.map(([a, b]) => ({ a: withTexts(a), b: withTexts(b) })),
    },
    differences: differences.map(({ a, b }) => ({ a: a.map(withTexts), b: b.map(withTexts) })),
  };
}

/** The list: a line for each row of a place, then for each decision that differs. */
function* listLines({ names, comparison, texts }: Compared, delimiter: string): Generator<string> {
  const { differences, decisions } = comparison;
  const columns = Math.max(
    2,
    texts.length,
    ...differences.flatMap(({ a, b }) => [...a, ...b].map(({ sentences }) => sentences.length)),
  );
  const letters = Array.from({ length: columns }, (_, index) => columnLetters(index));
  const header = [
    'place',
    'kind',
    'file',
    'id',
    ...letters.flatMap((letter) => [`${letter}_sentences`, `${letter}_text`]),
    'status',
    'confidence',
    'note',
  ];
  const format = { delimiter, record_delimiter: '\r\n', quoted_match: /[\r\n]/ };
  yield stringify([header], format);
  let place = 0;
  const line = (kind: string, file: string, row: ComparedRow): string[] => [
    String(place),
    kind,
    file,
    String(row.id),
    ...letters.flatMap((_, text) => {
      const own = row.sentences[text] ?? [];
      return [numberRanges(own), own.map((number) => texts[text]?.get(number) ?? '').join(' ')];
    }),
    row.status,
    row.confidence === null ? '' : row.confidence.toFixed(6),
    row.note,
  ];
  for (const { a, b } of differences) {
    place++;
    yield stringify(
      [
        ...a.map((row) => line('links', names[0], row)),
        ...b.map((row) => line('links', names[1], row)),
      ],
      format,
    );
  }
  for (const [a, b] of decisions.different) {
    place++;
    yield stringify([line('decision', names[0], a), line('decision', names[1], b)], format);
  }
}
