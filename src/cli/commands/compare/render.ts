/** A comparison as people read it. */
import type {
  Comparison,
  ComparedRow,
  DecisionAgreement,
} from '../../../score/compare-alignments.js';
import type { Measures, Score } from '../../../score/score-alignments.js';
import { painter, type Paint } from '../../../terminal/paint.js';
import { oneLine } from '../../../terminal/safe-text.js';
import { truncateText, wrapText } from '../../../terminal/wrap-text.js';
import { columnLetters } from '../../../text/column-letters.js';
import { numberRanges } from '../../../write/records/cell-fields.js';

/** All that is known of two alignments. */
export interface Compared {
  /** As typed. */
  readonly names: readonly [a: string, b: string];
  readonly comparison: Comparison;
  /** Of the first against the second. */
  readonly score: Pick<Score, 'strict' | 'lax'>;
  /** The sentences of each text by number; none if neither file has them. */
  readonly texts: readonly ReadonlyMap<number, string>[];
}

/** How a comparison is laid out. */
export interface CompareLayout {
  /** In cells. */
  readonly width: number;
  readonly color: boolean;
  /** List the places. */
  readonly list: boolean;
}

/** The lines. */
export function* renderComparison(
  { names, comparison, score, texts }: Compared,
  { width, color, list }: CompareLayout,
): Generator<string> {
  const paint = painter(color);
  const { both, onlyA, onlyB, differences, decisions } = comparison;
  yield paint('bold', truncateText(`A ${names[0]}`, width));
  yield paint('bold', truncateText(`B ${names[1]}`, width));
  yield '';
  yield `in both      ${both}`;
  yield `only in A    ${onlyA}`;
  yield `only in B    ${onlyB}`;
  yield '';
  yield '          A against B: precision  recall      F1';
  yield `strict                  ${measures(score.strict)}`;
  yield `lax                     ${measures(score.lax)}`;
  yield '';
  yield* renderDecisions(decisions, paint);
  if (!list) return;
  for (const [index, { a: own, b: other }] of differences.entries()) {
    yield '';
    yield paint('dim', `place ${index + 1} of ${differences.length}`);
    yield* rowLines('A', own, paint);
    yield* rowLines('B', other, paint);
    yield* textLines([...own, ...other], texts, width, paint);
  }
  for (const [own, other] of decisions.different) {
    yield '';
    yield paint('dim', 'decided differently');
    yield* rowLines('A', [own], paint);
    yield* rowLines('B', [other], paint);
    yield* textLines([own], texts, width, paint);
  }
}

function measures({ precision, recall, f1 }: Measures): string {
  return `${precision.toFixed(3)}   ${recall.toFixed(3)}   ${f1.toFixed(3)}`;
}

function* renderDecisions(
  { rows, alike, kappa, table }: DecisionAgreement,
  paint: Paint,
): Generator<string> {
  if (rows === 0) {
    yield 'decisions: no row is decided in both';
    return;
  }
  const beyond =
    kappa === null
      ? 'kappa is not defined: there is only one decision'
      : `kappa ${kappa.toFixed(3)}`;
  yield `decisions: ${rows} ${rows === 1 ? 'row' : 'rows'} decided in both, ${alike} alike; ${beyond}`;
  const names = Object.keys(table).filter(
    (name) =>
      Object.values(table[name] ?? {}).some((count) => count > 0) ||
      Object.values(table).some((own) => (own[name] ?? 0) > 0),
  );
  const first = 'A \\ B'.padEnd(10);
  yield paint('dim', `  ${first}${names.map((name) => name.padStart(10)).join('')}`);
  for (const name of names)
    yield `  ${name.padEnd(10)}${names.map((other) => String(table[name]?.[other] ?? 0).padStart(10)).join('')}`;
}

function* rowLines(name: string, rows: readonly ComparedRow[], paint: Paint): Generator<string> {
  const label = paint('bold', name);
  if (rows.length === 0) {
    yield `${label} does not link these`;
    return;
  }
  for (const [index, { id, sentences, status, confidence, note }] of rows.entries()) {
    const links = sentences
      .map((own, text) => `${columnLetters(text)} ${numberRanges(own) || '-'}`)
      .join('  ');
    const sure = confidence === null ? '' : `  ${confidence.toFixed(2)}`;
    const decided = status === 'unreviewed' ? '' : `  ${status}`;
    const said = note === '' ? '' : `  (${oneLine(note)})`;
    const before = index === 0 ? label : ' ';
    yield `${before} row ${id}:  ${links}${sure}${decided}${said}`;
  }
}

/** The sentences of some rows, each once, text by text. */
function* textLines(
  rows: readonly ComparedRow[],
  texts: Compared['texts'],
  width: number,
  paint: Paint,
): Generator<string> {
  for (const [text, known] of texts.entries()) {
    const numbers = new Set(rows.flatMap(({ sentences }) => sentences[text] ?? []));
    for (const number of [...numbers].sort((x, y) => x - y)) {
      const label = `  ${columnLetters(text)} ${number}  `;
      const lines = wrapText(known.get(number) ?? '', Math.max(20, width - label.length));
      for (const [index, line] of lines.entries())
        yield paint('dim', index === 0 ? label : ' '.repeat(label.length)) + line;
    }
  }
}
