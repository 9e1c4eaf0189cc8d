import type { Block } from '../../domain.js';
import { isBoilerplate } from './boilerplate.js';
import { findRepeats } from './repeats.js';

/**
 * Marks blocks that are not part of the text proper: page furniture and exact repeats. Blocks that
 * the file itself gives as sentences are left alone: a translation memory may well repeat itself.
 */
export function markNoise(text: string, blocks: readonly Block[]): Block[] {
  const boilerplate = blocks.map(
    ({ start, end, segmented }) => segmented !== true && isBoilerplate(text.slice(start, end)),
  );
  const repeats = findRepeats(
    blocks.map(({ start, end, segmented }, index) =>
      boilerplate[index] || segmented === true ? '' : text.slice(start, end),
    ),
  );
  return blocks.map((block, index) => {
    if (boilerplate[index]) return { ...block, noise: 'boilerplate' };
    return repeats.has(index) ? { ...block, noise: 'repeat' } : block;
  });
}
