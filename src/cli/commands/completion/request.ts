import { AppError } from '../../../errors.js';
import type { ParsedArguments } from '../../arguments/option-spec.js';
import { suggest } from '../../arguments/suggest.js';
import { shells } from './shells.js';

/** The arguments of `paralign completion`. */
export interface CompletionRequest {
  readonly shell: (typeof shells)[number];
}

/** Reads the arguments of `paralign completion`. Throws AppError `usage` for an unknown shell. */
export function readCompletionRequest(args: ParsedArguments): CompletionRequest {
  const [given = ''] = args.operands;
  const shell = shells.find((name) => name === given);
  if (shell !== undefined) return { shell };
  const nearest = suggest(given, shells);
  throw new AppError(
    'usage',
    `no completion for the shell "${given}"${nearest ? `; did you mean "${nearest}"?` : ''}`,
    { hint: `the shells are ${shells.join(', ')}` },
  );
}
