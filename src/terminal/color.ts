/**
 * Whether a stream gets colour. Precedence: --color, NO_COLOR, FORCE_COLOR / CLICOLOR_FORCE,
 * TERM=dumb, whether the stream is a terminal. Decided separately for each stream.
 */

/** The values of --color. */
export const colorChoices = ['auto', 'always', 'never'] as const;

/** One of `colorChoices`. */
export type ColorChoice = (typeof colorChoices)[number];

/** See the comment on the module; `FORCE_COLOR=0` means no, as in Node. */
export function wantsColor(
  choice: ColorChoice,
  env: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean {
  if (choice !== 'auto') return choice === 'always';
  if (env['NO_COLOR']) return false;
  const force = env['FORCE_COLOR'];
  if (force !== undefined) return force !== '0' && force !== 'false';
  if (env['CLICOLOR_FORCE'] && env['CLICOLOR_FORCE'] !== '0') return true;
  if (env['TERM'] === 'dumb') return false;
  return isTerminal;
}
