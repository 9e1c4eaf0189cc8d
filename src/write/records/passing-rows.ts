/** Records of rows that come one after the other, for tables that nobody holds. */
import type { Check, Mode, Paragraph, Sentence, TextOrigin } from '../../domain.js';
import type { OutputHead } from './head.js';
import type { Cell, OutputRecord } from './records.js';

/** One of the texts. */
export interface PassingSource {
  readonly name: string;
  readonly format: string;
  readonly textIs: TextOrigin;
  /** BCP-47. */
  readonly language: string;
  /** In UTF-16 units. */
  readonly length: number;
  readonly sentences: number;
}

/** Two texts whose rows come one after the other: each a sentence of one, or of both, as a file links them. */
export interface PassingTable {
  readonly sources: readonly PassingSource[];
  readonly alignment: {
    readonly mode: Mode;
    readonly reason: string;
    /** How many pairs there are, and sentences alone. */
    readonly beads: number;
  };
  /** Reads the texts again, some rows at a time. */
  rows(): AsyncIterable<readonly PassingRow[]>;
}

/** One side of a row. */
export interface PassingCell {
  readonly sentence: Sentence;
  readonly paragraph: Paragraph;
}

/** A row of such a table. */
export interface PassingRow {
  readonly cells: readonly (PassingCell | null)[];
  readonly checks: readonly Check[];
}

/** The head of such a table, and its records in batches. */
export interface PassingRecords {
  /** Its sources have the paragraphs of the batch that is being written, and no others. */
  readonly head: OutputHead;
  readonly batches: AsyncIterable<readonly OutputRecord[]>;
}

/** What writers take of such a table. */
export function passingRecords({ sources, alignment, rows }: PassingTable): PassingRecords {
  const paragraphs = sources.map(({ sentences }): Paragraph[] => {
    const list: Paragraph[] = [];
    list.length = sentences;
    return list;
  });
  const head: OutputHead = {
    sources: sources.map(({ name, format, textIs, language, length, sentences }, index) => ({
      name,
      format,
      textIs,
      languages: [language],
      length,
      paragraphs: paragraphs[index] ?? [],
      sentences,
    })),
    streams: sources.map(({ language, sentences }, source) => ({
      source,
      language,
      // Few formats list them.
      get sentences() {
        return Array.from({ length: sentences }, (_, index) => ({ number: index + 1 }));
      },
    })),
    alignments: [{ a: 0, b: 1, ...alignment }],
    columns: sources.length,
    hasLocators: sources.some(({ textIs }) => textIs === 'extracted'),
  };
  async function* batches(): AsyncGenerator<readonly OutputRecord[], void, undefined> {
    let id = 0;
    for await (const some of rows()) {
      for (const { cells } of some)
        cells.forEach((cell, source) => {
          const own = paragraphs[source];
          if (cell && own) own[cell.paragraph.number - 1] = cell.paragraph;
        });
      yield some.map((row) => recordOf(row, sources, ++id));
      for (const { cells } of some)
        cells.forEach((cell, source) => {
          const own = paragraphs[source];
          if (cell && own) Reflect.deleteProperty(own, cell.paragraph.number - 1);
        });
    }
  }
  return { head, batches: batches() };
}

function recordOf(
  { cells, checks }: PassingRow,
  sources: PassingTable['sources'],
  id: number,
): OutputRecord {
  return {
    id,
    cells: cells.map((cell, source): Cell | null => {
      if (!cell) return null;
      const { sentence } = cell;
      const { start, end, text } = sentence;
      const language = sources[source]?.language ?? sentence.language;
      const spans = [{ start, end }];
      return { source, stream: source, language, sentences: [sentence], spans, text };
    }),
    type: cells.map((cell) => (cell ? 1 : 0)).join('-'),
    method: 'anchor',
    score: 0,
    confidence: 1,
    crossing: false,
    status: 'unreviewed',
    checks,
    note: '',
    flagged: false,
  };
}
