/** Turns an error into a message for stderr and an exit code; nothing else does. */
import { AppError, ExitCode } from '../../errors.js';
import { oneLine, safeText, visibleData } from '../../terminal/safe-text.js';
import { version } from '../../platform/version.js';
import { errorHint } from './flag-hints.js';
import { fromShortage } from '../../platform/memory/shortage.js';
import { fromSystem } from '../../platform/system-error.js';

/** What to print on stderr for `error`, and the exit code it means. */
export function describeError(
  error: unknown,
  options: { readonly json: boolean; readonly debug: boolean },
): { readonly text: string; readonly exitCode: ExitCode } {
  // A shortage of memory first shows as a failure of something else, such as loading a model.
  const known = fromShortage(error) ?? (error instanceof AppError ? error : fromSystem(error));
  const stack = options.debug && error instanceof Error ? stackOf(error) : undefined;
  const {
    code,
    message,
    exitCode,
    hint: plain,
  } = known ?? {
    code: 'internal',
    message: error instanceof Error ? error.message : String(error),
    exitCode: ExitCode.internal,
    hint: `this is a bug in paralign ${version} (node ${process.version}); --debug shows where`,
  };
  const hint = errorHint({ code, hint: plain });
  if (options.json) {
    const body = {
      error: { code, message, exitCode, hint, ...(stack && { stack }) },
    };
    // Escaped wherever it goes: people read logs on terminals.
    return { text: `${visibleData(JSON.stringify(body))}\n`, exitCode };
  }
  const advice = hint ? (message.endsWith('?') ? ` (${hint})` : `; ${clause(hint)}`) : '';
  const lines = [`paralign: ${oneLine(message + advice)}`];
  if (stack) lines.push(safeText(stack));
  return { text: `${lines.join('\n')}\n`, exitCode };
}

/** A sentence turned into a clause that can end another sentence. */
function clause(sentence: string): string {
  return sentence.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase()).replace(/\.$/, '');
}

function stackOf(error: Error): string {
  const cause = error.cause instanceof Error ? `\ncaused by ${stackOf(error.cause)}` : '';
  return (error.stack ?? error.message) + cause;
}
