import type { App } from '../model/app.js';
import type { Differences } from './differences.js';

/** What a list of rows needs. */
export interface ListProps {
  readonly app: App;
  readonly differences: Differences;
  /** Given the way to bring a row into sight. */
  readonly onScroller: (scroll: (row: number) => void) => void;
}
