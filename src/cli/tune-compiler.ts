/** How eagerly V8 compiles, for programs that run for a second or two. */
import { setFlagsFromString } from 'node:v8';

/**
 * Bytes of bytecode that a function runs before V8 looks at it again: six times the default. Most functions of a
 * short run are then never compiled by the optimising compiler, whose time would exceed what they gain; those that
 * matter are a few milliseconds later. Measured: docs/speed.md.
 */
const interruptBudget = 400_000;

/** Applies to all functions that have not run yet, in this thread and in those that it starts. */
export function tuneCompiler(): void {
  setFlagsFromString(`--interrupt-budget=${interruptBudget}`);
}
