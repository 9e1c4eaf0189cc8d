/** A file of links that are known before aligning: by number, or by what the sentences say. */
import { AppError } from '../../errors.js';
import { isZip } from '../../read/archive/is-zip.js';
import { headLength, recogniseFormat } from '../../read/formats.js';
import { readSource } from '../../read/read-source.js';
import { hasSentenceNumbers, parseLinks } from '../../read/tables/parse-links.js';
import type { AlignSettings } from '../align-options.js';

/** Formats that link texts by what they say, and those that may do so or give numbers. */
const linkFormats: ReadonlySet<string> = new Set(['tmx', 'xliff', 'po']);
const tableFormats: ReadonlySet<string> = new Set(['csv', 'tsv']);

/**
 * Reads known links. Throws AppError `bad-anchor` with the line that is wrong or for a file that links
 * nothing, and as `readSource` for a translation memory or table that cannot be read.
 */
export async function readAnchors(
  name: string,
  bytes: Uint8Array,
): Promise<Pick<AlignSettings, 'anchors' | 'anchorTexts'>> {
  const text = new TextDecoder().decode(bytes);
  if (!isLinkedTexts(name, bytes, text))
    return { anchors: { name, lines: parseLinks(name, text) } };
  const { sources, links = [] } = await readSource(name, bytes);
  const textOf = (source: number, numbers: readonly number[]): string => {
    const { text: whole = '', blocks = [] } = sources[source] ?? {};
    const spans = numbers.flatMap((number) => blocks[number - 1] ?? []);
    return spans.map(({ start, end }) => whole.slice(start, end)).join(' ');
  };
  const pairs = links.flatMap(({ a, b, links: own }) =>
    own.map((link) => [textOf(a, link.a), textOf(b, link.b)] as const),
  );
  if (pairs.length === 0)
    throw new AppError('bad-anchor', `${name}: links no texts`, {
      hint: 'name a translation memory, a table of texts, or links by sentence number (12:14)',
    });
  return { anchorTexts: { name, pairs } };
}

function isLinkedTexts(name: string, bytes: Uint8Array, text: string): boolean {
  // Of archives only workbooks are known here.
  if (isZip(bytes)) return true;
  const { name: format } = recogniseFormat(name, bytes.subarray(0, headLength));
  return linkFormats.has(format) || (tableFormats.has(format) && !hasSentenceNumbers(text));
}
