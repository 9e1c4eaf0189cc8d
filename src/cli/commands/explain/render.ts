import type { BeadPositions } from '../../../align/parallel/explain.js';
import { explanationLines, numbersOf } from '../../../align/parallel/explanation-lines.js';
import type { ExplainedRow } from '../../../pipeline/explain/explain-row.js';
import { painter } from '../../../terminal/paint.js';
import { oneLine } from '../../../terminal/safe-text.js';
import { cellWidth } from '../../../terminal/cell-width.js';
import { wrapText } from '../../../terminal/wrap-text.js';
import type { Output } from '../../output/output.js';

/** An explanation for people to read. */
export function renderExplanation(
  { table, record, pairs }: ExplainedRow,
  output: Pick<Output, 'color' | 'columns'>,
): string {
  const paint = painter(output.color);
  const width = Math.max(40, output.columns);
  const lines = [
    paint(
      'bold',
      `Row ${record.id} (${record.type}, ${record.method}): confidence ${record.confidence.toFixed(2)}, similarity ${record.score.toFixed(2)}`,
    ),
  ];
  for (const cell of record.cells) {
    if (cell === null) continue;
    const numbers = cell.sentences.map(({ number }) => number).join(', ');
    const name = table.sources[cell.source]?.name ?? '';
    lines.push(`  ${oneLine(`${name} ${numbers}: ${cell.plain ?? cell.text}`)}`);
  }
  if (pairs.length === 0)
    lines.push('', `There is nothing to explain: ${record.note || record.method}.`);
  for (const pair of pairs) lines.push('', ...explanationLines(pair.streams, pair.explanation));
  return lines.flatMap((line) => fit(line, width).map((part) => `${part}\n`)).join('');
}

/** An explanation for programs, with 1-based sentence numbers. */
export function explanationJson({ table, record, pairs }: ExplainedRow): object {
  return {
    id: record.id,
    type: record.type,
    method: record.method,
    score: record.score,
    confidence: record.confidence,
    pairs: pairs.map(({ streams, explanation }) => {
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
      };
    }),
  };
}

/** A line wrapped to the terminal, keeping its indentation. */
function fit(line: string, width: number): string[] {
  const text = line.trimStart();
  if (text === '' || cellWidth(line) <= width) return [line];
  const indent = ' '.repeat(line.length - text.length);
  return wrapText(text, width - indent.length).map((part) => indent + part);
}
