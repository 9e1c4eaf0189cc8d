/** The XLIFF 2.1 that paralign writes, with the notes and states of its units. */
import type { Status } from '../../domain.js';
import { sentenceSeparator } from '../../text/scripts.js';
import { parseXml } from '../xml/parse-xml.js';
import { DraftRows, type DraftCell, type DraftRow } from './draft-rows.js';
import { textsOf } from './element-texts.js';
import {
  parseLanguage,
  parseMethod,
  parseNoise,
  parseOffsets,
  parseRanges,
  parseScore,
  parseShare,
  parseStatus,
} from './written-fields.js';
import type { WrittenFile } from './written-table.js';
import type { WrittenTable } from './written-table.js';

/** A text's place: `a.txt, sentences 4-5, offsets 10-20`. */
const placeNote = /^(.*), sentences ([\d;-]*), offsets ([\d;-]*)$/s;

interface Unit {
  id: string;
  state: string;
  subState: string;
  /** The notes, by category. */
  readonly row: Map<string, string>;
  readonly sides: Record<Side, SideDraft>;
}

type Side = 'source' | 'target';

interface SideDraft {
  text: string;
  /** A source in several languages has several cells. */
  readonly cells: { place: string; original?: string; language?: string }[];
}

/** Reads the rows of a file. Throws AppError as `parseXml`. */
export async function readOwnXliff(
  { name, pieces }: WrittenFile,
  encoding?: string,
): Promise<WrittenTable> {
  const languages: Record<Side, string> = { source: '', target: '' };
  const rows = new RowsOfUnits(languages);
  let unit = newUnit('');
  const handlers = textsOf(new Set(['note', 'source', 'target']), {
    open({ local, attributes }) {
      if (local === 'xliff') {
        languages.source = attributes['srcLang'] ?? '';
        languages.target = attributes['trgLang'] ?? '';
      } else if (local === 'unit') unit = newUnit(attributes['id'] ?? '');
      else if (local === 'segment') {
        unit.state = attributes['state'] ?? '';
        unit.subState = attributes['subState'] ?? '';
      }
    },
    text(local, attributes, text) {
      if (local === 'note') addNote(unit, attributes['category'] ?? '', text);
      else unit.sides[local === 'source' ? 'source' : 'target'].text = text;
    },
    close(local) {
      if (local === 'unit') rows.add(unit);
    },
  });
  await parseXml(name, pieces(), handlers, encoding === undefined ? {} : { encoding });
  return rows.finish();
}

function newUnit(id: string): Unit {
  const side = (): SideDraft => ({ text: '', cells: [] });
  return {
    id,
    state: '',
    subState: '',
    row: new Map(),
    sides: { source: side(), target: side() },
  };
}

function addNote(unit: Unit, category: string, text: string): void {
  const [, side, kind] = /^(source|target)(?:-(original|language))?$/.exec(category) ?? [];
  if (side === undefined) {
    unit.row.set(category, text);
    return;
  }
  const { cells } = unit.sides[side === 'source' ? 'source' : 'target'];
  const last = cells.at(-1);
  if (kind === undefined) cells.push({ place: text });
  else if (last && kind === 'original') last.original = text;
  else if (last) last.language = text;
}

/**
 * The units of a row: one, or one for each sentence (`7`, `7.2`, `7.3`) if the row is no link: then it was
 * rejected, or links two languages of one source.
 */
class RowsOfUnits {
  readonly #rows = new DraftRows();
  readonly #languages: Readonly<Record<Side, string>>;
  #last: { readonly row: DraftRow; readonly cells: PlacedCell[] } | undefined;

  #wasDivided = false;

  constructor(languages: Readonly<Record<Side, string>>) {
    this.#languages = languages;
  }

  add(unit: Unit): void {
    const cells = sides.flatMap((side, column) =>
      cellsOf(unit.sides[side], this.#languages[side]).map((draft) => ({ draft, column })),
    );
    const [, id, part] = /^([1-9]\d{0,8})(?:\.(\d{1,9}))?$/.exec(unit.id) ?? [];
    if (part !== undefined && Number(id) === this.#last?.row.id) {
      for (const cell of cells) this.#join(this.#last.cells, cell);
      return;
    }
    this.#flush();
    this.#last = { row: rowOf(unit, id === undefined ? undefined : Number(id)), cells };
  }

  finish(): WrittenTable {
    this.#flush();
    return this.#rows.finish();
  }

  #flush(): void {
    if (!this.#last) return;
    const { row, cells } = this.#last;
    const isRejected = this.#wasDivided && new Set(cells.map(({ column }) => column)).size > 1;
    this.#rows.add(
      isRejected ? { ...row, status: 'rejected' } : row,
      cells.map(({ draft }) => draft),
      cells.map(({ column }) => column),
    );
    this.#wasDivided = false;
  }

  #join(cells: PlacedCell[], next: PlacedCell): void {
    this.#wasDivided = true;
    const last = cells.at(-1);
    const isSame =
      last?.column === next.column &&
      last.draft.name === next.draft.name &&
      last.draft.cell.language === next.draft.cell.language;
    if (isSame) cells[cells.length - 1] = { ...last, draft: joined(last.draft, next.draft) };
    else cells.push(next);
  }
}

const sides = ['source', 'target'] as const;

interface PlacedCell {
  readonly draft: DraftCell;
  readonly column: number;
}

/** Two sentences in one cell; between neighbours stand as many blanks as their places are apart. */
function joined(a: DraftCell, b: DraftCell): DraftCell {
  const [last, next] = [a.cell.spans.at(-1), b.cell.spans[0]];
  const isNeighbour = (a.cell.sentences.at(-1) ?? 0) + 1 === b.cell.sentences[0];
  const gap = last && next ? Math.min(Math.max(0, next.start - last.end), mostGap) : 1;
  const between = isNeighbour ? ' '.repeat(gap) : sentenceSeparator(a.cell.language ?? 'und');
  const isOneSpan = isNeighbour && last && next;
  return {
    name: a.name,
    cell: {
      ...a.cell,
      text: a.cell.text + between + b.cell.text,
      sentences: [...a.cell.sentences, ...b.cell.sentences],
      count: a.cell.count + b.cell.count,
      spans: isOneSpan
        ? [...a.cell.spans.slice(0, -1), { start: last.start, end: next.end }]
        : [...a.cell.spans, ...b.cell.spans],
    },
  };
}

const mostGap = 1000;

function rowOf(unit: Unit, id: number | undefined): DraftRow {
  const field = (name: string): string => unit.row.get(name) ?? '';
  const method = parseMethod(field('method'));
  const note = field('note');
  return {
    id,
    method,
    score: parseScore(field('score')),
    confidence: parseShare(field('confidence'), 0),
    crossing: field('crossing') === 'yes',
    status: statusOf(unit),
    note: method === 'noise' || method === 'excluded' ? '' : note,
    flagged: field('flagged') === 'yes',
    ...(method === 'noise' && { noise: parseNoise(note) }),
    checks: field('checks'),
  };
}

/** A program that changes the state of a segment takes away what paralign said of it. */
function statusOf({ state, subState }: Unit): Status {
  const own = /^paralign:(.*)$/.exec(subState)?.[1];
  if (own !== undefined) return parseStatus(own);
  return state === 'reviewed' || state === 'final' ? 'accepted' : 'unreviewed';
}

/** The cells of a side; where several were joined, their own texts tell what is whose. */
function cellsOf({ text, cells }: SideDraft, usual: string): DraftCell[] {
  let rest = text;
  return cells.flatMap(({ place, original, language }, index): DraftCell[] => {
    const [, name, numbers = '', offsets = ''] = placeNote.exec(place) ?? [];
    if (name === undefined) return [];
    const tag = parseLanguage(language ?? usual);
    const sentences = parseRanges(numbers) ?? [];
    const spans = parseOffsets(offsets);
    const between = sentenceSeparator(tag ?? 'und').length * Math.max(0, spans.length - 1);
    const length = spans.reduce((sum, { start, end }) => sum + end - start, between);
    const isLast = index === cells.length - 1;
    const own = isLast || original !== undefined ? rest : rest.slice(0, length);
    rest = rest.slice(own.length + 1);
    return [
      {
        name,
        cell: {
          ...(tag !== undefined && { language: tag }),
          text: original ?? own,
          ...(original !== undefined && { edit: own }),
          sentences,
          count: Math.max(1, sentences.length),
          paragraphs: [],
          spans,
        },
      },
    ];
  });
}
