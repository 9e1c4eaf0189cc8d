import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('every program for WebAssembly is its source, compiled', () => {
  const root = new URL('../..', import.meta.url);
  const changed = execFileSync('node', ['packaging/assemble.mjs', '--check'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(changed).toBe('');
});
