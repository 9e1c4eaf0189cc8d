/** The result of a key: the next view, and what the driver has to do. */
import type { Action as ReviewAction } from '../../review/history.js';
import type { SeriesGoal } from './series.js';
import type { View } from './view-state.js';

/** What the driver has to do for a command: whatever is not a pure function of the view. */
export type Effect =
  /** Write the action to the journal; if that fails, the step's view is discarded. */
  | { readonly type: 'record'; readonly action: ReviewAction; readonly sequence: number }
  | { readonly type: 'save' }
  | { readonly type: 'quit' }
  /** Close this review and open another one of the series. */
  | { readonly type: 'walk'; readonly step: 1 | -1; readonly goal: SeriesGoal }
  | { readonly type: 'suspend' }
  | { readonly type: 'redraw' }
  | { readonly type: 'editor'; readonly stream: number; readonly text: string }
  | { readonly type: 'export'; readonly path: string; readonly replace: boolean }
  | { readonly type: 'realign'; readonly row: number }
  | { readonly type: 'explain'; readonly row: number }
  | {
      readonly type: 'relabel';
      readonly source: number;
      readonly paragraph: number;
      readonly language: string;
    };

/** A view, and what has to be done for it. */
export interface Step {
  readonly view: View;
  readonly effects: readonly Effect[];
}

/** A step without effects. */
export function stay(view: View): Step {
  return { view, effects: [] };
}
