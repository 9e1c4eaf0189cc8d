import { AppError } from '../../../errors.js';
import type { ParsedArguments } from '../../arguments/option-spec.js';

/** Reads the action of `paralign queue`. Throws AppError `usage` for another than `status`. */
export function readAction({ operands }: ParsedArguments): 'status' {
  const [action = ''] = operands;
  if (action === 'status') return action;
  throw new AppError('usage', `ACTION must be status, not "${action}"`, {
    hint: 'see "paralign queue --help"',
  });
}
