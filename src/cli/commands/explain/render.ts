import { explanationLines, numbersOf } from '../../../align/parallel/explanation-lines.js';
import type { ExplainedRow } from '../../../pipeline/explain/explain-row.js';
import {
  describeConfidence,
  linesOfChecks,
  linesOfPair,
  linesOfRow,
  plainLine,
  type ExplanationLine,
} from '../../../pipeline/explain/explanation-lines.js';
import { showNumbers } from '../../../pipeline/explain/pair-in-words.js';
import { besideLabel } from '../../../terminal/beside-label.js';
import { lineText, run } from '../../../terminal/line.js';
import { painter } from '../../../terminal/paint.js';
import { oneLine } from '../../../terminal/safe-text.js';
import { cellWidth } from '../../../terminal/cell-width.js';
import { wrapText } from '../../../terminal/wrap-text.js';
import type { CommandContext } from '../command.js';
import type { BeadPositions } from '../../../align/input/bead-positions.js';

/** An explanation for people to read; the numbers behind it only on request (`--verbose`). */
export function renderExplanation(
  explained: ExplainedRow,
  { stdout, verbose }: Pick<CommandContext, 'stdout' | 'verbose'>,
): string {
  const { record, pairs } = explained;
  const paint = painter(stdout.color);
  const width = Math.max(40, stdout.columns);
  const lines = [...linesOfRow(titleOf(explained), cellsOf(explained))];
  const names = namesOf(explained);
  if (names.length > 0) lines.push(plainLine(`  ${names.join(', ')}`));
  if (verbose) {
    const measures = `confidence ${record.confidence.toFixed(4)}, similarity ${record.score.toFixed(4)}, ${record.method}`;
    lines.push(plainLine(`  ${measures}`));
  }
  if (pairs.length === 0)
    lines.push(
      plainLine(''),
      plainLine(`There is nothing to explain: ${record.note || record.method}.`),
    );
  for (const { pair, words, streams, explanation } of pairs) {
    lines.push(plainLine(''));
    if (pairs.length > 1)
      lines.push({ label: '', text: pair.names.join(' and '), isHeading: true });
    lines.push(...linesOfPair(pair, words));
    if (verbose)
      lines.push(plainLine(''), ...explanationLines(streams, explanation).map(plainLine));
  }
  lines.push(...linesOfChecks(record.checks, (stream) => columnOf(explained, stream)));
  const labels = labelWidth(lines, width);
  return lines
    .flatMap((line) => fit(line, width, labels))
    .map((text, index) => `${index === 0 ? paint('bold', text) : text}\n`)
    .join('');
}

/** What a stream is called in the explanation. */
function columnOf({ table, pairs }: ExplainedRow, stream: number): string {
  const { source, language } = table.streams[stream] ?? { source: -1, language: '' };
  for (const { pair, streams } of pairs) {
    const side = streams.findIndex((own) => own.source === source && own.language === language);
    if (side >= 0) return pair.names[side] ?? '';
  }
  return language;
}

/** Which file is which, by the names in the explanation. */
function namesOf({ table, pairs }: ExplainedRow): string[] {
  const named = pairs.flatMap(({ pair, streams }) =>
    streams.map(
      ({ source }, side) => `${pair.names[side] ?? ''}: ${table.sources[source]?.name ?? ''}`,
    ),
  );
  return [...new Set(named)];
}

function titleOf({ record }: ExplainedRow): string {
  const { id, type, method, confidence, cells } = record;
  if (method === 'noise' || method === 'excluded') return `Row ${id} (${type}): not aligned`;
  const isPair = cells.filter((cell) => cell !== null).length > 1;
  return `Row ${id} (${type}): ${describeConfidence(method, confidence, isPair)}`;
}

function cellsOf({
  table,
  record,
  pairs,
}: ExplainedRow): { label: string; text: string; language: string }[] {
  return record.cells.flatMap((cell) => {
    if (cell === null) return [];
    const numbers = showNumbers(cell.sentences.map(({ number }) => number));
    const own = pairs.find(({ a, b }) => a === cell || b === cell);
    const name = own?.pair.names[own.a === cell ? 0 : 1] ?? table.sources[cell.source]?.name ?? '';
    return [
      { label: `${name} ${numbers}`, text: cell.plain ?? cell.text, language: cell.language },
    ];
  });
}

/** An explanation for programs, with 1-based sentence numbers. */
export function explanationJson({ table, record, pairs }: ExplainedRow): object {
  return {
    id: record.id,
    type: record.type,
    method: record.method,
    score: record.score,
    confidence: record.confidence,
    pairs: pairs.map(({ streams, explanation, words }) => {
      const bead = <T extends BeadPositions>(value: T): object => ({
        ...value,
        a: numbersOf(streams[0], value.a),
        b: numbersOf(streams[1], value.b),
      });
      return {
        a_source: table.sources[streams[0].source]?.name,
        b_source: table.sources[streams[1].source]?.name,
        ...bead(explanation),
        instead: explanation.instead.map(bead),
        alternatives: explanation.alternatives.map(bead),
        reasons: words.reasons,
        rivals: words.alternatives.map(({ bead: rival, lost, though }) => ({
          ...bead(rival),
          lost,
          though,
        })),
      };
    }),
  };
}

/** Labels share one column, unless they would take more than a third of the width. */
function labelWidth(lines: readonly ExplanationLine[], width: number): number {
  const widest = Math.max(0, ...lines.map(({ label }) => cellWidth(run(label).text)));
  return Math.min(widest + 2, Math.floor(width / 3));
}

/** A line wrapped to the terminal beside its label, or keeping its indentation. */
function fit(
  { label, text, rightToLeft = false }: ExplanationLine,
  width: number,
  labels: number,
): string[] {
  if (label !== '') {
    return besideLabel([run(label)], [run(oneLine(text))], width, {
      labelWidth: labels,
      rightToLeft,
    }).map((line) => lineText(line).trimEnd());
  }
  const own = text.trimStart();
  if (own === '' || cellWidth(text) <= width) return [text];
  const indent = ' '.repeat(text.length - own.length);
  return wrapText(own, width - indent.length).map((part) => indent + part);
}
