/** Opens files that hold no text, only the numbers of sentences, together with the texts that they link. */
import { basename, dirname, join, resolve } from 'node:path';
import type { Source, Table } from '../../domain.js';
import { AppError } from '../../errors.js';
import { listFolder } from '../../platform/folders.js';
import { readFirstBytes, readInputFile } from '../../platform/input-files.js';
import { headLength, recogniseFormat } from '../../read/formats.js';
import {
  numberFormats,
  type NumberFormat,
  type NumberLink,
} from '../../read/numbers/number-formats.js';
import { numberFormatOf, readNumberLinks } from '../../read/numbers/number-links.js';
import { diagnoseReading } from '../diagnose.js';
import { readerProcesses } from '../isolation/reader-processes.js';
import { loadInputs } from '../load-files.js';
import { readInputs } from '../read-inputs.js';
import { segmentRead } from '../segmentation.js';
import { tableOfNumbers } from '../written/table-of-numbers.js';
import { languageOfLines, mosesName, unequalLines } from './corresponding-lines.js';
import type { OpenLinkedOptions } from './linked-files.js';
import { surroundings } from './surroundings.js';

/** A file of links whose texts are other files. */
export interface LinkedOperands {
  readonly format: NumberFormat | 'moses';
  /** All files to read: for `moses`, the texts; else the links, then their texts. */
  readonly paths: readonly string[];
}

/**
 * Finds out whether operands are a file of links and its texts. A file that names its texts has them in
 * its own folder; the other side of `book.moses.en` is beside it.
 *
 * @returns undefined for any other file
 * @throws AppError `no-counterpart` if the texts are neither given nor found
 */
export async function linkedOperands(
  operands: readonly string[],
  { from, ...options }: OpenLinkedOptions,
): Promise<LinkedOperands | undefined> {
  const [first = '', ...texts] = operands;
  const { cwd } = surroundings(options);
  if (from === 'moses' || (from === undefined && isMoses(basename(first))))
    return mosesOperands(cwd, operands);
  const named = numberFormats.find((known) => known === from);
  if (first === '-' || (from !== undefined && !named)) return undefined;
  const path = resolve(cwd, first);
  const format = named ?? numberFormatOf(await readFirstBytes(path, headLength));
  if (!format) return undefined;
  if (texts.length === 2) return { format, paths: operands };
  const names =
    format === 'linkgrp'
      ? (await readNumberLinks(first, await readInputFile(path, first), format)).texts
      : undefined;
  if (texts.length === 0 && names?.every(isInside))
    return { format, paths: [first, ...names.map((name) => join(dirname(first), name))] };
  throw new AppError(
    'no-counterpart',
    `${first}: links sentences of two texts by number, and ${texts.length === 0 ? 'does not say' : 'needs both to know'} what they say`,
    { hint: `name the texts behind it: ${basename(first)} a.txt b.txt` },
  );
}

/** Whether a name is that of two files of lines, or of one of them. */
function isMoses(name: string): boolean {
  if (name.endsWith('.moses')) return true;
  return mosesName.test(name) && recogniseFormat(name, new Uint8Array()).name === 'text';
}

/** Whether a name in a file leads to a file beside it, and nowhere else. */
function isInside(name: string): boolean {
  return !/^(?:[\\/]|[A-Za-z]:)|(?:^|[\\/])\.\.(?:[\\/]|$)|\0/.test(name);
}

async function mosesOperands(cwd: string, operands: readonly string[]): Promise<LinkedOperands> {
  const [first = ''] = operands;
  if (operands.length > 1) return { format: 'moses', paths: operands };
  const name = basename(first);
  const stem = mosesName.exec(name)?.[1] ?? name;
  const names = await listFolder(dirname(resolve(cwd, first)), dirname(first));
  const found = names.filter((other) => mosesName.exec(other)?.[1] === stem);
  const others = found.filter((other) => other !== name);
  const pair = found.includes(name) ? [name, ...others] : others;
  if (pair.length !== 2)
    throw new AppError(
      'no-counterpart',
      `${first}: ${others.length === 0 ? 'there is no text' : 'there are several texts'} beside it that it could go with`,
      { hint: `name both texts: ${stem}.en ${stem}.es` },
    );
  return { format: 'moses', paths: pair.map((own) => join(dirname(first), own)) };
}

/**
 * The table of a file of links and its texts. Sentences are where they are by `segmented` and the usual
 * rules, and have to be the same that the links were made for.
 *
 * @throws AppError `bad-anchor` if the texts have other sentences than the links, and what reading throws
 */
export async function openNumberLinks(
  { format, paths }: LinkedOperands,
  given: OpenLinkedOptions,
): Promise<Table> {
  const { from: _from, ...options } = given;
  const isLines = format === 'moses';
  const inputs = await loadInputs(surroundings(options), paths);
  const [links] = inputs;
  const texts = isLines ? inputs : inputs.slice(1);
  const reading = isLines ? { ...options, segmented: true } : options;
  const read = await readInputs(texts, reading, readerProcesses(options.signal));
  if (options.onDiagnostic) diagnoseReading(read.texts, options.onDiagnostic);
  const languages = read.languages.map((language, index) => {
    return language ?? (isLines ? languageOfLines(read.texts[index]?.name ?? '') : undefined);
  });
  const sources = [...segmentRead({ ...read, languages }, reading)];
  const [a, b] = sources;
  const name = links?.name ?? '';
  if (!a || !b || sources.length > 2)
    throw new AppError('bad-anchor', `${name}: links two texts, not ${sources.length}`);
  const found = isLines
    ? linesOf(a, b)
    : (await readNumberLinks(name, links?.bytes ?? new Uint8Array(), format)).links;
  return tableOfNumbers(name, [a, b], found, { ...options, segmented: reading.segmented === true });
}

/** Line by line. */
function linesOf(a: Source, b: Source): NumberLink[] {
  const [count, other] = [a.sentences.length, b.sentences.length];
  if (count !== other) throw unequalLines({ name: a.name, count }, { name: b.name, count: other });
  return a.sentences.flatMap(({ number, text }, index): NumberLink[] =>
    text.trim() === '' || b.sentences[index]?.text.trim() === ''
      ? []
      : [{ a: [number], b: [number] }],
  );
}
