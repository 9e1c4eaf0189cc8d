/** How numbers, ranges and checks look in flat formats. */
import type { Check, Sentence, Span } from '../../domain.js';

/** `4-5;9` for 4, 5, 9: ascending numbers as ranges. */
export function numberRanges(numbers: readonly number[]): string {
  if (numbers.length === 1) return `${numbers[0]}`;
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else if (!last || number !== last[1]) ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(';');
}

/** The sentences' numbers as ranges. */
export function sentenceRanges(sentences: readonly Sentence[]): string {
  return numberRanges(sentences.map(({ number }) => number));
}

/** The numbers of the sentences' paragraphs, as ranges. */
export function paragraphRanges(sentences: readonly Sentence[]): string {
  return numberRanges(sentences.map(({ paragraph }) => paragraph));
}

/** Starts of the spans, joined by `;`. */
export function spanStarts(spans: readonly Span[]): string {
  return spans.length === 1 ? `${spans[0]?.start}` : spans.map(({ start }) => start).join(';');
}

/** Ends of the spans, joined by `;`. */
export function spanEnds(spans: readonly Span[]): string {
  return spans.length === 1 ? `${spans[0]?.end}` : spans.map(({ end }) => end).join(';');
}

/** Four decimals, never `-0.0000`. */
export function decimal(value: number): string {
  return (Math.round(value * 10000) / 10000 + 0).toFixed(4);
}

/** With six decimals: enough to tell the surest rows apart. */
export function sixDecimals(value: number): string {
  return (Math.round(value * 1e6) / 1e6 + 0).toFixed(6);
}

/**
 * `number:3≠5; name:Amr≠∅`: what differs, `∅` where a side has no counterpart. `letterOf` names
 * the streams where a row has more than two sides: `number:a 3≠c 5`.
 */
export function checkCodes(
  checks: readonly Check[],
  letterOf?: (stream: number) => string,
): string {
  if (checks.length === 0) return '';
  const side = ({ stream, values }: Check['a']): string => {
    const shown = values.length > 0 ? values.map(plain).join(', ') : '∅';
    return letterOf ? `${letterOf(stream)} ${shown}` : shown;
  };
  return checks.map(({ code, a, b }) => `${code}:${side(a)}≠${side(b)}`).join('; ');
}

/** Values must not contain their separators; a decimal comma has no space after it. */
function plain(value: string): string {
  return value
    .replace(/[;≠\s]+/g, ' ')
    .replace(/,\s+|(?<!,),+$/g, ' ')
    .trim();
}
