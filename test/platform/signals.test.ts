import { afterEach, describe, expect, test } from 'vitest';
import { endOnSignals, signalExitCode } from '../../src/platform/signals.js';

const names = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const;
const before = names.map((name) => process.listeners(name));
afterEach(() =>
  names.forEach((name, index) => {
    for (const listener of process.listeners(name))
      if (!before[index]?.includes(listener)) process.off(name, listener);
  }),
);
const counts = () =>
  names.map((name, index) => process.listenerCount(name) - (before[index]?.length ?? 0));

describe('endOnSignals', () => {
  test.each([
    ['SIGHUP', 129],
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s aborts, and means the exit code %i', (name, exitCode) => {
    const { signal } = endOnSignals();
    expect(signal.aborted).toBe(false);
    process.emit(name);
    expect(signal.aborted).toBe(true);
    expect(signalExitCode(signal)).toBe(exitCode);
  });

  test('handles no signal while a computation runs that may be ended at once', async () => {
    const { endingAtOnce } = endOnSignals();
    expect(counts()).toEqual([1, 1, 1]);
    await endingAtOnce(async () => expect(counts()).toEqual([0, 0, 0]));
    expect(counts()).toEqual([1, 1, 1]);
    await expect(endingAtOnce(() => Promise.reject(new Error('x')))).rejects.toThrow('x');
    expect(counts()).toEqual([1, 1, 1]);
  });
});
