import type { Block } from '../../domain.js';
import { isBoilerplate } from './boilerplate.js';
import { findRepeats } from './repeats.js';

/** Marks blocks that are not part of the text proper: page furniture and exact repeats. */
export function markNoise(text: string, blocks: readonly Block[]): Block[] {
  const boilerplate = blocks.map((block) => isBoilerplate(text.slice(block.start, block.end)));
  const repeats = findRepeats(
    blocks.map(({ start, end }, index) => (boilerplate[index] ? '' : text.slice(start, end))),
  );
  return blocks.map((block, index) => {
    if (boilerplate[index]) return { ...block, noise: 'boilerplate' };
    return repeats.has(index) ? { ...block, noise: 'repeat' } : block;
  });
}
