/** Asks a question before the screen opens. */
import { createInterface } from 'node:readline/promises';
import type { CommandContext } from '../command.js';

type Asking = Pick<CommandContext, 'streams' | 'mayAsk' | 'signal'>;

/** Whether there is a person to ask, and asking is allowed. */
export function canAsk({ streams: { stdin, stderr }, mayAsk }: Asking): boolean {
  return mayAsk && stdin.isTTY === true && stderr.isTTY === true;
}

/** Asks until the answer is a choice or the beginning of one; `otherwise` if the input ends. */
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
