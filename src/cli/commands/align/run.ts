import { alignFiles } from '../../../pipeline/files/align-files.js';
import { loadGlossary } from '../../../pipeline/files/load-glossary.js';
import { loadSplitting } from '../../../pipeline/files/load-splitting.js';
import { findFormat, type FormatName, type OutputName } from '../../../write/formats.js';
import { checkTableOutput, writeTableResult } from '../../output/table-result.js';
import { tableEndings } from '../../output/table-endings.js';
import { alignWatch } from '../align-watch.js';
import type { CommandContext } from '../command.js';
import { commandInputs } from '../command-inputs.js';
import { showTable, wroteLines } from '../../readable/show-table.js';
import type { AlignRequest } from './request.js';
import { tableAsAsked } from '../../../pipeline/quality/asked-quality.js';
import { reviewOrigin } from '../../../review/review-origin.js';
import { asksForQuality } from '../../../write/write-table.js';

/**
 * Runs `paralign align`. With `-o FILE`, writes the table to the file and a line about it to stderr;
 * otherwise shows the readable view on a terminal, or writes the table to a pipe or file.
 */
export async function runAlign(context: CommandContext, request: AlignRequest): Promise<void> {
  const { output, toStdout, format, writeOptions, model } = request;
  const inputs = await commandInputs(context, {
    sources: request.sources,
    settings: request.settings,
    model: model.model,
  });
  await checkTableOutput(output, writeOptions, { inputs, format, endings: tableEndings });
  const split = await loadSplitting(request.settings, context.cwd);
  const settings = await loadGlossary(split, context.cwd);
  const reviewPath = format === 'paralign' ? output.path : null;
  // Loaded late: most runs create no review.
  const newReview =
    reviewPath === null
      ? null
      : await (await import('./new-review.js')).beginReview(reviewPath, inputs);
  const forPeople =
    request.show || (output.path === null && format === null && context.stdout.isTerminal);
  const shown = forPeople && !context.quiet && !toStdout && !context.json;
  try {
    const aligned = await alignFiles(request.sources, {
      ...settings,
      // Skip checks whose results would not be shown.
      ...(!shown && !holdsChecks(format) && !asksForQuality(writeOptions) && { checks: false }),
      model,
      threads: request.threads,
      ...alignWatch(context),
    });
    const table = await tableAsAsked(aligned, writeOptions);
    let files: readonly string[] = [];
    if (newReview !== null) {
      await newReview.write(table, reviewOrigin(model.model, settings));
    } else if (output.path !== null || !forPeople || toStdout) {
      const options = request.words
        ? await (
            await import('../../output/word-options.js')
          ).withWords(table, recordFormat(format), writeOptions)
        : writeOptions;
      const written = { table, format: recordFormat(format), options };
      files = await writeTableResult(context, output, written, inputs);
    }
    if (shown) await showTable(context, table, { all: request.all, filters: writeOptions });
    if (!context.quiet && !context.json)
      for (const line of wroteLines(context.cwd, output, table, {
        options: writeOptions,
        format: format ?? undefined,
        files,
      }))
        await context.stderr.write(`${line}\n`);
  } finally {
    newReview?.release();
  }
}

/** The format of records, which a review file does not use. */
function recordFormat(format: OutputName | null): FormatName {
  return format === null || format === 'paralign' ? 'csv' : format;
}

function holdsChecks(format: OutputName | null): boolean {
  return findFormat(recordFormat(format)).holds.checks;
}
