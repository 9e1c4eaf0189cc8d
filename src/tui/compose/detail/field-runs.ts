/** A text field as runs of a line. */
import { run, type Run } from '../../../terminal/line.js';
import { splitGraphemes } from '../../../text/graphemes.js';
import type { TextField } from '../../view/text-field.js';

/** The text before the cursor, under it (a space at the end of the text) and after it. */
export function fieldRuns({ text, cursor }: TextField): readonly [Run, Run, Run] {
  const rest = text.slice(cursor);
  const [under = ' '] = splitGraphemes(rest);
  return [
    run(text.slice(0, cursor)),
    { ...run(under), style: 'cursor' },
    run(rest.slice(under.length)),
  ];
}
