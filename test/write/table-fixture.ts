import type { Row, Sentence, Source, Table } from '../../src/domain.js';

/** A source of one sentence a line; `|noise` at a line's end marks it as boilerplate. */
export function makeSource(name: string, language: string, lines: readonly string[]): Source {
  let text = '';
  const sentences: Sentence[] = lines.map((line, index) => {
    const noise = line.endsWith('|noise');
    const content = noise ? line.slice(0, -6) : line;
    if (index > 0) text += '\n';
    const start = text.length;
    text += content;
    return {
      number: index + 1,
      paragraph: index + 1,
      start,
      end: text.length,
      language,
      text: content,
      noise: noise ? 'boilerplate' : null,
    };
  });
  return {
    name,
    text,
    paragraphs: sentences.map(({ start, end, paragraph, noise }) => ({
      number: paragraph,
      start,
      end,
      heading: 0,
      noise,
      language,
      confidence: 1,
    })),
    sentences,
  };
}

/** A row over streams, with a plain score. */
export function makeRow(cells: readonly (readonly number[])[], more: Partial<Row> = {}): Row {
  const pair = cells.filter(({ length }) => length > 0).length > 1;
  return {
    cells,
    score: pair ? 0.83125 : 0,
    confidence: pair ? 0.9 : 0.5,
    method: 'parallel',
    crossing: false,
    status: 'unreviewed',
    checks: [],
    note: '',
    ...more,
  };
}

/** One stream a source, of all that is not noise. */
export function makeTable(sources: readonly Source[], rows: readonly Row[]): Table {
  return {
    sources,
    streams: sources.map((source, index) => ({
      source: index,
      language: source.sentences[0]?.language ?? 'und',
      sentences: source.sentences.filter(({ noise }) => noise === null),
    })),
    alignments: [],
    rows,
  };
}

/** English and Spanish: a pair, a 2-1, one sentence alone, one noise line in the middle. */
export function smallTable(): Table {
  return makeTable(
    [
      makeSource('a.txt', 'en', [
        'One, "two".',
        'Share this|noise',
        'Three.',
        'Four.',
        'Only here.',
      ]),
      makeSource('b.txt', 'es', ['Uno, «dos».', 'Tres y cuatro.']),
    ],
    [makeRow([[0], [0]]), makeRow([[1, 2], [1]]), makeRow([[3], []])],
  );
}
