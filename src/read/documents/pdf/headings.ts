/** Which passages are headings and footnotes, by the sizes of their fonts. */
import { endsSentence } from './characters.js';
import { noteLabel } from './note-numbers.js';
import type { Passage } from './passage.js';

/** A heading is larger than the running text by this factor. */
const largerBy = 1.12;
/** A footnote is smaller by this one. */
const smallerBy = 0.94;
/** Lines and characters of a heading at most. */
const mostLines = 4;
const mostCharacters = 250;
const deepest = 6;

/** The font of the running text. */
export interface BodyFont {
  readonly size: number;
  readonly font: string;
}

/** The font that most characters are in. */
export function findBodyFont(passages: readonly Passage[]): BodyFont {
  const sizes = new Map<string, number>();
  const fonts = new Map<string, number>();
  for (const { size, font, lines, isNoise } of passages) {
    if (isNoise) continue;
    const length = lines.reduce((sum, line) => sum + line.length, 0);
    const key = size.toFixed(1);
    sizes.set(key, (sizes.get(key) ?? 0) + length);
    fonts.set(font, (fonts.get(font) ?? 0) + length);
  }
  return { size: Number(mostOf(sizes) ?? 0), font: mostOf(fonts) ?? '' };
}

function mostOf(counts: ReadonlyMap<string, number>): string | undefined {
  let most: string | undefined;
  for (const [key, count] of counts)
    if (most === undefined || count > (counts.get(most) ?? 0)) most = key;
  return most;
}

/** Gives headings their levels, the largest font first. Passages that have one keep it. */
export function withHeadings(passages: readonly Passage[], body: BodyFont): Passage[] {
  const sizes = new Set<string>();
  for (const passage of passages) if (looksLarge(passage, body)) sizes.add(passage.size.toFixed(0));
  const levels = [...sizes].map(Number).sort((a, b) => b - a);
  const levelOf = ({ size }: Passage): number => {
    const found = levels.indexOf(Number(size.toFixed(0)));
    return Math.min(deepest, (found < 0 ? levels.length : found) + 1);
  };
  return passages.map((passage, index) => {
    if (passage.heading !== undefined) return passage;
    const isHeading =
      looksLarge(passage, body) ||
      looksBold(passage, passages[index - 1], passages[index + 1], body);
    return isHeading ? { ...passage, kind: undefined, heading: levelOf(passage) } : passage;
  });
}

const lengthOf = ({ lines }: Passage): number => lines.reduce((sum, line) => sum + line.length, 0);

const isShort = (passage: Passage): boolean =>
  !passage.isNoise &&
  passage.lines.length <= mostLines &&
  lengthOf(passage) <= mostCharacters &&
  /\p{L}/u.test(passage.lines.join(''));

const looksLarge = (passage: Passage, body: BodyFont): boolean =>
  passage.heading === undefined &&
  isShort(passage) &&
  passage.kind !== 'table-cell' &&
  passage.size > body.size * largerBy;

/** A short line in a font of its own, between passages in the font of the text. */
function looksBold(
  passage: Passage,
  before: Passage | undefined,
  after: Passage | undefined,
  body: BodyFont,
): boolean {
  return (
    isShort(passage) &&
    (passage.kind === undefined || passage.kind === 'list-item') &&
    passage.lines.length <= 2 &&
    passage.font !== body.font &&
    passage.size >= body.size * 0.98 &&
    !endsSentence(passage.lines.join(' ')) &&
    after?.font === body.font &&
    (before === undefined || before.font !== passage.font)
  );
}

/**
 * Small print at the foot of a page is footnotes: it begins with a number or a sign, or goes on from the
 * page before, and nothing but its like stands below.
 */
export function withFootnotes(pages: readonly (readonly Passage[])[], body: BodyFont): Passage[][] {
  let last: Passage | undefined;
  return pages.map((passages) => {
    const notes = notesOf(passages, body, last !== undefined && !isEnded(last));
    last = passages.filter((passage) => notes.has(passage)).at(-1);
    return passages.map((passage) =>
      notes.has(passage) ? { ...passage, kind: 'footnote' as const } : passage,
    );
  });
}

const isEnded = ({ lines }: Passage): boolean => endsSentence(lines.at(-1) ?? '');

function notesOf(
  passages: readonly Passage[],
  body: BodyFont,
  goesOn: boolean,
): ReadonlySet<Passage> {
  const isSmall = ({ size, kind, heading, isNoise }: Passage): boolean =>
    size < body.size * smallerBy && kind !== 'table-cell' && !heading && !isNoise;
  const text = passages.filter(({ isNoise }) => !isNoise);
  const large = text.filter((passage) => !isSmall(passage));
  // Columns have footnotes of their own: only what stands below in the same column counts.
  const isAtFoot = ({ top, x, end }: Passage): boolean =>
    large.every((other) => other.top > top || other.x >= end || other.end <= x);
  const notes = new Set<Passage>();
  let isInside = goesOn;
  for (const passage of text) {
    if (!isSmall(passage) || !isAtFoot(passage)) continue;
    isInside ||= noteLabel(passage.lines[0] ?? '') !== undefined;
    if (isInside) notes.add(passage);
  }
  return notes;
}
