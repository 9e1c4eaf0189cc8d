import { describe, expect, test } from 'vitest';
import { readCompletionRequest } from '../../../../src/cli/commands/completion/request.js';
import { completion } from '../../../../src/cli/commands/completion/spec.js';
import { parsed } from '../parsed.js';

const read = (line: string) => readCompletionRequest(parsed(completion, line));

describe('readCompletionRequest', () => {
  test.each(['bash', 'zsh', 'fish'])('%s', (shell) => {
    expect(read(shell)).toEqual({ shell });
  });

  test.each([
    ['bsh', 'no completion for the shell "bsh"; did you mean "bash"?'],
    ['tcsh', 'no completion for the shell "tcsh"; did you mean "bash"?'],
    ['powershell', 'no completion for the shell "powershell"'],
  ])('%s is refused', (shell, message) => {
    expect(() => read(shell)).toThrow(
      expect.objectContaining({ code: 'usage', message, hint: 'the shells are bash, zsh, fish' }),
    );
  });
});
