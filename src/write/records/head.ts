/** What a format must know before the first record. */
import { numberPassages, type NumberedPassage } from '../../text/number-passages.js';
import type {
  Alignment,
  MatchReason,
  Paragraph,
  Sentence,
  Source,
  Stream,
  Table,
} from '../../domain.js';

/** A source as outputs describe it. */
export interface OutputSource {
  readonly name: string;
  /** Its format, and whether offsets point into the file's own text. */
  readonly format: Source['format'];
  readonly textIs: Source['textIs'];
  /** BCP-47, one per stream. */
  readonly languages: readonly string[];
  /** Length of its text in UTF-16 units. */
  readonly length: number;
  /** The positions of headings and the languages of paragraphs. */
  readonly paragraphs: readonly Paragraph[];
  /** How many it has, noise included. */
  readonly sentences: number;
}

/** The sentences of one source in one language. */
export interface OutputStream {
  /** Index of the source. */
  readonly source: number;
  /** BCP-47. */
  readonly language: string;
  readonly sentences: readonly Pick<Sentence, 'number'>[];
}

/** Two streams that were aligned with each other, by index, and their mode. */
export interface OutputAlignment extends Pick<Alignment, 'a' | 'b' | 'mode' | 'reason'> {
  /** The passages that run in parallel, by the numbers of their sentences; absent if nobody looked for them. */
  readonly passages?: readonly NumberedPassage[];
  /** How many there are. */
  readonly beads: number;
}

/** Everything that comes before the records of an output. */
export interface OutputHead {
  readonly sources: readonly OutputSource[];
  readonly streams: readonly OutputStream[];
  readonly alignments: readonly OutputAlignment[];
  /**
   * Cells in every record: one per source, at least two. With a single source, its streams are the
   * columns; a row of two streams of the same source shows the first in `a`, the second in `b`.
   */
  readonly columns: number;
  /** Whether a source's format has places that people go by: pages, times, cells. */
  readonly hasLocators: boolean;
  /** Whether rows have a quality. */
  readonly hasQuality?: boolean;
  /** Whether the output is that of what filters left out, and says why. */
  readonly hasReasons?: boolean;
  /** Why the sources were matched, if they were. */
  readonly match?: MatchReason;
}

/** The head of a table's output. Linear in its rows, which decide how many columns there are. */
export function tableHead(table: Table): OutputHead {
  return {
    sources: table.sources.map(({ name, format, textIs, text, paragraphs, sentences }, index) => ({
      name,
      format,
      textIs,
      languages: languagesOf(table.streams, index),
      length: text.length,
      paragraphs,
      sentences: sentences.length,
    })),
    streams: table.streams,
    alignments: table.alignments.map((alignment) => ({
      a: alignment.a,
      b: alignment.b,
      mode: alignment.mode,
      reason: alignment.reason,
      ...(alignment.passages && { passages: numberPassages(alignment, table.streams) }),
      // Those of a review are only made for whoever counts them.
      get beads() {
        return alignment.beads.length;
      },
    })),
    columns: columnCount(table),
    hasQuality: table.rows.some(({ quality }) => quality !== undefined),
    hasLocators: table.sources.some(({ paragraphs }) => paragraphs.some(({ locator }) => locator)),
    ...(table.match && { match: table.match }),
  };
}

function languagesOf(streams: readonly Stream[], source: number): string[] {
  return streams.filter((stream) => stream.source === source).map(({ language }) => language);
}

/** Number of columns of a table: see `OutputHead.columns`. */
export function columnCount({ sources, streams, rows }: Table): number {
  let columns = Math.max(2, sources.length, sources.length === 1 ? streams.length : 0);
  for (const { cells } of rows) {
    let filled = 0;
    for (const { length } of cells) if (length > 0) filled++;
    if (filled > columns) columns = filled;
  }
  return columns;
}
