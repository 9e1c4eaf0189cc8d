/** Exit codes as documented in the README (sysexits). */
export const ExitCode = {
  ok: 0,
  /** Finished, but some inputs failed or a threshold was not met. */
  partial: 1,
  usage: 2,
  badData: 65,
  noInput: 66,
  modelUnavailable: 69,
  internal: 70,
  cannotCreate: 73,
  io: 74,
  badConfig: 78,
} as const;

/** One of the documented exit codes. */
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** What a person is told when something is wrong with what they gave. */
export interface AppErrorDetails {
  readonly exitCode: ExitCode;
  /** What to do about it. */
  readonly hint?: string;
  readonly cause?: unknown;
}

/**
 * An error of the user's world (bad file, damaged model, full disk), as opposed to a bug.
 * The message says what, where and why in one line; `hint` says what to do.
 */
export class AppError extends Error {
  /** Stable name for `--json` errors, e.g. `file-not-found`. */
  readonly code: string;
  readonly exitCode: ExitCode;
  readonly hint: string | undefined;

  constructor(code: string, message: string, details: AppErrorDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'AppError';
    this.code = code;
    this.exitCode = details.exitCode;
    this.hint = details.hint;
  }
}
