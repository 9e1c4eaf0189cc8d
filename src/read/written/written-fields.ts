/** Fields as paralign writes them into tables, notes and props, taken apart again. */
import { qualityFaults, type QualityFault } from '../../quality-faults.js';
import {
  methods,
  noiseReasons,
  statuses,
  type NoiseReason,
  type Span,
  type Status,
} from '../../domain.js';
import type { WrittenRow } from './written-table.js';

/** Most numbers in one list: no row has as many sentences. */
const mostNumbers = 100_000;

/** A number of at most nine digits and nothing else; -1 for any other text. Most fields are such. */
function plainNumber(text: string): number {
  const { length } = text;
  if (length === 0 || length > 9) return -1;
  let number = 0;
  for (let at = 0; at < length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return length > 1 && text.charCodeAt(0) === 48 ? -1 : number;
}

/** `4-5;9` as 4, 5, 9; undefined for anything else. */
export function parseRanges(text: string): number[] | undefined {
  const only = plainNumber(text);
  if (only > 0) return [only];
  const numbers: number[] = [];
  if (text.trim() === '') return numbers;
  for (const part of text.split(';')) {
    const [, first, last] = /^\s*([1-9]\d{0,8})(?:-([1-9]\d{0,8}))?\s*$/.exec(part) ?? [];
    if (first === undefined) return undefined;
    const [from, to] = [Number(first), Number(last ?? first)];
    if (to < from || to - from + numbers.length >= mostNumbers) return undefined;
    for (let number = from; number <= to; number++) numbers.push(number);
  }
  return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0))
    ? numbers
    : undefined;
}

/** The spans that starts (`0;90`) and ends (`12;120`) describe; none for anything else. */
export function parseSpans(starts: string, ends: string): Span[] {
  const [start, end] = [plainNumber(starts), plainNumber(ends)];
  if (start >= 0 && end >= start) return [{ start, end }];
  const [from, to] = [starts, ends].map((list) => list.split(';').map((part) => part.trim()));
  const spans = (from ?? []).map((start, index) => ({
    start: offset(start),
    end: offset(to?.[index] ?? ''),
  }));
  return from?.length === to?.length && areSpans(spans) ? spans : [];
}

/** `0-12;90-120` as spans; none for anything else. */
export function parseOffsets(text: string): Span[] {
  const parts = text.split(';').map((part) => part.split('-'));
  const spans = parts.map(([start = '', end = '']) => ({ start: offset(start), end: offset(end) }));
  return parts.every(({ length }) => length === 2) && areSpans(spans) ? spans : [];
}

function offset(text: string): number {
  return /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : NaN;
}

function areSpans(spans: readonly Span[]): boolean {
  return spans.every(
    ({ start, end }, index) =>
      end >= start && (index === 0 || start >= (spans[index - 1]?.end ?? 0)),
  );
}

/** A status by its name; `unreviewed` if it is none. */
export function parseStatus(text: string): Status {
  const word = text.trim().toLowerCase();
  return statuses.find((known) => known === word) ?? 'unreviewed';
}

/** A method by its name; `anchor`, a link that was given, if it is none. */
export function parseMethod(text: string): WrittenRow['method'] {
  const word = text.trim().toLowerCase();
  if (word === 'noise' || word === 'excluded') return word;
  return methods.find((known) => known === word) ?? 'anchor';
}

/** The reason that stands as the note of noise. */
export function parseNoise(note: string): NoiseReason {
  return noiseReasons.find((known) => known === note.trim()) ?? 'manual';
}

/** Why a quality is low, by the names of the faults; names that nobody knows are passed over. */
export function parseFaults(names: readonly string[]): Pick<WrittenRow, 'faults'> {
  const known = names.flatMap((name): QualityFault[] => {
    const fault = qualityFaults.find((own) => own === name.trim());
    return fault === undefined ? [] : [fault];
  });
  return known.length === 0 ? {} : { faults: [...new Set(known)] };
}

/** A number from 0 to 1, with a point or a comma; `otherwise` if it is none. */
export function parseShare(text: string, otherwise: number): number {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() !== '' && Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : otherwise;
}

/** A score; 0 if it is none. */
export function parseScore(text: string): number {
  const value = Number(text.trim().replace(',', '.'));
  return Number.isFinite(value) ? value : 0;
}

const onePair = [1, 1];

/** How many sentences each column has by a row's type, `2-1`. */
export function parseType(text: string): number[] {
  if (text === '1-1') return onePair;
  return /^\d{1,4}(?:-\d{1,4})+$/.test(text.trim()) ? text.trim().split('-').map(Number) : [];
}

/** A BCP-47 tag as it stands; undefined for `und`, nothing and anything else. */
export function parseLanguage(text: string): string | undefined {
  const tag = text.trim();
  return /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(tag) && tag !== 'und' ? tag : undefined;
}
