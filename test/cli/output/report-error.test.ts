import { describe, expect, test } from 'vitest';
import { describeError } from '../../../src/cli/output/report-error.js';
import { AppError } from '../../../src/errors.js';

const plain = { json: false, debug: false };
const known = new AppError('file-not-found', 'x.txt: no such file', { hint: 'Name another one.' });

describe('describeError', () => {
  test('is one line that says what to do', () => {
    expect(describeError(known, plain)).toEqual({
      text: 'paralign: x.txt: no such file; name another one\n',
      exitCode: 66,
    });
  });

  test('is one JSON object under --json', () => {
    const { text } = describeError(known, { json: true, debug: false });
    expect(JSON.parse(text)).toEqual({
      error: {
        code: 'file-not-found',
        message: 'x.txt: no such file',
        exitCode: 66,
        hint: 'Name another one.',
      },
    });
  });

  test('calls an unknown error a bug, and shows the stack only with --debug', () => {
    const bug = new TypeError('x is not a function');
    const { text, exitCode } = describeError(bug, plain);
    expect(exitCode).toBe(70);
    expect(text).toMatch(/^paralign: x is not a function; this is a bug in paralign \d/);
    expect(text.trimEnd()).not.toContain('\n');
    expect(describeError(bug, { json: false, debug: true }).text).toContain('report-error.test');
  });

  test('recognises a full disk', () => {
    const full = Object.assign(new Error('ENOSPC: x'), { code: 'ENOSPC', syscall: 'write' });
    expect(describeError(full, plain)).toEqual({
      text: 'paralign: no space left on the device\n',
      exitCode: 74,
    });
  });

  test('never prints an escape sequence from a file name', () => {
    const evil = new AppError('io', '\u001b[2Jevil\nname');
    expect(describeError(evil, plain).text).toBe('paralign: ␛[2Jevil name\n');
  });
});
