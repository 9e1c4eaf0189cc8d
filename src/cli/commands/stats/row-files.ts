/** The files of rows that a folder stands for. */
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { AppError } from '../../../errors.js';
import { listFolder } from '../../../platform/folders.js';
import { readInputFile } from '../../../platform/input-files.js';

/** The report that a batch writes. */
const reportName = 'report.json';
/** Endings of what paralign writes with all that it knows, and reads again. */
const rowEnding = /\.(?:csv|tsv|jsonl?|xlsx|tmx|xlf|xliff|po|tei|paralign)$/i;
/** What filters left out is not part of a result. */
const leftOut = /\.left-out\.[^.]+$/;

/**
 * The operands with folders replaced by their files: the results that the report of a batch names, or everything
 * whose name ends as that of such a file.
 *
 * @throws AppError `no-input` for a folder without any
 */
export async function rowFiles(cwd: string, operands: readonly string[]): Promise<string[]> {
  const lists = operands.map(async (operand) => {
    const found = await stat(resolve(cwd, operand)).catch(() => undefined);
    return operand !== '-' && found?.isDirectory() === true ? filesIn(cwd, operand) : [operand];
  });
  return (await Promise.all(lists)).flat();
}

async function filesIn(cwd: string, folder: string): Promise<string[]> {
  const names = await listFolder(resolve(cwd, folder), folder);
  const results = names.includes(reportName) ? await resultsOf(cwd, folder) : undefined;
  const known = new Set(names);
  const own = (results ?? names.filter((name) => name !== reportName && rowEnding.test(name)))
    // A result of earlier runs that somebody has moved away is not missed.
    .filter((name) => known.has(name) && rowEnding.test(name) && !leftOut.test(name));
  if (own.length === 0)
    throw new AppError('no-input', `${folder}: no alignments in it`, {
      hint: 'name the files, or a folder that "paralign batch" has written',
    });
  return own.map((name) => join(folder, name));
}

/** The names in the report of a batch; undefined for any other file of its name. */
async function resultsOf(cwd: string, folder: string): Promise<string[] | undefined> {
  const path = join(folder, reportName);
  let report: unknown;
  try {
    report = JSON.parse(new TextDecoder().decode(await readInputFile(resolve(cwd, path), path)));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  if (!isObject(report) || report['format'] !== 'paralign-batch') return undefined;
  return asList(report['jobs']).flatMap((job) => {
    const entries = isObject(job) ? [job, ...asList(job['outputs'])] : [];
    return entries.flatMap((entry) => {
      const name = isObject(entry) ? entry['output'] : undefined;
      return typeof name === 'string' ? [name] : [];
    });
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
