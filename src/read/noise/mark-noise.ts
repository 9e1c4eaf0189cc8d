import type { Block } from '../../domain.js';
import { isBoilerplate } from './boilerplate.js';
import { findRepeats } from './repeats.js';

/**
 * Marks blocks that are not part of the text proper: page furniture and exact repeats. Blocks that
 * the file itself gives as sentences are left alone: a translation memory may well repeat itself.
 * What the reader marked stays as it is.
 */
export function markNoise(text: string, blocks: readonly Block[]): Block[] {
  const isText = ({ noise, segmented }: Block): boolean => noise === null && segmented !== true;
  if (!blocks.some(isText)) return [...blocks];
  const boilerplate = blocks.map(
    (block) => isText(block) && isBoilerplate(text.slice(block.start, block.end)),
  );
  const repeats = findRepeats(
    blocks.map((block, index) =>
      boilerplate[index] || !isText(block) ? '' : text.slice(block.start, block.end),
    ),
  );
  return blocks.map((block, index) => {
    if (boilerplate[index]) return { ...block, noise: 'boilerplate' };
    return repeats.has(index) ? { ...block, noise: 'repeat' } : block;
  });
}
