/** The menu of filters. */
import type { FilterName } from '../../review/view.js';

/** The filters of the menu, each with its key; those of decisions are the keys that decide. */
export const filterMenu: readonly (readonly [string, FilterName])[] = [
  ['f', 'all'],
  ['d', 'doubtful'],
  ['u', 'unreviewed'],
  ['a', 'accepted'],
  ['r', 'rejected'],
  ['e', 'edited'],
  ['t', 'noted'],
  ['F', 'flagged'],
  ['c', 'checks'],
  ['0', 'empty-side'],
  ['n', 'non-1-1'],
  ['x', 'crossing'],
  ['D', 'noise'],
];
