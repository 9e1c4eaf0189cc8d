/** A question before there is a screen. */
import { createInterface } from 'node:readline/promises';
import type { CommandContext } from '../command.js';

type Asking = Pick<CommandContext, 'streams' | 'mayAsk' | 'signal'>;

/** Whether there is a person to ask, and they may be asked. */
export function canAsk({ streams: { stdin, stderr }, mayAsk }: Asking): boolean {
  return mayAsk && stdin.isTTY === true && stderr.isTTY === true;
}

/** Asks until the answer is one of the choices, or the beginning of one; the end of input is `otherwise`. */
export async function askChoice<C extends string>(
  { streams: { stdin, stderr }, signal }: Asking,
  question: string,
  choices: readonly C[],
  otherwise: C,
): Promise<C> {
  const lines = createInterface({ input: stdin, output: stderr });
  const closed = new Promise<string>((resolve) => lines.once('close', () => resolve(otherwise)));
  try {
    for (;;) {
      const answer = (await Promise.race([lines.question(question, { signal }), closed]))
        .trim()
        .toLowerCase();
      for (const choice of choices) {
        if (answer !== '' && choice.startsWith(answer)) return choice;
      }
    }
  } finally {
    lines.close();
  }
}
