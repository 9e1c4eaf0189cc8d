import type { Bead } from '../../domain.js';
import { modeFeatures, modeWeights } from './weights.js';
import { clearlyParallelCover } from './clearly-parallel.js';
import { readModeEvidence } from './evidence.js';
import type { ModeEvidence, ReadSamples } from './evidence.js';
import type { StreamInput } from '../input/stream-input.js';
import { hasTwoSides } from '../input/has-two-sides.js';

/**
 * Decides between parallel and comparable, based on the ordered alignment of two streams and on what
 * comparable mode finds in them. Returns one sentence on why they are parallel, or null if they are
 * not. The weights are fitted (models/aligner/comparable).
 *
 * @param readSamples reads parts of the texts where more evidence is needed
 */
export function reasonForParallel(
  a: StreamInput,
  b: StreamInput,
  ordered: readonly Bead[],
  readSamples?: ReadSamples,
): string | null {
  if (isEmpty(a) || isEmpty(b)) return null;
  const clear = clearlyParallelCover(a, b, ordered);
  if (clear !== null) return `The texts run in parallel: ${covered(clear)}.`;
  const evidence = readModeEvidence(a, b, ordered, readSamples);
  if (modeLogit(evidence) <= 0) return null;
  const { cover, paired, inOrder } = evidence;
  return `The texts run in parallel: ${covered(cover)}; ${partners(paired, inOrder)}.`;
}

const isEmpty = ({ stream }: Pick<StreamInput, 'stream'>): boolean => stream.sentences.length === 0;

/** Size counts only for small texts: beyond this it would outweigh the rest of the evidence. */
const largestSize = 150;

/** A simplified text keeps about two thirds of its sentences unchanged; a copy or a new edition, nearly all. */
const copied = 8;

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
    same * evidence.verbatim ** copied,
  ];
}

function modeLogit(evidence: ModeEvidence): number {
  const inputs = modeInputs(evidence);
  if (inputs.length !== modeFeatures) throw new Error('mode weights do not fit their inputs');
  return inputs.reduce((sum, input, at) => sum + input * modeWeights[at]!, modeWeights.at(-1)!);
}

/** When this share of the sentences has a partner, the reason must not claim that only a part overlaps. */
const nearlyAll = 0.9;

/**
 * Why two streams are comparable. It reads the full result of comparable mode, not the sample of long
 * texts that the decision was based on.
 */
export function explainOverlap(
  a: Pick<StreamInput, 'stream'>,
  b: Pick<StreamInput, 'stream'>,
  beads: readonly Bead[],
): string {
  if (isEmpty(a) || isEmpty(b)) return 'One of the texts has nothing to align.';
  const pairs = beads.filter(hasTwoSides);
  if (pairs.length === 0) return 'The texts hardly overlap: no sentence has a clear partner.';
  const shareOf = (side: 'a' | 'b', { stream }: Pick<StreamInput, 'stream'>): number =>
    pairs.reduce((sum, bead) => sum + bead[side].length, 0) / stream.sentences.length;
  const inOrder = pairs.filter(({ crossing }) => !crossing).length / pairs.length;
  const share = Math.min(shareOf('a', a), shareOf('b', b));
  const found = partners(share, inOrder);
  // Small texts give too little evidence to be sure.
  if (share >= nearlyAll) return `The texts may overlap only in part, although ${found}.`;
  return `The texts overlap only in part: ${found}.`;
}

function covered(cover: number): string {
  return `read in order, ${percent(cover)} of the text has a counterpart`;
}

function partners(paired: number, inOrder: number): string {
  return `${percent(paired)} of the sentences have a clear partner, and ${percent(inOrder)} of these pairs are in the same order`;
}

const percent = (value: number): string => `${Math.round(100 * value)}%`;
