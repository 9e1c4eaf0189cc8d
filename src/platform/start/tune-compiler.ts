/** How eagerly V8 compiles and collects garbage, for programs that run for a second or two. */
import { setFlagsFromString } from 'node:v8';

/**
 * Bytes of bytecode that a function runs before V8 looks at it again: six times the default. Most functions of a
 * short run are then never compiled by the optimising compiler, whose time would exceed what they gain; those that
 * matter are a few milliseconds later. Measured: docs/speed.md.
 */
const interruptBudget = 400_000;
/**
 * Bytes of bytecode of other functions that the optimising compiler puts into one: a fifth of the default. What a
 * function gains by more is less, in seconds, than what it takes to compile it.
 */
const inlinedBytes = 200;
/**
 * How many times as much room new objects get once more of them have stayed than they had room for: at once all that
 * they get in the end. By default V8 doubles it, collects garbage six times in a run of half a second, and concludes
 * from what little that frees that it must look through the whole heap as well.
 */
const growthOfNew = 16;

/** Applies to all functions that have not run yet, in this thread and in those that it starts. */
export function tuneCompiler(): void {
  setFlagsFromString(`--interrupt-budget=${interruptBudget}`);
  setFlagsFromString(`--max-inlined-bytecode-size-cumulative=${inlinedBytes}`);
  // Bytecode that has not run lately stays, a few megabytes: it is kept for the next start, which needs all of it.
  setFlagsFromString('--no-flush-bytecode');
  // `--no-regexp-tier-up` would spare more, but only at the start of the process: patterns that Node has compiled to
  // bytecode by now would be run as machine code that isn't there.
  setFlagsFromString(`--semi-space-growth-factor=${growthOfNew}`);
}
