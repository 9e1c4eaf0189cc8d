/** Runs `paralign terms`: the terms of aligned texts, as a list. */
import { relative } from 'node:path';
import { AppError } from '../../../errors.js';
import { bundledModel, loadChosenModel } from '../../../pipeline/chosen-model.js';
import { termsOfRecords } from '../../../pipeline/terms/record-terms.js';
import { languageNames, type FoundTerms } from '../../../terms/found-terms.js';
import { termsCsv } from '../../../terms/write/terms-csv.js';
import { termsJson } from '../../../terms/write/terms-json.js';
import { termsTbx } from '../../../terms/write/terms-tbx.js';
import { columnIndex } from '../../../text/column-letters.js';
import { primaryLanguage } from '../../../text/tags.js';
import { checkOutput, writeResult } from '../../output/result.js';
import type { CommandContext } from '../command.js';
import { commandInputs } from '../command-inputs.js';
import { openRecords } from '../open-records.js';
import { lookAtOperand, tableInputs } from '../open-table.js';
import type { PassingRecords } from '../../../write/records/passing-rows.js';
import { renderTerms } from './render.js';
import { termFormats, type TermFormat, type TermsRequest } from './request.js';

const endings = { formats: termFormats.map((name) => ({ name, endings: [name] })) };

/** `paralign terms`. */
export async function runTerms(context: CommandContext, request: TermsRequest): Promise<void> {
  const { output, format } = request;
  const input = await lookAtOperand(context, request.input);
  const inputs = await commandInputs(context, { others: await tableInputs(context, input) });
  await checkOutput(output, { inputs, format, endings });
  const records = await openRecords(context, input, false);
  const streams = chooseStreams(records.head.streams, request.between);
  const embedder = await loadChosenModel(bundledModel);
  let found: FoundTerms;
  try {
    found = await termsOfRecords(records, streams, embedder, request.terms);
  } finally {
    await embedder.close();
  }
  if (found.left > 0)
    context.warn({
      code: 'note',
      message: `the file is very long: terms were looked for in ${found.pairs} pairs, evenly spaced, and ${found.left} were left out`,
    });
  const { path } = output;
  if (path === null && format === null && context.stdout.isTerminal && !request.toStdout) {
    for (const line of renderTerms(found, context.stdout)) await context.stdout.write(`${line}\n`);
    return;
  }
  const text = textOf(found, format ?? 'csv', request, context);
  await writeResult(context.stdout, output, [text], inputs);
  if (path !== null && !context.quiet && !context.json)
    await context.stderr.write(`wrote ${relative(context.cwd, path)}: ${countOf(found)}\n`);
}

function countOf({ terms, pairs, languages }: FoundTerms): string {
  const [a, b] = languageNames(languages);
  return `${terms.length} ${terms.length === 1 ? 'term' : 'terms'} (${a}, ${b}) from ${pairs} pairs`;
}

function textOf(
  found: FoundTerms,
  format: TermFormat,
  { csv }: TermsRequest,
  context: CommandContext,
): string {
  switch (format) {
    case 'csv':
      return termsCsv(found, csv);
    case 'tbx':
      return termsTbx(found, (diagnostic) => {
        context.warn(diagnostic);
      });
    case 'json':
      return `${JSON.stringify(termsJson(found), null, 2)}\n`;
  }
}

/** The two streams that are looked at. Throws AppError `usage` for texts that the table does not have. */
function chooseStreams(
  streams: PassingRecords['head']['streams'],
  between: TermsRequest['between'],
): [number, number] {
  if (between === null) {
    if (streams.length < 2)
      throw new AppError('no-links', 'there is only one text in it, and terms need two');
    return [0, 1];
  }
  const [a, b] = between.map((name) => {
    const same = streams.findIndex(({ language }) => language.toLowerCase() === name.toLowerCase());
    const byLanguage =
      same >= 0
        ? same
        : streams.findIndex(({ language }) => primaryLanguage(language) === primaryLanguage(name));
    const byPlace = /^\d+$/.test(name) ? Number(name) - 1 : (columnIndex(name) ?? -1);
    const found = byLanguage >= 0 ? byLanguage : byPlace;
    if (streams[found] !== undefined) return found;
    throw new AppError('usage', `--between: no text "${name}"`, {
      hint: `the texts are ${streams.map(({ language }, at) => `${at + 1}=${language}`).join(', ')}`,
    });
  });
  if (a === undefined || b === undefined || a === b)
    throw new AppError('usage', `--between ${between.join(',')}: these are the same text`);
  return [a, b];
}
