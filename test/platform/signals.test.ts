import { afterEach, describe, expect, test } from 'vitest';
import {
  abortedBySignals,
  endOnSignals,
  signalExitCode,
  tidyBeforeSignal,
  type SignalWatch,
} from '../../src/platform/signals.js';

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
  ] as const)('%s aborts work that is held, and means the exit code %i', async (name, exitCode) => {
    const { signal, holding } = bound(endOnSignals());
    await holding(async () => {
      expect(signal.aborted).toBe(false);
      process.emit(name);
      expect(signal.aborted).toBe(true);
      expect(signalExitCode(signal)).toBe(exitCode);
    });
  });

  test('handles no signal unless there is something to put in order', async () => {
    const { holding, endingAtOnce } = bound(endOnSignals());
    expect(counts()).toEqual([0, 0, 0]);
    await holding(async () => {
      expect(counts()).toEqual([1, 1, 1]);
      await endingAtOnce(async () => expect(counts()).toEqual([0, 0, 0]));
      expect(counts()).toEqual([1, 1, 1]);
      await expect(endingAtOnce(() => Promise.reject(new Error('x')))).rejects.toThrow('x');
      expect(counts()).toEqual([1, 1, 1]);
    });
    expect(counts()).toEqual([0, 0, 0]);
    const forget = tidyBeforeSignal(() => {});
    expect(counts()).toEqual([1, 1, 1]);
    forget();
    expect(counts()).toEqual([0, 0, 0]);
  });

  test('tells work that waits for somebody else', async () => {
    endOnSignals();
    const waiting = abortedBySignals(
      (signal) =>
        new Promise((resolve) => signal?.addEventListener('abort', () => resolve(signal.reason))),
    );
    process.emit('SIGTERM');
    expect(await waiting).toBe('SIGTERM');
  });
});

function bound(watch: SignalWatch): SignalWatch {
  return {
    signal: watch.signal,
    holding: (work) => watch.holding(work),
    endingAtOnce: (work) => watch.endingAtOnce(work),
  };
}
