/** Small made-up reviews for tests: every sentence is a word and its number, so that rows can be read. */
import type { Row, Sentence, Source, Table } from '../../src/domain.js';
import { reviewFromTable } from '../../src/review/from-table.js';
import type { Review } from '../../src/review/model.js';

export interface FixtureSource {
  readonly language: string;
  readonly sentences: readonly string[];
}

function source(name: string, given: FixtureSource): Source {
  const text = given.sentences.join(' ');
  let start = 0;
  const sentences = given.sentences.map((own, index): Sentence => {
    const sentence = {
      number: index + 1,
      paragraph: 1,
      start,
      end: start + own.length,
      language: given.language,
      text: own,
      noise: null,
    };
    start += own.length + 1;
    return sentence;
  });
  const paragraph = {
    number: 1,
    start: 0,
    end: text.length,
    heading: 0,
    noise: null,
    language: given.language,
    confidence: 1,
  };
  return { name, text, paragraphs: [paragraph], sentences };
}

/** A table of given sources; `cells` says which sentences (0-based) stand in each row. */
export function table(
  sources: readonly FixtureSource[],
  rows: readonly (Partial<Row> & { readonly cells: Row['cells'] })[],
): Table {
  const all = sources.map((given, index) => source(`${'abcdef'[index] ?? 'x'}.txt`, given));
  return {
    sources: all,
    streams: all.map((own, index) => ({
      source: index,
      language: sources[index]?.language ?? 'und',
      sentences: own.sentences,
    })),
    alignments: all.slice(1).map((_, index) => ({
      a: 0,
      b: index + 1,
      mode: 'parallel',
      reason: 'asked for',
      beads: [],
    })),
    rows: rows.map((row) => ({
      score: 0.8,
      confidence: 0.9,
      method: 'parallel',
      crossing: false,
      status: 'unreviewed',
      checks: [],
      note: '',
      ...row,
    })),
  };
}

/** `count` rows of one sentence each in `languages.length` columns; confidence falls as rows go on. */
export function simpleReview(count: number, languages: readonly string[] = ['en', 'fr']): Review {
  const sources = languages.map((language) => ({
    language,
    sentences: Array.from({ length: count }, (_, index) => `${language} sentence ${index + 1}.`),
  }));
  const rows = Array.from({ length: count }, (_, index) => ({
    cells: languages.map(() => [index]),
    confidence: index % 5 === 4 ? 0.4 : 0.95,
  }));
  return reviewFromTable(table(sources, rows), { model: null, segmented: false });
}

/** The rows as text: "en sentence 1. | fr sentence 1.". */
export function shown(review: Review): string[] {
  return review.rows.map((row) =>
    row.cells
      .map((cell) =>
        cell
          .map((id) => {
            const own = review.sentences[id];
            return own === undefined
              ? '?'
              : review.sources[own.source]?.text.slice(own.start, own.end);
          })
          .join(' '),
      )
      .join(' | '),
  );
}
