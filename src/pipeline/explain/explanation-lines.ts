/** An explanation as lines for a terminal or a page. The caller makes them safe and wraps them. */
import type { PairInWords, PairToExplain } from '../../align/explain/explain-pair.js';
import { confidenceLevel } from '../../confidence.js';
import { describeCheck } from '../../check/describe-check.js';
import type { Check, Method } from '../../domain.js';
import { isRightToLeft } from '../../text/direction.js';
import { splitGraphemes } from '../../text/graphemes.js';

/** One line: a text, wrapped beside its label. */
export interface ExplanationLine {
  /** Empty for a line of its own. */
  readonly label: string;
  readonly text: string;
  readonly rightToLeft?: boolean;
  readonly isHeading?: boolean;
}

/** How sure the aligner is, in words. */
export function describeConfidence(method: Method, confidence: number, isPair: boolean): string {
  if (method === 'manual') return 'linked by hand';
  if (method === 'anchor') return 'fixed by an anchor';
  switch (confidenceLevel(confidence)) {
    case 'sure':
      return isPair ? 'the aligner is sure of it' : 'surely without a counterpart';
    case 'fair':
      return isPair ? 'probably right' : 'probably without a counterpart';
    case 'doubtful':
      return isPair ? 'in doubt' : 'perhaps without a counterpart';
  }
}

/** The lines that explain one pair. */
export function linesOfPair(pair: PairToExplain, words: PairInWords): ExplanationLine[] {
  const lines: ExplanationLine[] = [];
  for (const [speaks, title] of [
    ['for', 'For it:'],
    ['against', 'Against it:'],
  ] as const) {
    const reasons = words.reasons.filter((reason) => reason.speaks === speaks);
    if (reasons.length === 0) continue;
    lines.push(heading(title));
    for (const { about, text } of reasons) lines.push({ label: `  ${about}`, text });
  }
  if (words.alternatives.length === 0) return lines;
  lines.push(heading('What else was possible:'));
  words.alternatives.forEach(({ bead, lost, though }, index) => {
    const sides = (['a', 'b'] as const).map((side) => pair.show(side, bead[side]));
    lines.push(plainLine(`  ${index + 1}. ${sides.join(' with ')}`));
    for (const side of ['a', 'b'] as const) {
      if (bead[side].join() !== pair.bead[side].join()) lines.push(textOf(pair, bead, side));
    }
    const reasons = lost.length > 0 ? `${lost.join('; ')}.` : 'all in all it fits less well.';
    const but = though.length > 0 ? ` Though ${though.join(', and ')}.` : '';
    lines.push({ label: '     lost', text: reasons + but });
  });
  return lines;
}

/** Longer texts of alternatives are cut. */
const longest = 300;

function textOf(
  pair: PairToExplain,
  bead: PairToExplain['bead'],
  side: 'a' | 'b',
): ExplanationLine {
  const positions = bead[side];
  const { stream } = side === 'a' ? pair.first : pair.second;
  const text = positions.map((at) => stream.sentences[at]?.text.trim() ?? '').join(' ');
  return {
    label: `     ${pair.show(side, positions)}`,
    text: shorten(text),
    rightToLeft: isRightToLeft(stream.language),
  };
}

function shorten(text: string): string {
  if (text.length <= longest) return text;
  const cut = splitGraphemes(text.slice(0, longest + 40)).slice(0, longest);
  return `${cut.join('').trimEnd()} ...`;
}

function heading(text: string): ExplanationLine {
  return { label: '', text, isHeading: true };
}

/** The lines that begin an explanation: what the row is, and its texts. */
export function linesOfRow(
  title: string,
  cells: readonly { readonly label: string; readonly text: string; readonly language: string }[],
): ExplanationLine[] {
  return [
    heading(title),
    ...cells.map(({ label, text, language }) => ({
      label: `  ${label}`,
      text,
      rightToLeft: isRightToLeft(language),
    })),
  ];
}

/** What the checks found: a doubt about the translation, which says nothing against the pair. */
export function linesOfChecks(
  checks: readonly Check[],
  columnName: (stream: number) => string,
): ExplanationLine[] {
  if (checks.length === 0) return [];
  return [
    plainLine(''),
    heading('As a translation (this says nothing against the pair):'),
    ...checks.map((check) => ({ label: '  Check', text: `${describeCheck(check, columnName)}.` })),
  ];
}

/** A line without a label. */
export function plainLine(text: string): ExplanationLine {
  return { label: '', text };
}
