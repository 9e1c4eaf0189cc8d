/**
 * Reads `--anchors FILE`: links that are known before aligning, by 1-based sentence numbers. Three
 * forms, told apart by how the file begins:
 *
 *     12:14            lines for the first two sources; 3,4:5 and 3-4:5 link two with one
 *     {"a":[3,4],"b":[5]}          JSON lines; keys are the letters of any two sources
 *     a,b                          CSV with those letters as columns, or a CSV that paralign wrote:
 *     3-4,5                        of that, rows accepted or edited in a review, or all if none is
 */
import { parse } from 'csv-parse/sync';
import { AppError } from '../../errors.js';
import { columnIndex, columnLetters } from '../../text/column-letters.js';
import type { SourceAnchors } from '../../pipeline/source-anchors.js';

/** One link: sentence numbers by source index. */
type Link = ReadonlyMap<number, readonly number[]>;

/** Reads an anchors file. Throws AppError `bad-anchor` with the line's number (exit 65). */
export function readAnchors(name: string, bytes: Uint8Array, sourceCount: number): SourceAnchors[] {
  const text = new TextDecoder().decode(bytes);
  const first = lines(text)[0]?.content ?? '';
  const links = first.startsWith('{')
    ? jsonLinks(name, text)
    : /^\d/.test(first)
      ? plainLinks(name, text)
      : csvLinks(name, text);
  const byPair = new Map<
    string,
    { a: number; b: number; links: SourceAnchors['links'][number][] }
  >();
  for (const { line, link } of links) {
    const sides = [...link].filter(([, numbers]) => numbers.length > 0);
    for (const [source] of sides)
      if (source >= sourceCount)
        throw badAnchors(name, line, `there is no source "${columnLetters(source)}"`);
    sides.forEach(([a, numbersA], order) => {
      for (const [b, numbersB] of sides.slice(order + 1)) {
        const pair = byPair.get(`${a}:${b}`) ?? { a, b, links: [] };
        pair.links.push({ a: numbersA, b: numbersB });
        byPair.set(`${a}:${b}`, pair);
      }
    });
  }
  return [...byPair.values()];
}

type LinkLine = { readonly line: number; readonly link: Link };

function plainLinks(name: string, text: string): LinkLine[] {
  return lines(text).map(({ line, content }) => {
    const sides = content.split(':');
    if (sides.length !== 2) throw badAnchors(name, line, `"${content}" is not like 12:14`);
    return { line, link: new Map(sides.map((side, index) => [index, numbers(side, name, line)])) };
  });
}

function jsonLinks(name: string, text: string): LinkLine[] {
  return lines(text).map(({ line, content }) => {
    let value: unknown;
    try {
      value = JSON.parse(content);
    } catch (error) {
      throw badAnchors(name, line, error instanceof Error ? error.message : String(error));
    }
    if (typeof value !== 'object' || value === null)
      throw badAnchors(name, line, 'not an object like {"a":[3],"b":[4]}');
    const link = Object.entries(value).map(([key, list]: [string, unknown]) => {
      const given = Array.isArray(list) ? list : [list];
      return [column(key, name, line), numbers(given.join(','), name, line)] as const;
    });
    return { line, link: new Map(link) };
  });
}

/** `a`, or `a_sentences` of a CSV that paralign wrote; `id` alone is no source's letters. */
const sourceColumn = /^(?:([a-z])|([a-z]{1,2})_sentences)$/i;

function unquoted(field: string): string {
  return field.trim().replace(/^"(.*)"$/, '$1');
}

function csvLinks(name: string, text: string): LinkLine[] {
  let records: { record: Record<string, string>; info: { lines: number } }[];
  try {
    records = parse(text, { columns: true, bom: true, info: true, skip_empty_lines: true });
  } catch (error) {
    throw badAnchors(name, 1, error instanceof Error ? error.message : String(error));
  }
  const header = lines(text)[0];
  const named = (header?.content ?? '')
    .split(',')
    .filter((key) => sourceColumn.test(unquoted(key)));
  if (header && named.length < 2)
    throw badAnchors(name, header.line, 'the header has no two columns like a,b');
  const reviewed = records.filter(({ record }) =>
    /^(accepted|edited)$/.test(record['status'] ?? ''),
  );
  return (reviewed.length > 0 ? reviewed : records).flatMap(({ record, info }) => {
    const columns = Object.keys(record).flatMap((key) => {
      const [, alone, written] = sourceColumn.exec(key) ?? [];
      const found = alone ?? written;
      return found ? [[column(found, name, info.lines), record[key] ?? ''] as const] : [];
    });
    if (record['method'] === 'noise' || record['status'] === 'rejected') return [];
    const link = columns.map(
      ([source, cell]) => [source, numbers(cell, name, info.lines)] as const,
    );
    return [{ line: info.lines, link: new Map(link) }];
  });
}

function lines(text: string): { line: number; content: string }[] {
  return text
    .split(/\r\n|\n|\r/)
    .map((content, index) => ({ line: index + 1, content: content.replace(/^\ufeff/, '').trim() }))
    .filter(({ content }) => content !== '' && !content.startsWith('#'));
}

/** `3,4`, `3-4;7` or nothing. */
function numbers(text: string, name: string, line: number): number[] {
  return text
    .split(/[,;\s]+/)
    .filter((part) => part !== '')
    .flatMap((part) => {
      const range = /^([1-9]\d*)(?:-([1-9]\d*))?$/.exec(part);
      if (!range) throw badAnchors(name, line, `"${part}" is not a sentence number`);
      const from = Number(range[1]);
      const to = Number(range[2] ?? range[1]);
      if (to < from || to - from > 1000) throw badAnchors(name, line, `"${part}" is not a range`);
      return Array.from({ length: to - from + 1 }, (_, step) => from + step);
    })
    .sort((x, y) => x - y);
}

function column(key: string, name: string, line: number): number {
  const index = key.length <= 2 ? columnIndex(key) : undefined;
  if (index === undefined) throw badAnchors(name, line, `"${key}" is not the letter of a source`);
  return index;
}

function badAnchors(name: string, line: number, reason: string): AppError {
  return new AppError('bad-anchor', `${name}:${line}: ${reason}`, {
    hint: 'one link a line, by sentence numbers: 12:14, or 3,4:5',
  });
}
