import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { AppError, ExitCode } from '../../../errors.js';
import { listFolder } from '../../../platform/folders.js';
import {
  scoreAlignments,
  type Measures,
  type ScoredDocument,
} from '../../../score/score-alignments.js';
import type { NumberedBead } from '../../../score/vecalign-notation.js';
import type { CommandContext } from '../command.js';
import { countDiffers, lastSentences, readBeads } from '../read-beads.js';
import { withSameNumbers } from '../same-numbers.js';
import { oneLine } from '../../../terminal/safe-text.js';
import { cellWidth } from '../../../terminal/cell-width.js';
import { padCells } from '../../../terminal/wrap-text.js';
import type { ScoreRequest } from './request.js';

/** Runs `paralign score`; resolves to 1 if `--min-f1` is not reached. */
export async function runScore(
  context: CommandContext,
  { gold, tests, minF1 }: ScoreRequest,
): Promise<ExitCode> {
  const results = [];
  for (const test of tests) {
    const documents = await readDocuments(context, gold, test);
    results.push({ test, documents: documents.length, ...scoreAlignments(documents) });
  }
  if (context.json) await context.stdout.write(`${JSON.stringify({ gold, results })}\n`);
  else {
    const names = results.map(({ test }) => oneLine(test));
    const width = Math.max(4, ...names.map(cellWidth));
    await context.stdout.write(
      `${' '.repeat(width)}  ------- strict -------  --------- lax --------\n` +
        `${padCells('', width)}  ${'prec.  recall      F1'}   ${'prec.  recall      F1'}\n`,
    );
    for (const [index, { strict, lax }] of results.entries())
      await context.stdout.write(
        `${padCells(names[index] ?? '', width)}  ${columns(strict)}   ${columns(lax)}\n`,
      );
  }
  return results.some(({ strict }) => strict.f1 < minF1) ? ExitCode.partial : ExitCode.ok;
}

function columns({ precision, recall, f1 }: Measures): string {
  return `${precision.toFixed(3)}   ${recall.toFixed(3)}   ${f1.toFixed(3)}`;
}

/** One document for two files; for two folders, the documents with equal base names. */
async function readDocuments(
  context: CommandContext,
  gold: string,
  test: string,
): Promise<ScoredDocument[]> {
  const { cwd } = context;
  const isFolder = async (path: string): Promise<boolean> =>
    (await stat(resolve(cwd, path)).catch(() => undefined))?.isDirectory() === true;
  if (!(await isFolder(gold))) return [await documentOf(context, gold, test)];
  const goldFiles = await alignmentFiles(cwd, gold);
  const testFiles = await alignmentFiles(cwd, test);
  const pairs = [...goldFiles].map(([base, path]) => {
    const other = testFiles.get(base);
    if (other !== undefined) return [path, other] as const;
    throw new AppError('no-counterpart', `${test}: no file for "${base}" in ${gold}`, {
      hint: 'each gold file needs a file with the same base name, such as doc.gold and doc.vecalign',
    });
  });
  if (pairs.length === 0)
    throw new AppError(
      'no-input',
      `${gold}: no alignment files (.gold, .vecalign, .csv, .paralign ...)`,
    );
  return Promise.all(
    pairs.map(async ([goldFile, testFile]) => documentOf(context, goldFile, testFile)),
  );
}

/** Throws as `readBeads`; warns if the two count other sentences. */
async function documentOf(
  context: CommandContext,
  gold: string,
  test: string,
): Promise<ScoredDocument> {
  const nothing = (): null => null;
  const [wanted, found] = await withSameNumbers(
    context,
    { name: gold, read: await readBeads(context, gold, nothing) },
    { name: test, read: await readBeads(context, test, nothing) },
  );
  if (countDiffers(wanted.beads, found.beads)) {
    const counts = (beads: readonly NumberedBead[]): string =>
      lastSentences(beads)
        .map((last) => last + 1)
        .join(' and ');
    context.warn({
      code: 'note',
      message: `${test}: has ${counts(found.beads)} sentences, and ${gold} ${counts(wanted.beads)}: the score means nothing unless both count the same ones (moses and columns hold texts without numbers: they are compared with a file that holds the texts, too)`,
    });
  }
  return { gold: wanted.beads, test: found.beads };
}

/** Files of links only, and others that may hold an alignment. */
const endings = [
  /^(.+)\.(?:gold|vecalign|align|ladder)$/,
  /^(.+)\.(?:paralign|csv|tsv|jsonl?|xlsx|tmx|xlf|xliff|po|tei|linkgrp|xml)$/,
];

/** The alignment files of a folder, by base name; files of links count before all others. */
async function alignmentFiles(cwd: string, folder: string): Promise<Map<string, string>> {
  const names = await listFolder(resolve(cwd, folder), folder);
  const files = new Map<string, string>();
  for (const ending of endings) {
    const found = new Map<string, string>();
    for (const name of names) {
      const base = ending.exec(name)?.[1];
      if (base === undefined || files.has(base)) continue;
      if (found.has(base))
        throw new AppError('ambiguous', `${folder}: two alignment files for "${base}"`, {
          hint: 'keep one of them',
        });
      found.set(base, `${folder.replace(/\/+$/, '')}/${name}`);
    }
    for (const [base, path] of found) files.set(base, path);
  }
  return files;
}
