import { readSource, type ReadOptions } from '../../../src/read/read-source.js';

/** The blocks of a file in one line each: what they are, a bar, their text. */
export async function blocksOf(
  name: string,
  bytes: Uint8Array,
  options: ReadOptions = {},
): Promise<string[]> {
  const { sources } = await readSource(name, bytes, options);
  return sources.flatMap(({ text, blocks }) =>
    blocks.map(({ start, end, heading, kind, noise }) => {
      const what = heading > 0 ? `h${heading}` : (kind ?? 'text');
      return `${what}${noise === null ? '' : ` (${noise})`} | ${text.slice(start, end)}`;
    }),
  );
}
