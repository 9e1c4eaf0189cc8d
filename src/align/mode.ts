import type { Bead, Mode } from '../domain.js';
import { modeFeatures, modeWeights } from './data/mode-weights.js';
import { readModeEvidence } from './mode-evidence.js';
import type { ModeEvidence } from './mode-evidence.js';
import type { StreamInput } from './stream-input.js';

/** What `auto` found out about two streams. */
export interface ModeDecision {
  readonly mode: Mode;
  /** One sentence for people. */
  readonly reason: string;
}

/**
 * Decides between parallel and comparable from what the ordered alignment of two streams looks like
 * and what comparable mode finds in them. Weights are fitted (models/aligner/comparable).
 */
export function decideMode(a: StreamInput, b: StreamInput, ordered: readonly Bead[]): ModeDecision {
  if (a.stream.sentences.length === 0 || b.stream.sentences.length === 0) {
    return { mode: 'comparable', reason: 'One of the texts has nothing to align.' };
  }
  const evidence = readModeEvidence(a, b, ordered);
  const isParallel = modeLogit(evidence) > 0;
  return { mode: isParallel ? 'parallel' : 'comparable', reason: explain(evidence, isParallel) };
}

/** Size is a reason only among small texts: with more it would outweigh what the texts are like. */
const largestSize = 150;

/** The inputs of the decision, in the order of the weights. */
export function modeInputs(evidence: ModeEvidence): number[] {
  const same = evidence.sameLanguage ? 1 : 0;
  const { cover, confidence, gaps, margin, mutual, paired, pairedConfidence } = evidence;
  return [
    same,
    Math.log(1 + Math.min(evidence.size, largestSize)),
    same * Math.log(1 + evidence.unitLength),
    cover,
    confidence,
    margin,
    Math.min(1, gaps),
    Math.min(1, evidence.lengthSpread),
    evidence.oneToOne,
    same * evidence.verbatim,
    mutual,
    paired,
    pairedConfidence,
    evidence.inOrder,
    evidence.agreement,
    same * evidence.oneToOne,
    same * cover,
  ];
}

function modeLogit(evidence: ModeEvidence): number {
  const inputs = modeInputs(evidence);
  if (inputs.length !== modeFeatures) throw new Error('mode weights do not fit their inputs');
  return inputs.reduce((sum, input, at) => sum + input * modeWeights[at]!, modeWeights.at(-1)!);
}

function explain(evidence: ModeEvidence, isParallel: boolean): string {
  const percent = (value: number): string => `${Math.round(100 * value)}%`;
  const paired = `${percent(evidence.paired)} of the sentences have a clear partner`;
  const order = `${percent(evidence.inOrder)} of these pairs run in the same order`;
  if (isParallel) {
    return `The texts run side by side: in order, ${percent(evidence.cover)} of the text finds a counterpart; ${paired}, ${order}.`;
  }
  return evidence.paired === 0
    ? 'The texts hardly overlap: no sentence has a clear partner.'
    : `The texts overlap only in part: ${paired}, ${order}.`;
}
