import type { Source, Table } from '../../../src/domain.js';
import { makeRow, makeTable } from '../table-fixture.js';

/** A source of paragraphs, each a list of sentences; `# ` begins a heading, `! ` noise. */
export function bookSource(
  name: string,
  language: string,
  paragraphs: readonly (readonly string[])[],
): Source {
  let text = '';
  const sentences: Source['sentences'][number][] = [];
  const found = paragraphs.map((lines, index) => {
    if (index > 0) text += '\n\n';
    const heading = lines[0]?.startsWith('# ') ? 1 : 0;
    const noise = lines[0]?.startsWith('! ') ? ('boilerplate' as const) : null;
    const start = text.length;
    lines.forEach((line, place) => {
      if (place > 0) text += ' ';
      const content = line.replace(/^[#!] /, '');
      sentences.push({
        number: sentences.length + 1,
        paragraph: index + 1,
        start: text.length,
        end: text.length + content.length,
        language,
        text: content,
        noise,
      });
      text += content;
    });
    const number = index + 1;
    return { number, start, end: text.length, heading, noise, language, confidence: 1 };
  });
  return { name, text, paragraphs: found, sentences };
}

/** English and Arabic: a heading, a paragraph each of three and two sentences, noise, one that is alone. */
export function bookTable(): Table {
  return makeTable(
    [
      bookSource('a.txt', 'en', [
        ['# The <Sun> & "Wind"'],
        ['One.', 'Two.', 'Three.'],
        ['! Share this'],
        ['Only here.'],
        ['The end.'],
      ]),
      bookSource('b.txt', 'ar', [['# الشمس والريح'], ['واحد.', 'اثنان وثلاثة.'], ['النهاية.']]),
    ],
    [
      makeRow([[0], [0]]),
      makeRow([[1], [1]]),
      makeRow([[2, 3], [2]]),
      makeRow([[4], []]),
      makeRow([[5], [3]]),
    ],
  );
}

/** The same with row 2 rejected, and the Arabic of row 1 edited. */
export function reviewedBook(): Table {
  const { rows, ...table } = bookTable();
  return {
    ...table,
    rows: rows.map((row, index) => {
      if (index === 1) return { ...row, status: 'edited' as const, edits: { 1: 'أول.' } };
      return index === 2 ? { ...row, status: 'rejected' as const } : row;
    }),
  };
}
