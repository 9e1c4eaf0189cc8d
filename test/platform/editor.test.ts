import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { edit } from '../../src/platform/editor.js';

const folder = mkdtempSync(join(tmpdir(), 'paralign-editor-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function editor(script: string): string {
  mkdirSync(join(folder, 'with blank'), { recursive: true });
  const path = join(folder, 'with blank', 'ed');
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

describe.skipIf(process.platform === 'win32')('the editor', () => {
  test('may have options, and blanks in its quoted name', () => {
    const path = editor('test "$1" = --wait && printf "new\\n" > "$2"');
    expect(edit('old', { VISUAL: `'${path}' --wait` })).toBe('new\n');
  });

  test('that ends with an error changes nothing', () => {
    expect(edit('old', { EDITOR: `'${editor('exit 3')}'` })).toBeNull();
  });

  test('that is not there is an error that names it', () => {
    expect(() => edit('old', { EDITOR: 'no-such-editor -w' })).toThrow(/"no-such-editor -w"/);
  });
});
