import { parse } from 'csv-parse/sync';
import { badLink, contentLines, sentenceNumbers, sourceOfLetter, type LinkLine } from './links.js';

/** `a`, or `a_sentences` of a CSV that paralign wrote; `id` alone is no source's letters. */
const sourceColumn = /^(?:([a-z])|([a-z]{1,2})_sentences)$/i;

/**
 * Links of a CSV that has the sources' letters as columns (`a,b`), or of one that paralign wrote
 * (`a_sentences`, ...): of that, rows accepted or edited in a review, or all pairs if none is. Throws
 * AppError `bad-anchor` with the line.
 */
export function csvLinks(name: string, text: string): LinkLine[] {
  let records: { record: Record<string, string>; info: { lines: number } }[];
  try {
    records = parse(text, { columns: true, bom: true, info: true, skip_empty_lines: true });
  } catch (error) {
    throw badLink(name, 1, error instanceof Error ? error.message : String(error));
  }
  const header = contentLines(text)[0];
  const named = (header?.content ?? '')
    .split(',')
    .filter((key) => sourceColumn.test(unquoted(key)));
  if (header && named.length < 2) {
    throw badLink(name, header.line, 'the header does not have two columns such as a,b');
  }
  const reviewed = records.filter(({ record }) =>
    /^(accepted|edited)$/.test(record['status'] ?? ''),
  );
  return (reviewed.length > 0 ? reviewed : records).flatMap(({ record, info: { lines: line } }) => {
    const cells = Object.keys(record).flatMap((key) => {
      const [, alone, written] = sourceColumn.exec(key) ?? [];
      const letter = alone ?? written;
      return letter ? [[sourceOfLetter(letter, name, line), record[key] ?? ''] as const] : [];
    });
    if (record['method'] === 'noise' || record['status'] === 'rejected') return [];
    const sides = cells.map(
      ([source, cell]) => [source, sentenceNumbers(cell, name, line)] as const,
    );
    return [
      { line, sides: [...new Map(sides)].map(([source, sentences]) => ({ source, sentences })) },
    ];
  });
}

function unquoted(field: string): string {
  return field.trim().replace(/^"(.*)"$/, '$1');
}
