/** Explanations in plain words, shared by terminals, reviews and reports. */
import type { Stream } from '../../domain.js';
import type { BeadPositions } from '../input/bead-positions.js';
import type { Explanation, ScorePart } from './explain.js';

/** Groups of features in plain words. */
const words: Record<ScorePart['group'], string> = {
  size: 'number of sentences joined',
  meaning: 'similarity of meaning',
  neighbours: 'fit compared with the neighbouring sentences',
  clauses: 'clauses that match here or in a neighbouring row',
  words: 'words that match here or in a neighbouring row',
  length: 'lengths of the two sides',
  numbers: 'numbers',
  lookalikes: 'words that look alike',
  lexicon: 'names and terms learned from these texts',
  punctuation: 'how the sentences begin and end',
  quotation: 'quotation marks',
  skipping: 'leaving sentences unaligned',
  paragraphs: 'paragraph breaks',
};

/**
 * Explains why two sides are or are not linked: one line each for the score, its parts and the
 * alternatives. Sentences are given by number (1-based).
 */
export function explanationLines(
  streams: readonly [Stream, Stream],
  explanation: Explanation,
): string[] {
  const lines: string[] = [];
  const show = (bead: BeadPositions): string => beadText(streams, bead);
  if (!explanation.considered) {
    lines.push(
      'The parallel aligner did not score this pair: it is out of order, has a gap, or fits far worse than the alternatives.',
    );
  } else {
    lines.push(
      `Score ${signed(explanation.score)}, starting from ${signed(explanation.base)}; probability over all alignments ${explanation.posterior.toFixed(3)}`,
    );
    for (const part of explanation.parts) {
      if (Math.abs(part.contribution) < 0.005) continue;
      lines.push(`  ${signed(part.contribution).padStart(7)}  ${words[part.group]}${detail(part)}`);
    }
  }
  if (explanation.margin !== null) {
    const comparison = explanation.margin >= 0 ? 'lower' : 'higher';
    lines.push(
      `The best alignment without it scores ${Math.abs(explanation.margin).toFixed(2)} ${comparison} and has instead:`,
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

/** The numbers (1-based) of the sentences at the given positions of a stream. */
export function numbersOf(stream: Stream, positions: readonly number[]): number[] {
  return positions.map((position) => stream.sentences[position]?.number ?? 0);
}

function beadText(streams: readonly [Stream, Stream], { a, b }: BeadPositions): string {
  const side = (stream: Stream, positions: readonly number[]): string =>
    numbersOf(stream, positions).join(',') || '-';
  return `${side(streams[0], a)} : ${side(streams[1], b)}`;
}
