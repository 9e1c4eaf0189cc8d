import type { BeadPositions, ScorePart } from '../../../align/parallel/explain.js';
import type { Stream, Table } from '../../../domain.js';
import type { OutputRecord } from '../../../write/records/records.js';
import type { ExplainedPair } from './explained-pairs.js';
import { painter } from '../../../terminal/paint.js';
import { oneLine } from '../../../terminal/safe-text.js';
import { truncateText } from '../../../terminal/wrap-text.js';
import type { Output } from '../../output/output.js';

/** Groups of features in plain words. */
const words: Record<ScorePart['group'], string> = {
  size: 'how many sentences it joins',
  meaning: 'how alike the two sides are',
  neighbours: 'whether the sentences around fit better or worse',
  clauses: 'parts of sentences that would fit next door',
  words: 'words that the other side has, or has next door',
  length: 'lengths of the two sides',
  numbers: 'numbers',
  lookalikes: 'words that look alike',
  lexicon: 'names and terms of these texts',
  punctuation: 'how sentences begin and end',
  quotation: 'quotation marks',
  skipping: 'leaving it unaligned',
  paragraphs: 'paragraphs',
};

/** An explanation for people. */
export function renderExplanation(
  table: Table,
  record: OutputRecord,
  pairs: readonly ExplainedPair[],
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
    lines.push(`  ${oneLine(`${name} ${numbers}: ${cell.text}`)}`);
  }
  if (pairs.length === 0) lines.push('', `Nothing to weigh: ${record.note || record.method}.`);
  for (const pair of pairs) lines.push('', ...explanationLines(pair));
  return lines.map((line) => `${fit(line, width)}\n`).join('');
}

/** Why one pair of cells is, or is not, linked: a line each for the score, its parts, what stands instead. */
export function explanationLines({
  streams,
  explanation,
}: Pick<ExplainedPair, 'streams' | 'explanation'>): string[] {
  const lines: string[] = [];
  const show = (bead: BeadPositions): string => beadText(streams, bead);
  if (!explanation.considered) {
    lines.push(
      'The aligner of parallel texts did not weigh it: out of order, with a gap, or far below what stands there instead.',
    );
  } else {
    lines.push(
      `Score ${signed(explanation.score)}, of which ${signed(explanation.base)} for any; probability among all alignments ${explanation.posterior.toFixed(3)}`,
    );
    for (const part of explanation.parts) {
      if (Math.abs(part.contribution) < 0.005) continue;
      lines.push(`  ${signed(part.contribution).padStart(7)}  ${words[part.group]}${detail(part)}`);
    }
  }
  if (explanation.margin !== null) {
    const verb = explanation.margin >= 0 ? 'above' : 'below';
    lines.push(
      `${Math.abs(explanation.margin).toFixed(2)} ${verb} the best alignment that has instead:`,
    );
  } else if (explanation.instead.length > 0) lines.push('Instead:');
  for (const bead of explanation.instead) lines.push(`  ${show(bead)}  ${signed(bead.score)}`);
  if (explanation.alternatives.length > 0) lines.push('Also possible:');
  for (const bead of explanation.alternatives) {
    lines.push(`  ${show(bead)}  probability ${bead.posterior.toFixed(3)}`);
  }
  return lines;
}

/** An explanation for programs; sentences by number, 1-based. */
export function explanationJson(
  table: Table,
  record: OutputRecord,
  pairs: readonly ExplainedPair[],
): object {
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

/** One line of the terminal; truncating alone would take its indentation off. */
function fit(line: string, width: number): string {
  const indent = line.length - line.trimStart().length;
  return ' '.repeat(indent) + truncateText(line.trimStart(), width - indent);
}

const signed = (value: number): string => `${value >= 0 ? '+' : ''}${value.toFixed(2)}`;

function detail({ features }: ScorePart): string {
  if (features.length === 0) return '';
  const shown = features.slice(0, 3).map(({ name, value }) => `${name} ${value.toFixed(2)}`);
  return ` (${shown.join(', ')})`;
}

function numbersOf(stream: Stream, positions: readonly number[]): number[] {
  return positions.map((position) => stream.sentences[position]?.number ?? 0);
}

function beadText(streams: readonly [Stream, Stream], { a, b }: BeadPositions): string {
  const side = (stream: Stream, positions: readonly number[]): string =>
    numbersOf(stream, positions).join(',') || '-';
  return `${side(streams[0], a)} : ${side(streams[1], b)}`;
}
