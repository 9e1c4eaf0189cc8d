/** A potential bead: sentences i..i+n-1 of a with j..j+m-1 of b. */
export type { Box as Candidate } from '../likeness/box.js';
