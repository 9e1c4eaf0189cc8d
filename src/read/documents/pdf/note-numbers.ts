/**
 * The numbers by which a text points to its footnotes. They stand in the text of lines between two
 * characters that no text has, until all pages are known and so is which numbers footnotes have.
 */

const open = '\ufdd0';
const close = '\ufdd1';
const marked = /\ufdd0([^\ufdd1]*)\ufdd1/g;
const label = /^(?:\ufdd0([^\ufdd1]*)\ufdd1|(\p{Nd}{1,3}|[*†‡§]{1,3})(?=[.)\s\p{L}«"“]))[.)]?\s*/u;

/** A raised number or sign, marked. */
export const markNote = (number: string): string => `${open}${number}${close}`;

/** The number that a footnote begins with; undefined if it begins with none. */
export function noteLabel(text: string): string | undefined {
  const found = label.exec(text);
  return found?.[1] ?? found?.[2];
}

/** A footnote's text without its number. */
export const withoutLabel = (text: string): string => text.replace(label, '');

/** A text without the numbers of known footnotes; others are numbers as any. */
export const resolveNotes = (text: string, known: ReadonlySet<string>): string =>
  text.replace(marked, (_whole, number: string) => (known.has(number) ? '' : number));

/** Links from notes of web pages back to where the text points to them, at the end of a note. */
const backLinks = /(?:\s*\u21a9[\ufe0e\ufe0f]?\s*\d{0,2})+\s*$/u;

/**
 * The lines of a note that is a list's item, by the link back that it ends with: without that, and with
 * its number. Null if it is an item as any.
 *
 * @param marker the item's number or bullet
 */
export function noteLines(lines: readonly string[], marker: string): readonly string[] | null {
  const last = lines.at(-1) ?? '';
  if (!backLinks.test(last)) return null;
  const [first, ...rest] = [...lines.slice(0, -1), last.replace(backLinks, '')].filter(Boolean);
  if (first === undefined) return null;
  const [number] = /\p{Nd}{1,3}/u.exec(marker) ?? [];
  return [number === undefined ? first : `${markNote(number)} ${first}`, ...rest];
}
