/** Runs properties against the clock: as many made-up cases as there is time for, counted. */
import fc from 'fast-check';
import { AppError, type ErrorCode } from '../../src/errors.js';

/** What a target went through, by what is counted: `sentences`, `operations`. */
export type Totals = Record<string, number>;

/** Adds to what a target went through. */
export type Count = (what: string, amount?: number) => void;

/** One thing that is fuzzed. */
export interface FuzzTarget {
  readonly name: string;
  /** Its share of the time, beside the others' shares. */
  readonly share: number;
  /** What must hold; throws where it doesn't. Cases are counted without its doing. */
  property(count: Count): fc.IRawProperty<unknown, boolean>;
}

/** When to stop, and where to begin. */
export interface FuzzRun {
  readonly seed: number;
  readonly milliseconds: number;
  /** Goes straight to one case that failed, as its report says. */
  readonly path?: string;
  readonly onCase?: () => void;
}

/** How a target fared. */
export interface FuzzOutcome {
  readonly totals: Totals;
  /** Longest time for one case, in milliseconds. */
  readonly slowest: number;
  /** The report of the case that failed, made as small as time allowed; null when all held. */
  readonly failure: string | null;
}

const longestReport = 2500;

/** Runs one target until its time is up or a case fails. The same seed makes the same cases in the same order. */
export async function runTarget(target: FuzzTarget, run: FuzzRun): Promise<FuzzOutcome> {
  const totals: Totals = { cases: 0 };
  let slowest = 0;
  let last = performance.now();
  const count: Count = (what, amount = 1) => void (totals[what] = (totals[what] ?? 0) + amount);
  const property = target.property(count);
  const plainRun = property.run.bind(property);
  const finish = <T>(result: T): T => {
    const now = performance.now();
    slowest = Math.max(slowest, now - last);
    last = now;
    count('cases');
    run.onCase?.();
    return result;
  };
  property.run = (value: unknown) => {
    last = performance.now();
    const result = plainRun(value);
    return result instanceof Promise ? result.then(finish) : finish(result);
  };
  const details = await fc.check(property, {
    seed: run.seed,
    numRuns: run.path === undefined ? 1e9 : 1,
    ...(run.path === undefined
      ? { interruptAfterTimeLimit: run.milliseconds, markInterruptAsFailure: false }
      : { path: run.path }),
  });
  const failed = details.failed && details.counterexamplePath !== null;
  return { totals, slowest, failure: failed ? reportOf(target, details) : null };
}

function reportOf({ name }: FuzzTarget, details: fc.RunDetails<unknown>): string {
  const { seed, counterexamplePath, counterexample, errorInstance } = details;
  const error = errorInstance instanceof Error ? errorInstance.stack : String(errorInstance);
  return [
    `${name}: ${String(error).slice(0, longestReport)}`,
    `with ${fc.stringify(counterexample).slice(0, longestReport)}`,
    `again: npm run fuzz -- --target ${name} --seed ${seed} --path ${counterexamplePath ?? ''}`,
  ].join('\n');
}

/** Throws unless what holds holds. */
export function must(holds: boolean, what: () => string): asserts holds {
  if (!holds) throw new Error(what());
}

/** What `work` gives, or null where it refuses its input with one of the errors that it may refuse it with. */
export function orRefusal<T>(codes: readonly ErrorCode[], work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    return refusal(codes, error);
  }
}

/** As `orRefusal`, for what takes time. */
export async function orLaterRefusal<T>(
  codes: readonly ErrorCode[],
  work: () => Promise<T>,
): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    return refusal(codes, error);
  }
}

function refusal(codes: readonly ErrorCode[], error: unknown): null {
  if (error instanceof AppError && codes.includes(error.code)) return null;
  throw error;
}
