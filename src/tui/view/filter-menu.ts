/** The menu of filters. */
import type { FilterName } from '../../review/view.js';

/** One filter of the menu. */
export interface FilterItem {
  readonly key: string;
  readonly name: FilterName;
  /** The name for narrow screens. */
  readonly short: string;
}

/** The filters of the menu, each with its key; filters by decision use the keys that decide. */
export const filterMenu: readonly FilterItem[] = [
  { key: 'f', name: 'all', short: 'all' },
  { key: 'd', name: 'doubtful', short: 'doubt' },
  { key: 'u', name: 'unreviewed', short: 'open' },
  { key: 'a', name: 'accepted', short: 'ok' },
  { key: 'r', name: 'rejected', short: 'bad' },
  { key: 'e', name: 'edited', short: 'edit' },
  { key: 't', name: 'noted', short: 'note' },
  { key: 'F', name: 'flagged', short: 'flag' },
  { key: 'c', name: 'checks', short: 'check' },
  { key: '0', name: 'empty-side', short: 'empty' },
  { key: 'n', name: 'non-1-1', short: 'n-m' },
  { key: 'x', name: 'crossing', short: 'cross' },
  { key: 'D', name: 'noise', short: 'noise' },
];
