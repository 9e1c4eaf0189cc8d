import { describe, expect, test } from 'vitest';
import { runCompletion } from '../../../../src/cli/commands/completion/run.js';
import { fakeContext } from '../fake-context.js';

describe('runCompletion', () => {
  test.each([
    ['bash', 'complete -F _paralign paralign'],
    ['zsh', '#compdef paralign'],
    ['fish', 'complete -c paralign'],
  ] as const)('prints the script of %s, with every command', async (shell, part) => {
    const { context, out } = fakeContext('/');
    await runCompletion(context, { shell });
    expect(out()).toContain(part);
    for (const { name } of context.commands) expect(out()).toContain(name);
  });
});
