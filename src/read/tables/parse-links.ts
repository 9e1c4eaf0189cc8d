import { csvLinks } from './csv.js';
import { jsonLinks } from './json-lines.js';
import { isRung, ladderLinks } from './ladder.js';
import { contentLines, type LinkLine } from './links.js';
import { numberPairLinks } from './number-pairs.js';
import { vecalignLinks } from './vecalign.js';

/**
 * Reads links that are known before aligning. Five forms, distinguished by how the text begins:
 *
 *     12:14                        lines for the first two sources
 *     {"a":[3,4],"b":[5]}          JSON lines
 *     a,b                          CSV
 *     3-4,5
 *     [2, 3]:[4]:0.5               as vecalign writes them, from 0
 *     12  14  0.5                   the ladder of hunalign, from 0
 *
 * Throws AppError `bad-anchor` with the line's number (exit 65).
 */
export function parseLinks(name: string, text: string): LinkLine[] {
  const first = contentLines(text)[0]?.content ?? '';
  if (first.startsWith('{')) return jsonLinks(name, text);
  if (first.startsWith('[')) return vecalignLinks(name, text);
  if (isRung(first)) return ladderLinks(name, text);
  return /^\d/.test(first) ? numberPairLinks(name, text) : csvLinks(name, text);
}
