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
  noMemory: 71,
  cannotCreate: 73,
  io: 74,
  badConfig: 78,
} as const;

/** One of the documented exit codes. */
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** The errors that users can meet, by their name in `--json` errors, with their exit codes. */
export const errorExitCodes = {
  // The command line.
  usage: ExitCode.usage,
  'given-twice': ExitCode.usage,
  'no-editor': ExitCode.usage,
  'stdin-is-a-terminal': ExitCode.usage,
  'two-sources-only': ExitCode.usage,
  'unknown-encoding': ExitCode.usage,
  'unknown-format': ExitCode.usage,
  // The contents of an input.
  ambiguous: ExitCode.badData,
  'bad-alignment': ExitCode.badData,
  'bad-anchor': ExitCode.badData,
  'bad-decisions': ExitCode.badData,
  'bad-glossary': ExitCode.badData,
  'bad-job': ExitCode.badData,
  'bad-journal': ExitCode.badData,
  'bad-manifest': ExitCode.badData,
  'bad-name': ExitCode.badData,
  'bad-review-file': ExitCode.badData,
  'bad-rules': ExitCode.badData,
  'bad-table': ExitCode.badData,
  'cell-too-long': ExitCode.badData,
  'binary-source': ExitCode.badData,
  'empty-source': ExitCode.badData,
  'no-links': ExitCode.badData,
  'not-a-source': ExitCode.badData,
  'one-text-only': ExitCode.badData,
  'source-changed': ExitCode.badData,
  'unclear-columns': ExitCode.badData,
  'undecodable-source': ExitCode.badData,
  'unreadable-document': ExitCode.badData,
  'unread-format': ExitCode.badData,
  // An input that cannot be read.
  'file-not-found': ExitCode.noInput,
  'is-a-folder': ExitCode.noInput,
  'no-counterpart': ExitCode.noInput,
  'no-input': ExitCode.noInput,
  'not-readable': ExitCode.noInput,
  'too-large': ExitCode.noInput,
  // The model.
  'download-failed': ExitCode.modelUnavailable,
  'model-damaged': ExitCode.modelUnavailable,
  'model-incomplete': ExitCode.modelUnavailable,
  'model-not-found': ExitCode.modelUnavailable,
  'model-unreadable': ExitCode.modelUnavailable,
  'model-unusable': ExitCode.modelUnavailable,
  'runtime-unavailable': ExitCode.modelUnavailable,
  // An output, the disk, the settings.
  'cannot-create': ExitCode.cannotCreate,
  exists: ExitCode.cannotCreate,
  'in-use': ExitCode.cannotCreate,
  'protected-file': ExitCode.cannotCreate,
  'read-only': ExitCode.cannotCreate,
  'review-exists': ExitCode.cannotCreate,
  io: ExitCode.io,
  journal: ExitCode.io,
  'no-space': ExitCode.io,
  'queue-unavailable': ExitCode.io,
  'bad-config': ExitCode.badConfig,
  'out-of-memory': ExitCode.noMemory,
  // A bug, or one of paralign's own processes that died.
  'worker-crashed': ExitCode.internal,
} as const satisfies Readonly<Record<string, ExitCode>>;

/** The stable name of an error. */
export type ErrorCode = keyof typeof errorExitCodes;

/** The details of an error besides its message. */
export interface AppErrorDetails {
  /** What the user can do about it. */
  readonly hint?: string;
  readonly cause?: unknown;
}

/**
 * An expected error (bad file, damaged model, full disk), as opposed to a bug. The message says
 * what is wrong, where and why in one line; `hint` says what to do.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | undefined;

  constructor(code: ErrorCode, message: string, details: AppErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'AppError';
    this.code = code;
    this.hint = details.hint;
  }

  /** The exit code that the program ends with after this error. */
  get exitCode(): ExitCode {
    return errorExitCodes[this.code];
  }
}
