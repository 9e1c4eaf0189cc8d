import type { Span } from '../../domain.js';
import type { DocumentReader, FoundBlock } from './document.js';
import { refuseManyLines } from './long-blocks.js';

/** Every line break of plain text, including those of Unicode and a page's form feed. */
const textBreak = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g;
/** What ends a line for the tools that count sentences by lines. */
const sentenceBreak = /\r\n|[\n\r]/g;

/** Reads plain text. */
export const textReader: DocumentReader = {
  takes: 'text',
  textIs: 'file',
  read: (name, text, { segmented }) => {
    refuseManyLines(name, text);
    return {
      text,
      blocks: segmented ? sentenceLines(text) : findParagraphs(text).map(plain),
    };
  },
};

/** The lines of a file that has one sentence a line, empty ones included. */
export function sentenceLines(text: string): FoundBlock[] {
  return findLines(text, 'sentences').map(plain);
}

/** Named one by one: V8 gives every object that is spread and added to a hidden class of its own. */
const plain = ({ start, end }: Span): FoundBlock => ({ start, end, heading: 0 });

/**
 * The lines of a text, trimmed of white space. For `'sentences'` empty lines count (a break at the
 * very end does not begin one more); for `'text'` they come out as empty spans, too, so that the
 * caller sees where runs end.
 */
function findLines(text: string, use: 'text' | 'sentences'): Span[] {
  const pattern = use === 'text' ? textBreak : sentenceBreak;
  const lines: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    lines.push(trimSpan(text, from, match.index));
    from = match.index + match[0].length;
  }
  if (from < text.length) lines.push(trimSpan(text, from, text.length));
  return lines;
}

/** The span without white space at either end; empty spans lie at `start`. */
export function trimSpan(text: string, start: number, end: number): Span {
  const slice = text.slice(start, end);
  const lead = slice.length - slice.trimStart().length;
  if (lead === slice.length) return { start, end: start };
  return { start: start + lead, end: start + slice.trimEnd().length };
}

/**
 * The paragraphs of plain text: its lines, or, in a file whose lines were broken to a width, the
 * lines between two breaks of a paragraph put together.
 */
export function findParagraphs(text: string): Span[] {
  const lines = findLines(text, 'text');
  const width = wrapWidth(text, lines);
  const paragraphs: Span[] = [];
  let current: { start: number; end: number } | null = null;
  let last: Span | null = null;
  for (const line of lines) {
    if (line.end === line.start) {
      last = null;
      continue;
    }
    if (current && last && width !== null && continues(text, last, line, width)) {
      current.end = line.end;
    } else {
      current = { start: line.start, end: line.end };
      paragraphs.push(current);
    }
    last = line;
  }
  return paragraphs;
}

/** Longest line that a person or a program wraps text to. */
const maxWrap = 130;
const terminal = /[.!?…。！？।։؟。:;][\p{Pf}\p{Pe}"'»”’*_]*$/u;
const listItem = /^(?:[-*•–—‣·]|\(?(?:\d{1,3}|[a-zA-Z])[.)])\s/;

/**
 * The width a file was broken to, or null if its lines are its paragraphs.
 *
 * Text that was wrapped gives itself away: the first word of the next line would not have fitted
 * into the line before, again and again, and lines end in the middle of sentences.
 */
function wrapWidth(text: string, lines: readonly Span[]): number | null {
  const lengths = lines.map((line) => line.end - line.start).filter((length) => length > 0);
  if (lengths.length < 3) return null;
  lengths.sort((a, b) => a - b);
  // A long URL on a line of its own must not hide the width of the others.
  const width = lengths[Math.floor((lengths.length - 1) * 0.97)] ?? 0;
  if (width > maxWrap || width < 20) return null;
  let pairs = 0;
  let full = 0;
  let open = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const [line, next] = [lines[i], lines[i + 1]];
    if (!line || !next || line.end === line.start || next.end === next.start) continue;
    pairs++;
    if (!wasFull(text, line, next, width)) continue;
    full++;
    if (!terminal.test(text.slice(Math.max(line.start, line.end - 8), line.end))) open++;
  }
  return pairs >= 2 && full >= 0.55 * pairs && open >= 0.6 * full ? width : null;
}

function wasFull(text: string, line: Span, next: Span, width: number): boolean {
  const space = text.slice(next.start, Math.min(next.end, next.start + 40)).search(/\s/);
  const word = space < 0 ? Math.min(next.end - next.start, 12) : space;
  return line.end - line.start + 1 + word > width * 0.88;
}

function continues(text: string, line: Span, next: Span, width: number): boolean {
  const head = text.slice(next.start, Math.min(next.end, next.start + 8));
  if (listItem.test(head)) return false;
  const indent = next.start - lineStart(text, next.start);
  const indentBefore = line.start - lineStart(text, line.start);
  // Indented first lines mark paragraphs in books.
  if (indent >= indentBefore + 2) return false;
  const short = !wasFull(text, line, next, width);
  const ended = terminal.test(text.slice(Math.max(line.start, line.end - 8), line.end));
  if (short && ended) return false;
  // A line far too short that goes on with a capital is a heading or a verse.
  return !(line.end - line.start < 0.6 * width && /^[\p{Lu}\p{N}"“«„(]/u.test(head));
}

function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && /[^\S\n\r\f\v\u0085\u2028\u2029]/.test(text.charAt(start - 1))) start--;
  return start;
}
