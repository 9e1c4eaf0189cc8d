/** From the passages of all pages to one text. */
import { endsSentence, firstOf, isIdeographic, withoutBullet } from './characters.js';
import type { FoundText } from '../document.js';
import { TextBuilder } from '../text-builder.js';
import { noteLabel, resolveNotes, withoutLabel } from './note-numbers.js';
import { joinLines, type Passage, type Vocabulary } from './passage.js';

/** A passage with what goes on of it on later pages. */
interface Whole {
  readonly first: Passage;
  last: Passage;
  readonly lines: string[];
}

/** The text of a document, its passages in order; those that go on on the next page are one. */
export function assemble(name: string, passages: readonly Passage[]): FoundText {
  const words = vocabularyOf(passages);
  const notes = footnoteNumbers(passages);
  const builder = new TextBuilder(name);
  for (const { first, lines } of joinPages(passages)) {
    const isNote = first.kind === 'footnote';
    const joined = joinLines(lines, words);
    const own =
      first.kind === 'list-item' ? withoutBullet(joined) : isNote ? withoutLabel(joined) : joined;
    builder.add(resolveNotes(own, notes), {
      heading: first.heading ?? 0,
      ...(first.kind && { kind: first.kind }),
      ...(first.isNoise && { noise: 'boilerplate' as const }),
      locator: { kind: 'page', page: first.page },
    });
  }
  return builder.finish();
}

function footnoteNumbers(passages: readonly Passage[]): ReadonlySet<string> {
  const numbers = new Set<string>();
  for (const { kind, lines } of passages) {
    const number = kind === 'footnote' ? noteLabel(lines[0] ?? '') : undefined;
    if (number !== undefined) numbers.add(number);
  }
  return numbers;
}

/** Documents that divide words have a hyphen at the end of one line in so many, at least. */
const linesPerDivision = 60;

function vocabularyOf(passages: readonly Passage[]): Vocabulary {
  const hyphened = new Set<string>();
  const words = new Set<string>();
  let [inner, divided] = [0, 0];
  for (const { lines } of passages) {
    lines.forEach((line, index) => {
      const isInner = index < lines.length - 1;
      if (isInner) inner++;
      if (isInner && /\p{L}[-\u2010]$/u.test(line)) divided++;
      if (/[-\u2010]/.test(line))
        for (const [word] of line.matchAll(/[\p{L}\p{M}]+[-\u2010][\p{L}\p{M}]+/gu))
          hyphened.add(word.replace('\u2010', '-').toLowerCase());
    });
  }
  if (divided > 0)
    for (const { lines } of passages)
      for (const line of lines)
        // What the ends of lines cut off is no word.
        for (const [word] of line.matchAll(
          /(?<![-\u2010\p{L}\p{M}])[\p{L}\p{M}]+(?![-\u2010\p{L}\p{M}])/gu,
        ))
          words.add(word.toLowerCase());
  return {
    has: (word) => words.has(word),
    hasHyphened: (word) => hyphened.has(word),
    dividesWords: divided * linesPerDivision >= inner,
  };
}

function joinPages(passages: readonly Passage[]): Whole[] {
  const wholes: Whole[] = [];
  const indents = hasIndents(passages);
  /** The last passage of the running text, and the last footnote: they may go on. */
  let open: Whole | undefined;
  let note: Whole | undefined;
  const elements = new Map<string, Whole>();
  const known = elementsGoOn(passages);
  for (const passage of passages) {
    const { element } = passage;
    const same = element === undefined ? undefined : elements.get(element);
    if (same && same.last.page < passage.page) {
      same.last = passage;
      same.lines.push(...passage.lines);
      continue;
    }
    const isNote = passage.kind === 'footnote' && !passage.isNoise;
    const before = isNote ? note : isText(passage) ? open : undefined;
    const isOther = known && element !== undefined && before?.last.element !== undefined;
    if (
      before &&
      !isOther &&
      (isNote ? noteGoesOn(before, passage) : goesOn(before, passage, indents))
    ) {
      before.last = passage;
      before.lines.push(...passage.lines);
      continue;
    }
    const whole: Whole = { first: passage, last: passage, lines: [...passage.lines] };
    wholes.push(whole);
    if (element !== undefined) elements.set(element, whole);
    if (isText(passage)) open = whole;
    if (isNote) note = whole;
  }
  return wholes;
}

/** Whether the structure of the document knows what goes on over pages; some programs begin anew on each. */
function elementsGoOn(passages: readonly Passage[]): boolean {
  const pages = new Map<string, number>();
  for (const { element, page } of passages) {
    if (element === undefined) continue;
    if ((pages.get(element) ?? page) < page) return true;
    pages.set(element, page);
  }
  return false;
}

/** Whether it belongs to what is read from page to page. */
const isText = ({ isNoise, kind }: Passage): boolean =>
  !isNoise && kind !== 'footnote' && kind !== 'caption';

/** Whether paragraphs of running text begin farther in, so that those that don't are no beginnings. */
function hasIndents(passages: readonly Passage[]): boolean {
  const text = passages.filter(
    ({ lines, kind, heading, isNoise }) => lines.length > 2 && !kind && !heading && !isNoise,
  );
  return text.filter(({ isIndented }) => isIndented).length > text.length * 0.6;
}

const noteGoesOn = ({ last }: Whole, next: Passage): boolean =>
  next.page > last.page &&
  noteLabel(next.lines[0] ?? '') === undefined &&
  !endsSentence(last.lines.at(-1) ?? '');

function goesOn({ first, last }: Whole, next: Passage, indents: boolean): boolean {
  if (first.heading || next.heading || next.kind === 'table-cell') return false;
  if (last.kind === 'table-cell') return false;
  if (next.kind !== undefined && next.kind !== first.kind) return false;
  if (Math.abs(last.size - next.size) > last.size * 0.06) return false;
  const end = resolveNotes(last.lines.at(-1) ?? '', new Set()).trimEnd();
  const start = next.lines[0] ?? '';
  if (/[\p{L}][-\u2010\u00ad]$/u.test(end)) return /^\p{Ll}/u.test(start);
  if (!isElsewhere(last, next)) return false;
  if (endsSentence(end))
    return indents && last.isFull && !next.isIndented && !isTitle(start) && next.kind === undefined;
  return /^\p{Ll}/u.test(start) || (last.isFull && !next.isIndented && !isTitle(start));
}

/** A line that begins like a list's item or anything but a word. */
const isTitle = (start: string): boolean =>
  !/^[\p{L}\p{Nd}"“„«(']/u.test(start) && !isIdeographic(firstOf(start));

/** Whether a passage is on a later page or in a later column. */
const isElsewhere = (last: Passage, next: Passage): boolean =>
  next.page > last.page || next.top > last.bottom;
