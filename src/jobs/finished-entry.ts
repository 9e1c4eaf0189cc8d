/** The journal's lines on their way back in: another version of the program may have written them. */
import * as v from 'valibot';
import { modes } from '../domain.js';
import type { Finished } from './job.js';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const entry = v.object({
  id: v.string(),
  key: v.string(),
  output: v.string(),
  model: v.string(),
  facts: v.object({
    sources: v.array(v.object({ name: v.string(), languages: v.array(v.string()) })),
    modes: v.array(v.picklist(modes)),
    counts: v.object({
      pairs: count,
      unmatched: v.array(count),
      noise: count,
      doubtful: count,
      crossing: count,
      differences: count,
    }),
    diagnostics: v.array(v.object({ code: v.string(), message: v.string() })),
  }),
});

/** A journal entry if it is one, else undefined: its job is done again. */
export function finishedEntry(value: unknown): Finished | undefined {
  const result = v.safeParse(entry, value);
  return result.success ? result.output : undefined;
}
