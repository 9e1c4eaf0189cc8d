/** All that is fuzzed. */
import type { FuzzTarget } from './harness.js';
import { aligningTargets } from './targets/aligning.js';
import { damagedTargets } from './targets/damaged.js';
import { notationTargets } from './targets/notations.js';
import { readingTargets } from './targets/reading.js';
import { decidingTargets } from './targets/deciding.js';
import { reviewingTargets } from './targets/reviewing.js';
import { screenTargets } from './targets/screen.js';

/** In the order of the text's way through the program. */
export const targets: readonly FuzzTarget[] = [
  ...readingTargets,
  ...damagedTargets,
  ...aligningTargets,
  ...reviewingTargets,
  ...decidingTargets,
  ...notationTargets,
  ...screenTargets,
];
