/**
 * Reads a manifest: CSV with a header `id,source_a,source_b[,source_c...]` and optionally `lang_a` ... and
 * `anchors`, separated by commas, semicolons or tabs, or JSON lines with the same keys. Other columns
 * are the user's own and ignored.
 */
import { parse } from 'csv-parse/sync';
import { AppError } from '../errors.js';
import { languageTag } from '../pipeline/files/language-tag.js';
import { matchReason } from './match-reason.js';
import { idProblem, nameKey, sameName } from './ids.js';
import type { Job } from './job.js';
import { sourceReference } from './s3-reference.js';
import { jsonFault, writtenValue } from '../text/json/json-places.js';
import { columnIndex, columnLetters } from '../text/column-letters.js';

type Fields = ReadonlyMap<string, string>;

/**
 * The jobs of a manifest, in order; relative paths start at `folder`. Throws AppError
 * `bad-manifest` (exit 65), which names the line.
 */
export function readManifest(name: string, bytes: Uint8Array, folder: string): Job[] {
  const text = decode(name, bytes);
  refuseOwnFiles(name, text);
  const lines = text.trimStart().startsWith('{') ? jsonFields(name, text) : csvFields(name, text);
  const seen = new Map<string, { id: string; line: number }>();
  const jobs = lines.map(({ line, fields }) => {
    const job = toJob(name, line, fields, folder);
    const { id } = job;
    const key = nameKey(id);
    const before = seen.get(key);
    if (before !== undefined)
      throw badManifest(name, line, sameName(id, before.id, ` in line ${before.line}`));
    seen.set(key, { id, line });
    return job;
  });
  if (jobs.length === 0) throw badManifest(name, 1, 'no jobs');
  return jobs;
}

function decode(name: string, bytes: Uint8Array): string {
  try {
    // Spreadsheets write "Unicode text" as UTF-16.
    const [first, second] = bytes;
    const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
    const encoding = !isWide ? 'utf-8' : first === 0xff ? 'utf-16le' : 'utf-16be';
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw new AppError('bad-manifest', `${name}: not UTF-8`, {
      cause: error,
      hint: 'save the manifest as UTF-8',
    });
  }
}

/** Files written by paralign are sometimes named as manifests: the message says what they are. */
function refuseOwnFiles(name: string, text: string): void {
  const own = ownFiles.find(({ head }) => head.test(text.slice(0, 200).trimStart()));
  if (own === undefined) return;
  throw new AppError('bad-manifest', `${name}: is ${own.title}, not a list of jobs`, {
    hint: own.hint,
  });
}

const ownFiles = [
  {
    title: 'a review',
    head: /^\ufeff?\s*\{\s*"format":\s*"paralign-review"/,
    hint: 'open it with "paralign review"; a manifest is CSV (id,source_a,source_b) or JSON lines with the same keys',
  },
  {
    title: 'an alignment written by paralign',
    head: /^\ufeff?\s*(?:id[,;\t]a_source[,;\t]|\{\s*"format":\s*"paralign",|\{\s*"id":\s*\d+,\s*"cells":)/,
    hint: 'name a manifest: CSV (id,source_a,source_b) or JSON lines with the same keys',
  },
] as const;

/** The separator with which the first line is a manifest's header; a comma if none fits. */
function separatorOf(text: string): string {
  const isHeader = (delimiter: string): boolean => {
    try {
      const [header = []] = parse(text, { ...csvOptions, delimiter, to: 1 });
      const names = header.map((column) => column.trim());
      return names.includes('id') && names.includes('source_a');
    } catch {
      return false;
    }
  };
  return [',', ';', '\t'].find(isHeader) ?? ',';
}

const csvOptions = { bom: true, skip_empty_lines: true, relax_column_count: true } as const;

function csvFields(name: string, text: string): { line: number; fields: Fields }[] {
  const rows: { record: readonly string[]; line: number }[] = [];
  try {
    parse(text, {
      ...csvOptions,
      delimiter: separatorOf(text),
      onRecord: (record: string[], { lines }) => {
        rows.push({ record, line: lines });
        return null;
      },
    });
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? Number(error.lines) : 1;
    throw badManifest(name, line, error instanceof Error ? error.message : String(error));
  }
  const [header, ...records] = rows;
  if (!header) throw badManifest(name, 1, 'empty');
  const names = header.record.map((column) => column.trim());
  if (!names.includes('id') || !names.includes('source_a'))
    throw badManifest(
      name,
      1,
      `the header needs id, source_a, source_b; it is "${names.join(',')}"`,
    );
  checkColumns(name, header.line, names);
  return records.map(({ record, line }) => {
    if (record.length !== names.length)
      throw badManifest(name, line, `${record.length} fields, but ${names.length} columns`);
    return { line, fields: new Map(names.map((key, index) => [key, record[index] ?? ''])) };
  });
}

/** Throws for a column that appears twice or is nearly one of ours. */
function checkColumns(name: string, line: number, names: readonly string[]): void {
  for (const [index, column] of names.entries()) {
    const ours = column.toLowerCase().replace(/[\s-]+/g, '_');
    if (!/^(?:id|anchors|(?:source|lang)_.*)$/s.test(ours)) continue;
    if (names.indexOf(column) < index)
      throw badManifest(name, line, `the column "${column}" appears twice`);
    // Users may name their own columns freely, unless the name looks like a source that would be ignored.
    if (ours !== column && !names.includes(ours))
      throw badManifest(name, line, `the column "${column}" must be called "${ours}"`);
  }
}

function jsonFields(name: string, text: string): { line: number; fields: Fields }[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n/)
    .flatMap((content, index) => {
      const line = index + 1;
      if (content.trim() === '') return [];
      let value: unknown;
      try {
        value = JSON.parse(content);
      } catch {
        const { column, what } = jsonFault(content);
        throw badManifest(name, line, `not valid JSON, column ${column}: ${what}`);
      }
      if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw badManifest(name, line, 'not a JSON object');
      checkColumns(name, line, keysOf(content));
      const fields = Object.entries(value).flatMap(([key, field]: [string, unknown]) => {
        if (field === null || field === undefined) return [];
        if (typeof field === 'string') return [[key, field] as const];
        if (typeof field === 'number') return [[key, exactly(field, key, content)] as const];
        if (key === 'id' || key === 'anchors' || /^(source|lang)_/.test(key))
          throw badManifest(name, line, `"${key}" must be a string`);
        return [];
      });
      return [{ line, fields: new Map(fields) }];
    });
}

/** A number as text: as it is written where JavaScript may have rounded it, as the long ids of databases. */
function exactly(number: number, key: string, json: string): string {
  const written = Number.isSafeInteger(number) ? undefined : writtenValue(json, key);
  return written ?? String(number);
}

/** The keys of a JSON object as written, including duplicates. */
function keysOf(json: string): string[] {
  const keys: string[] = [];
  let depth = 0;
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"\s*:?|[{}[\]]/g)) {
    if (token === '{' || token === '[') depth++;
    else if (token === '}' || token === ']') depth--;
    else if (depth === 1 && token.endsWith(':'))
      keys.push(String(JSON.parse(token.slice(0, -1).trimEnd())));
  }
  return keys;
}

function toJob(name: string, line: number, fields: Fields, folder: string): Job {
  const id = (fields.get('id') ?? '').trim();
  const problem = idProblem(id);
  if (problem) throw badManifest(name, line, `id "${id}" ${problem}`);
  // Letters have no gaps, so their number limits them: lang_en is not one of them.
  const most = Math.max(26, fields.size);
  for (const key of fields.keys()) {
    const letters = /^(?:source|lang)_(.*)$/s.exec(key)?.[1];
    if (letters === undefined) continue;
    if (letters !== letters.toLowerCase() || (columnIndex(letters) ?? most) >= most)
      throw badManifest(name, line, `"${key}" is not a column like source_a or lang_a`);
  }
  const letters = Array.from({ length: most }, (_, index) => columnLetters(index));
  const given = letters.filter((letter) => (fields.get(`source_${letter}`) ?? '') !== '');
  const gap = given.findIndex((letter, index) => letter !== letters[index]);
  const missing = letters[gap < 0 ? given.length : gap] ?? '';
  if (gap >= 0 || given.length === 0) throw badManifest(name, line, `source_${missing} is missing`);
  const path = (text: string): string => sourceReference(folder, text);
  const sources = given.map((letter) => fields.get(`source_${letter}`) ?? '');
  if (sources.includes('-')) throw badManifest(name, line, '"-" cannot be a source in a manifest');
  const anchors = fields.get('anchors') ?? '';
  return {
    id,
    where: `${name}:${line}`,
    sources: sources.map(path),
    languages: given.map((letter) => {
      const tag = (fields.get(`lang_${letter}`) ?? '').trim();
      if (tag === '') return null;
      try {
        return languageTag(tag, `lang_${letter}`);
      } catch (error) {
        throw badManifest(name, line, error instanceof Error ? error.message : String(error));
      }
    }),
    anchors: anchors === '' ? null : path(anchors),
    ...matchReason(fields, given),
  };
}

function badManifest(name: string, line: number, reason: string): AppError {
  return new AppError('bad-manifest', `${name}:${line}: ${reason}`, {
    hint: 'a manifest is CSV (id,source_a,source_b) or JSON lines with the same keys',
  });
}
