/** Explanations in plain words, for terminals, reviews and reports alike. */
import type { Stream } from '../../domain.js';
import type { BeadPositions, Explanation, ScorePart } from './explain.js';

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

/**
 * Why two sides are, or are not, linked: a line each for the score, its parts, and what stands
 * there instead, sentences by number (1-based).
 */
export function explanationLines(
  streams: readonly [Stream, Stream],
  explanation: Explanation,
): string[] {
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

const signed = (value: number): string => `${value >= 0 ? '+' : ''}${value.toFixed(2)}`;

function detail({ features }: ScorePart): string {
  if (features.length === 0) return '';
  const shown = features.slice(0, 3).map(({ name, value }) => `${name} ${value.toFixed(2)}`);
  return ` (${shown.join(', ')})`;
}

/** The numbers (1-based) of sentences at some positions of a stream. */
export function numbersOf(stream: Stream, positions: readonly number[]): number[] {
  return positions.map((position) => stream.sentences[position]?.number ?? 0);
}

function beadText(streams: readonly [Stream, Stream], { a, b }: BeadPositions): string {
  const side = (stream: Stream, positions: readonly number[]): string =>
    numbersOf(stream, positions).join(',') || '-';
  return `${side(streams[0], a)} : ${side(streams[1], b)}`;
}
