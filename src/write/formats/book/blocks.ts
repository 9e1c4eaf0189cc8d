/**
 * Records as the rows of a bilingual book. A reader wants paragraphs, not a list of sentences: records
 * are put together as long as a paragraph of any of the texts goes on.
 */
import type { Diagnostic } from '../../../diagnostics.js';
import { LegalText } from '../../records/legal-text.js';
import { plainText } from '../../../text/markup.js';
import type { BlockKind } from '../../../domain.js';
import type { OutputHead } from '../../records/head.js';
import { isPair, type Cell, type OutputRecord } from '../../records/records.js';

/** Part of a paragraph: the sentences of one record. */
export interface Piece {
  readonly text: string;
  /** It has no counterpart. */
  readonly alone: boolean;
}

/** A paragraph of one text, or the part of it that is in a block. */
export interface BookParagraph {
  /** BCP-47. */
  readonly language: string;
  /** Heading level from 1, 0 for anything else. */
  readonly heading: number;
  readonly kind?: BlockKind;
  readonly pieces: readonly Piece[];
}

/** What stands side by side: paragraphs by column, any of them empty. */
export interface Block {
  /** The highest level of the headings in it; 0 for running text. */
  readonly heading: number;
  /** Text that doesn't belong to the document itself. */
  readonly noise: boolean;
  readonly columns: readonly (readonly BookParagraph[])[];
}

/** A block with more text than this (in UTF-16 units) ends as soon as any paragraph ends. */
const longBlock = 1_500;

/** A block with more text than this ends with the record: some texts are one paragraph. */
const longestBlock = 4_000;

/** Records for which a paragraph that is not finished holds a block together without going on. */
const patience = 3;

/** The records as blocks, in order, batch by batch. Characters that XML can't hold are replaced and reported. */
export async function* bookBlocks(
  head: OutputHead,
  batches: AsyncIterable<readonly OutputRecord[]>,
  onDiagnostic?: (diagnostic: Diagnostic) => void,
): AsyncGenerator<readonly Block[], void, undefined> {
  const legal = new LegalText();
  const builder = new BlockBuilder(head, legal);
  for await (const records of batches) {
    for (const record of records) builder.add(record);
    const blocks = builder.take();
    if (blocks.length > 0) yield blocks;
  }
  builder.finish();
  yield builder.take();
  legal.report(onDiagnostic);
}

interface OpenParagraph {
  readonly source: number;
  readonly number: number;
  readonly language: string;
  readonly heading: number;
  readonly kind?: BlockKind;
  readonly pieces: Piece[];
}

interface ColumnState {
  readonly paragraphs: OpenParagraph[];
  /** The last paragraph has sentences that are yet to come. */
  unfinished: boolean;
  /** Records since the column had a part. */
  idle: number;
}

class BlockBuilder {
  readonly #head: OutputHead;
  readonly #legal: LegalText;
  #done: Block[] = [];
  #columns: ColumnState[];
  /** Noise inside a paragraph stands after its block. */
  #noise: Block[] = [];
  #heading = 0;
  #length = 0;

  constructor(head: OutputHead, legal: LegalText) {
    this.#head = head;
    this.#legal = legal;
    this.#columns = this.#emptyColumns();
  }

  add(record: OutputRecord): void {
    if (record.method === 'noise') {
      this.#noise.push({
        heading: 0,
        noise: true,
        columns: record.cells.map((cell) => (cell ? this.#parts(cell, true) : [])),
      });
      // Without end, noise is not held back.
      if (this.#length === 0 || this.#noise.length > 100 || !this.#goesOn()) this.#close();
      return;
    }
    const parts = record.cells.map((cell) => (cell ? this.#parts(cell, !isPair(record)) : []));
    const heading = headingOf(parts);
    if (this.#length > 0 && this.#ends(parts, heading)) this.#close();
    this.#heading = heading;
    parts.forEach((paragraphs, column) => {
      this.#append(column, paragraphs, record.cells[column] ?? null);
    });
  }

  /** The blocks that are complete. */
  take(): readonly Block[] {
    const blocks = this.#done;
    this.#done = [];
    return blocks;
  }

  finish(): void {
    this.#close();
  }

  /** Whether the block ends before a record. */
  #ends(parts: readonly (readonly OpenParagraph[])[], heading: number): boolean {
    if (heading !== this.#heading) return true;
    if (this.#length > longestBlock) return true;
    const begins = parts.map((paragraphs, column) => {
      const first = paragraphs[0];
      return first === undefined ? undefined : !this.#continues(column, first);
    });
    if (this.#length > longBlock && begins.includes(true)) return true;
    if (begins.includes(false)) return false;
    return !this.#columns.some(
      ({ unfinished, idle }, column) =>
        begins[column] === undefined && unfinished && idle < patience,
    );
  }

  #goesOn(): boolean {
    return this.#columns.some(({ unfinished }) => unfinished);
  }

  #continues(column: number, { source, number }: OpenParagraph): boolean {
    const last = this.#columns[column]?.paragraphs.at(-1);
    return last?.source === source && last.number === number;
  }

  #append(column: number, paragraphs: readonly OpenParagraph[], cell: Cell | null): void {
    const state = this.#columns[column];
    if (!state) return;
    if (!cell) {
      state.idle++;
      return;
    }
    for (const paragraph of paragraphs) {
      if (this.#continues(column, paragraph))
        state.paragraphs.at(-1)?.pieces.push(...paragraph.pieces);
      else state.paragraphs.push(paragraph);
      for (const { text } of paragraph.pieces) this.#length += text.length;
    }
    const last = cell.sentences.at(-1);
    const end = last && this.#head.sources[cell.source]?.paragraphs[last.paragraph - 1]?.end;
    state.unfinished = end !== undefined && last !== undefined && last.end < end;
    state.idle = 0;
  }

  #close(): void {
    if (this.#columns.some(({ paragraphs }) => paragraphs.length > 0))
      this.#done.push({
        heading: this.#heading,
        noise: false,
        columns: this.#columns.map(({ paragraphs }) => paragraphs),
      });
    this.#done.push(...this.#noise);
    this.#noise = [];
    this.#columns = this.#emptyColumns();
    this.#length = 0;
    this.#heading = 0;
  }

  #emptyColumns(): ColumnState[] {
    return Array.from({ length: this.#head.columns }, () => ({
      paragraphs: [],
      unfinished: false,
      idle: 0,
    }));
  }

  /** A cell by paragraph. A reviewer's text is not divided: nobody knows where. */
  #parts(cell: Cell, alone: boolean): OpenParagraph[] {
    const { source, language, sentences, original, text, plain } = cell;
    const parts: OpenParagraph[] = [];
    const open = (number: number): OpenParagraph => {
      const { heading = 0, kind } = this.#head.sources[source]?.paragraphs[number - 1] ?? {};
      const part = { source, number, language, heading, ...(kind && { kind }), pieces: [] };
      parts.push(part);
      return part;
    };
    const first = sentences[0]?.paragraph ?? 0;
    if (original !== undefined || sentences.every(({ paragraph }) => paragraph === first)) {
      open(first).pieces.push({ text: this.#legal.legal(plain ?? text), alone });
      return parts;
    }
    for (const sentence of sentences) {
      const last = parts.at(-1);
      const part = last?.number === sentence.paragraph ? last : open(sentence.paragraph);
      const said = plainText(sentence);
      const legal = this.#legal.legal(said.trim() === '' ? sentence.text : said);
      part.pieces.push({ text: legal, alone });
    }
    return parts;
  }
}

function headingOf(columns: readonly (readonly BookParagraph[])[]): number {
  const levels = columns.flat().flatMap(({ heading }) => (heading > 0 ? [heading] : []));
  return levels.length > 0 ? Math.min(...levels) : 0;
}

/** The languages of a column, in order of the text; a source in several languages has several. */
export function columnLanguages({ sources, streams, columns }: OutputHead): (readonly string[])[] {
  return Array.from({ length: columns }, (_, column) =>
    sources.length === 1
      ? streams.slice(column, column + 1).map(({ language }) => language)
      : (sources[column]?.languages ?? []),
  );
}

/** What heads a column: the name of its text. */
export function columnTitles({ sources, columns }: OutputHead): string[] {
  return Array.from(
    { length: columns },
    (_, column) => (sources.length === 1 ? sources[0] : sources[column])?.name ?? '',
  );
}

/** The title of the whole book: the names of its texts. */
export function bookTitle({ sources }: OutputHead): string {
  return sources.map(({ name }) => name).join(' · ');
}

/** The text of a block's heading, in the first column that has one. */
export function headingText({ columns }: Block): string {
  const found = columns.flat().find(({ heading }) => heading > 0);
  return found ? found.pieces.map(({ text }) => text).join(' ') : '';
}
