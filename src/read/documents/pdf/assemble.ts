/** From the passages of all pages to one text. */
import { endsSentence, isIdeographic, firstOf } from './characters.js';
import type { FoundText } from '../document.js';
import { TextBuilder } from '../text-builder.js';
import { joinLines, type Passage, type Vocabulary } from './passage.js';

/** A passage with what goes on of it on later pages. */
interface Whole {
  readonly first: Passage;
  last: Passage;
  readonly lines: string[];
}

/** The text of a document, its passages in order; those that go on on the next page are one. */
export function assemble(name: string, passages: readonly Passage[]): FoundText {
  const words = hyphenated(passages);
  const builder = new TextBuilder(name);
  for (const { first, lines } of joinPages(passages)) {
    builder.add(joinLines(lines, words), {
      heading: first.heading ?? 0,
      ...(first.kind && { kind: first.kind }),
      ...(first.isNoise && { noise: 'boilerplate' as const }),
      locator: { kind: 'page', page: first.page },
    });
  }
  return builder.finish();
}

/** Words with a hyphen in them that stand inside of lines somewhere. */
function hyphenated(passages: readonly Passage[]): Vocabulary {
  const words = new Set<string>();
  for (const { lines } of passages)
    for (const line of lines)
      if (/[-\u2010]/.test(line))
        for (const [word] of line.matchAll(/[\p{L}\p{M}]+[-\u2010][\p{L}\p{M}]+/gu))
          words.add(word.replace('\u2010', '-').toLowerCase());
  return words;
}

function joinPages(passages: readonly Passage[]): Whole[] {
  const wholes: Whole[] = [];
  /** The last passage of the running text, which may go on. */
  let open: Whole | undefined;
  for (const passage of passages) {
    if (open && isText(passage) && goesOn(open, passage)) {
      open.last = passage;
      open.lines.push(...passage.lines);
      continue;
    }
    const whole: Whole = { first: passage, last: passage, lines: [...passage.lines] };
    wholes.push(whole);
    if (isText(passage)) open = whole;
  }
  return wholes;
}

/** Whether it belongs to what is read from page to page. */
const isText = ({ isNoise, kind }: Passage): boolean =>
  !isNoise && kind !== 'footnote' && kind !== 'caption';

function goesOn({ first, last }: Whole, next: Passage): boolean {
  if (first.heading || next.heading || next.kind === 'table-cell') return false;
  if (last.kind === 'table-cell' || !isElsewhere(last, next)) return false;
  if (next.kind !== undefined && next.kind !== first.kind) return false;
  if (Math.abs(last.size - next.size) > last.size * 0.06) return false;
  const end = last.lines.at(-1) ?? '';
  const start = next.lines[0] ?? '';
  if (/[\p{L}][-\u2010\u00ad]$/u.test(end)) return /^\p{Ll}/u.test(start);
  if (endsSentence(end) || next.isIndented) return false;
  return /^\p{Ll}/u.test(start) || (last.isFull && !isTitle(start));
}

/** A line that begins like a list's item or anything but a word. */
const isTitle = (start: string): boolean =>
  !/^[\p{L}\p{Nd}"“„«(']/u.test(start) && !isIdeographic(firstOf(start));

/** Whether a passage is on a later page or in a later column. */
const isElsewhere = (last: Passage, next: Passage): boolean =>
  next.page > last.page || next.top > last.bottom;
