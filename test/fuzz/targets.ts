/** All that is fuzzed. */
import type { FuzzTarget } from './harness.js';
import { aligningTargets } from './targets/aligning.js';
import { readingTargets } from './targets/reading.js';
import { reviewingTargets } from './targets/reviewing.js';

/** In the order of the text's way through the program. */
export const targets: readonly FuzzTarget[] = [
  ...readingTargets,
  ...aligningTargets,
  ...reviewingTargets,
];
