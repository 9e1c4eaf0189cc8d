/** The json and jsonl that paralign writes. */
import {
  blockKinds,
  checkCodes,
  matchKinds,
  modes,
  type Check,
  type CheckSide,
  type Locator,
  type MatchReason,
  type Span,
} from '../../domain.js';
import { AppError } from '../../errors.js';
import { jsonFault } from '../../text/json/json-places.js';
import { utf8Text } from '../decode/plain-utf8.js';
import { textLines } from '../decode/text-lines.js';
import { DraftRows, type DraftCell, type ReadRow } from './draft-rows.js';
import {
  parseFaults,
  parseLanguage,
  parseMethod,
  parseNoise,
  parseStatus,
} from './written-fields.js';
import type { WrittenFile } from './written-table.js';
import type {
  WrittenAlignment,
  WrittenCell,
  WrittenParagraph,
  WrittenSource,
  WrittenTable,
} from './written-table.js';

type Json = Readonly<Record<string, unknown>>;

/**
 * The rows of a json document. Throws AppError `unreadable-document` for what is no such document, with
 * its place.
 */
export async function readOwnJson(file: WrittenFile): Promise<WrittenTable> {
  const { document, rows } = (await readByLines(file)) ?? (await readAtOnce(file));
  const sources = asList(document?.['sources']).map((source): WrittenSource => {
    const own = asObject(source);
    const format = own?.['format'];
    const length = asNumber(own?.['length']);
    return {
      name: asText(own?.['name']),
      ...(typeof format === 'string' && { format }),
      ...(own?.['textIs'] === 'extracted' && { textIs: 'extracted' }),
      ...(length !== undefined && { length }),
    };
  });
  const names = sources.map((source) => source.name);
  const streams = asList(document?.['streams']).map((stream) => {
    const own = asObject(stream);
    return {
      source: names.indexOf(asText(own?.['source'])),
      language: asText(own?.['language']),
    };
  });
  const alignments = asList(document?.['alignments']).flatMap((alignment): WrittenAlignment[] => {
    const own = asObject(alignment);
    const [a, b] = [streams[asNumber(own?.['a']) ?? -1], streams[asNumber(own?.['b']) ?? -1]];
    const mode = modes.find((known) => known === own?.['mode']) ?? 'parallel';
    return a && b ? [{ a, b, mode, reason: asText(own?.['reason']) }] : [];
  });
  const match = matchOf(asObject(document?.['match']));
  return { ...rows.finish(sources), streams, alignments, ...(match && { match }) };
}

function matchOf(own: Json | undefined): MatchReason | undefined {
  const score = asNumber(own?.['score']);
  const kind = matchKinds.find((known) => known === own?.['kind']);
  if (score === undefined || score < 0 || score > 1 || kind === undefined) return undefined;
  return {
    score,
    kind,
    coverage: asList(own?.['coverage'])
      .map((share) => asNumber(share) ?? 0)
      .map((share) => Math.max(0, Math.min(1, share))),
    terms: asList(own?.['terms']).map(asText),
    passages: asList(own?.['passages']).map((passage) => {
      const sides = asObject(passage);
      return { a: asText(sides?.['a']), b: asText(sides?.['b']) };
    }),
  };
}

/** What stands before the first row where each row has a line of its own. */
const beforeRows = '"rows":[';
/** Longest line, and longest document that is not in such lines, in UTF-16 units: parsed, it takes several times that. */
const mostAtOnce = 64 << 20;

interface ReadDocument {
  /** All but the rows. */
  readonly document: Json | undefined;
  readonly rows: JsonRows;
}

/** Reads the rows line by line; undefined where they do not stand so. */
async function readByLines({ name, pieces }: WrittenFile): Promise<ReadDocument | undefined> {
  const rows = new JsonRows(name);
  const head: string[] = [];
  let headSize = 0;
  let document: Json | undefined;
  let line = 0;
  for await (const content of textLines(name, utf8Text(pieces()), mostAtOnce)) {
    line++;
    if (head.length === 0 || !head.at(-1)?.endsWith(beforeRows)) {
      head.push(content);
      headSize += content.length;
      if (headSize > mostAtOnce) return undefined;
      if (content.endsWith(beforeRows)) document = asObject(parse(name, `${head.join('\n')}]}`, 0));
    } else if (content.startsWith(']}')) return { document, rows };
    else if (content.trim() !== '')
      rows.add(asObject(parse(name, content.replace(/,\s*$/, ''), line)));
  }
  return undefined;
}

async function readAtOnce({ name, pieces }: WrittenFile): Promise<ReadDocument> {
  const parts: string[] = [];
  let length = 0;
  for await (const part of utf8Text(pieces())) {
    parts.push(part);
    length += part.length;
    if (length > mostAtOnce)
      throw new AppError(
        'too-large',
        `${name}: more than ${mostAtOnce} characters of JSON whose rows are not on lines of their own, or which breaks off`,
        { hint: 'have paralign write it again, or split it' },
      );
  }
  const rows = new JsonRows(name);
  const document = asObject(parse(name, parts.join(''), 0));
  for (const row of asList(document?.['rows'])) rows.add(asObject(row));
  return { document, rows };
}

/** The rows of json lines. Throws AppError `unreadable-document` with the line. */
export async function readOwnJsonLines({ name, pieces }: WrittenFile): Promise<WrittenTable> {
  const rows = new JsonRows(name);
  let line = 0;
  for await (const content of textLines(name, utf8Text(pieces()), mostAtOnce)) {
    line++;
    if (content.trim() !== '') rows.add(asObject(parse(name, content, line)));
  }
  return rows.finish([]);
}

/** @param line of the file, or 0 if the text is all of it */
function parse(name: string, text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const fault = jsonFault(text);
    const place = `${line === 0 ? fault.line : line}:${fault.column}`;
    throw new AppError('unreadable-document', `${name}:${place}: not valid JSON: ${fault.what}`, {
      hint: 'write the file again',
      cause,
    });
  }
}

class JsonRows {
  readonly #name: string;
  readonly #rows = new DraftRows();

  constructor(name: string) {
    this.#name = name;
  }

  add(row: Json | undefined): void {
    const { row: own, cells, columns } = readRow(this.#name, row, this.#rows.count + 1);
    this.#rows.add(own, cells, columns);
  }

  finish(sources: readonly WrittenSource[]): WrittenTable {
    return this.#rows.finish(sources);
  }
}

/** A line of json lines. Throws AppError `unreadable-document` with its number. */
export function readOwnJsonLine(name: string, content: string, line: number): ReadRow {
  return readRow(name, asObject(parse(name, content, line)), line);
}

function readRow(name: string, row: Json | undefined, number: number): ReadRow {
  if (row === undefined)
    throw new AppError('unreadable-document', `${name}: row ${number} is not a JSON object`);
  const columns: number[] = [];
  const cells = asList(row['cells']).flatMap((cell, column): DraftCell[] => {
    const own = asObject(cell);
    if (!own) return [];
    columns.push(column);
    return [{ name: asText(own['source']) || String(column + 1), cell: readCell(own) }];
  });
  const method = parseMethod(asText(row['method']));
  const note = asText(row['note']);
  const quality = asNumber(row['quality']);
  const own = {
    id: positive(row['id']),
    method,
    score: asNumber(row['score']) ?? 0,
    confidence: asNumber(row['confidence']) ?? 0,
    crossing: row['crossing'] === true,
    status: parseStatus(asText(row['status'])),
    note: method === 'noise' || method === 'excluded' ? '' : note,
    flagged: row['flagged'] === true,
    ...(method === 'noise' && { noise: parseNoise(note) }),
    checks: asList(row['checks']).flatMap(readCheck),
    ...(quality !== undefined && {
      quality: Math.min(1, Math.max(0, quality)),
      ...parseFaults(asList(row['qualityFaults']).map(asText)),
    }),
  };
  return { row: own, cells, columns };
}

function readCell(cell: Json): Omit<WrittenCell, 'source'> {
  const original = cell['original'];
  const text = asText(cell['text']);
  const language = parseLanguage(asText(cell['language']));
  const sentences = asList(cell['sentences']).flatMap((number) => positive(number) ?? []);
  const numbers = asList(cell['paragraphs']).flatMap((number) => positive(number) ?? []);
  const kinds = asList(cell['kinds']);
  const locators = asList(cell['locators']);
  const headings = asList(cell['headings']);
  return {
    ...(language !== undefined && { language }),
    text: typeof original === 'string' ? original : text,
    ...(typeof original === 'string' && { edit: text }),
    sentences,
    count: Math.max(1, sentences.length),
    paragraphs: numbers.map((number, index): WrittenParagraph => {
      const locator = readLocator(locators[index]);
      const kind = blockKinds.find((known) => known === kinds[index]);
      const heading = asNumber(headings[index]);
      return {
        number,
        ...(locator && { locator }),
        ...(kind && { kind }),
        ...(heading !== undefined && heading > 0 && { heading }),
        ...(cell['segmented'] === true && { segmented: true }),
      };
    }),
    spans: readSpans(cell['spans']),
  };
}

function readSpans(value: unknown): Span[] {
  const spans = asList(value).flatMap((span): Span[] => {
    const [start, end] = asList(span).map(asNumber);
    return start !== undefined && end !== undefined && start >= 0 && end >= start
      ? [{ start, end }]
      : [];
  });
  return spans.length === asList(value).length ? spans : [];
}

function readLocator(value: unknown): Locator | undefined {
  const own = asObject(value);
  const [page, row, column, start, end] = ['page', 'row', 'column', 'start', 'end'].map((key) =>
    asNumber(own?.[key]),
  );
  const sheet = own?.['sheet'];
  switch (own?.['kind']) {
    case 'page':
      return page === undefined ? undefined : { kind: 'page', page };
    case 'cue':
      return start === undefined || end === undefined ? undefined : { kind: 'cue', start, end };
    case 'unit':
      return { kind: 'unit', id: asText(own['id']) };
    case 'href':
      return { kind: 'href', href: asText(own['href']) };
    case 'cell':
      return row === undefined || column === undefined
        ? undefined
        : { kind: 'cell', row, column, ...(typeof sheet === 'string' && { sheet }) };
    default:
      return undefined;
  }
}

function readCheck(value: unknown): Check[] {
  const own = asObject(value);
  const code = checkCodes.find((known) => known === own?.['code']);
  const [a, b] = [readSide(own?.['a']), readSide(own?.['b'])];
  return code && a && b ? [{ code, a, b }] : [];
}

function readSide(value: unknown): CheckSide | undefined {
  const own = asObject(value);
  const stream = asNumber(own?.['stream']);
  if (stream === undefined) return undefined;
  const values = asList(own?.['values']).map(asText);
  return { stream, values, spans: readSpans(own?.['spans']) };
}

function asObject(value: unknown): Json | undefined {
  return isObject(value) ? value : undefined;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function asNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function positive(value: unknown): number | undefined {
  const number = asNumber(value);
  return number !== undefined && Number.isInteger(number) && number > 0 ? number : undefined;
}
