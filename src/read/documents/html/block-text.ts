/** White space as a browser shows it. */
import { tidySpace } from '../text-builder.js';

/** Stands for a `<br>` until the white space around it is known. */
export const lineBreak = '\u2028';

/** Between these, a line's end in the file is no space. */
const unspaced = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uff65]`;
const brokenUnspaced = new RegExp(
  String.raw`(?<=${unspaced})[ \t\f]*[\r\n][ \t\r\n\f]*(?=${unspaced})`,
  'gu',
);

/** The text of a block: runs of white space are a space, `lineBreak` is a line break, soft hyphens are gone. */
export function blockText(raw: string): string {
  const joined = /[\r\n]/.test(raw) ? raw.replace(brokenUnspaced, '') : raw;
  const spaced = joined.replace(/[ \t\r\n\f\v]+/g, ' ').replace(/[\u00ad\ufeff]/g, '');
  return tidySpace(spaced).trim();
}

/** Lines shorter than this on average are verses, addresses, a list. */
const shortLine = 60;
const sentenceEnd = /[.!?…。！？।։؟][\p{Pf}\p{Pe}"'»”’]*$/u;

/** The paragraphs of a block whose lines are paragraphs: long, and each ends a sentence. */
export function paragraphsOfLines(text: string): string[] {
  const count = text.split('\n', text.length / shortLine + 1).length;
  if (count < 2 || text.length < shortLine * count) return [text];
  const lines = text.split('\n');
  return lines.every((line) => sentenceEnd.test(line)) ? lines : [text];
}
