/**
 * A minute of made-up input for every part that takes input: the same cases in the same order each time.
 * How far a target comes depends on the machine; PARALIGN_FUZZ_SECONDS says how long all of them take
 * together. `npm run fuzz` takes its time, and another seed each time.
 */
import { expect, test } from 'vitest';
import { runTarget } from './harness.js';
import { targets } from './targets.js';

const seconds = Number(process.env['PARALIGN_FUZZ_SECONDS'] ?? 40);
const shares = targets.reduce((sum, { share }) => sum + share, 0);

test.each(targets)(
  '$name holds whatever comes in',
  async (target) => {
    const milliseconds = (1000 * seconds * target.share) / shares;
    const { failure, totals } = await runTarget(target, { seed: 20_260, milliseconds });
    expect(failure).toBeNull();
    expect(totals['cases']).toBeGreaterThan(0);
  },
  60_000 + 2000 * seconds,
);
