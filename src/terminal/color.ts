/**
 * Whether a stream gets colour: --color beats NO_COLOR beats FORCE_COLOR / CLICOLOR_FORCE beats
 * TERM=dumb beats whether the stream is a terminal. Decided for each stream on its own.
 */

/** What people can ask for. */
export const colorChoices = ['auto', 'always', 'never'] as const;

/** What was asked for. */
export type ColorChoice = (typeof colorChoices)[number];

/** See the module's comment; `FORCE_COLOR=0` means no, as in Node. */
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
