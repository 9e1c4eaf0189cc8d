import { describe, expect, test } from 'vitest';
import { Terminal } from '../../../src/tui/screen/terminal.js';

function terminal() {
  const calls: string[] = [];
  const stdin = { setRawMode: (raw: boolean) => calls.push(`raw ${raw}`) };
  const stdout = { write: (text: string) => calls.push(text) };
  const own = new Terminal({
    stdin: stdin as unknown as NodeJS.ReadStream,
    stdout: stdout as unknown as NodeJS.WriteStream,
  });
  return { own, calls };
}

describe('the alternate screen', () => {
  test('is entered once and left once, however many calls there are', () => {
    const { own, calls } = terminal();
    own.leave();
    own.enter();
    own.enter();
    own.leave();
    own.leave();
    expect(calls).toHaveLength(2);
    expect(calls[0]).toContain('\u001b[?1049h');
    expect(calls[1]).toContain('\u001b[?1049l');
  });

  test('leaving reverts everything that entering did, in reverse order', () => {
    const { own, calls } = terminal();
    own.enter();
    own.leave();
    const modes = (text = '') => [...text.matchAll(/\?(\d+)[hl]/g)].map(([, mode]) => mode);
    expect(modes(calls[1]).toSorted()).toEqual(modes(calls[0]).toSorted());
    expect(modes(calls[1]).at(-1)).toBe('1049');
  });

  test('is left while something else uses the terminal, and always entered again', () => {
    const { own, calls } = terminal();
    own.enter();
    calls.length = 0;
    expect(() =>
      own.outside(() => {
        calls.push('editor');
        throw new Error('it broke');
      }),
    ).toThrow('it broke');
    const kinds = calls.map((call) =>
      call.includes('1049h') ? 'in' : call.includes('1049l') ? 'out' : call,
    );
    expect(kinds).toEqual(['out', 'raw false', 'editor', 'raw true', 'in']);
  });
});
