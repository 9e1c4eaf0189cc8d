/** Reads `--queue`, and what stands in for it. */
import { resolve } from 'node:path';
import { AppError } from '../../errors.js';
import { isAddress, parseQueueAddress, type QueueAddress } from '../../jobs/queue/queue-address.js';
import { readInputFile } from '../../platform/input-files.js';
import type { ParsedArguments } from './option-spec.js';

/** The variable that holds the address where there is no `--queue`. */
const variable = 'PARALIGN_QUEUE';

/** Largest file with an address, in bytes. */
const largest = 4096;

/**
 * The queue's address; undefined if none is given. A password may stand in the environment or in a file: other
 * users of a machine see its command lines. Throws AppError `usage`, and what reading the file throws.
 */
export async function readQueue(
  {
    cwd,
    env,
  }: { readonly cwd: string; readonly env: Readonly<Record<string, string | undefined>> },
  args: ParsedArguments,
): Promise<QueueAddress | undefined> {
  const flag = args.text('queue');
  const given = flag ?? (env[variable] || undefined);
  if (given === undefined) return undefined;
  const where = flag === undefined ? variable : '--queue';
  if (!isAddress(given)) {
    const bytes = await readInputFile(resolve(cwd, given), given, { limit: largest });
    return parseQueueAddress(new TextDecoder().decode(bytes), `what the file ${given} holds`);
  }
  const address = parseQueueAddress(given, where);
  if (flag !== undefined && address.password !== undefined)
    throw new AppError(
      'usage',
      '--queue: a password on the command line can be seen by other users',
      {
        hint: `put the URL into ${variable}, or into a file: --queue FILE`,
      },
    );
  return address;
}

/** The same where there must be one. Throws AppError `usage`. */
export async function requireQueue(
  context: Parameters<typeof readQueue>[0],
  args: ParsedArguments,
): Promise<QueueAddress> {
  const address = await readQueue(context, args);
  if (address !== undefined) return address;
  throw new AppError('usage', 'missing --queue URL', {
    hint: `for example --queue redis://localhost:6379, or set ${variable}`,
  });
}
