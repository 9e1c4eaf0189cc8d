import { describe, expect, test } from 'vitest';
import { AppError } from '../../src/errors.js';
import { refuse, type Review } from '../../src/review/model.js';
import { ReviewDriver } from '../../src/tui/driver.js';
import type { OpenedOther, ReviewServices } from '../../src/tui/services.js';
import { simpleReview } from '../review/fixture.js';
import { noStore } from './fake-terminal.js';
import { viewOf } from './person.js';
import { seriesOf } from './series-fixture.js';

/** A folder of reviews in memory; logs what is opened, saved and closed. */
function walk(reviews: readonly Review[], broken: readonly number[] = []) {
  const log: string[] = [];
  const stored = [...reviews];
  const closed = new Set<number>();
  const failures = { save: false };
  const open = async (index: number): Promise<OpenedOther> => {
    if (closed.has(index) || broken.includes(index)) throw new AppError('io', 'no such luck');
    log.push(`open ${index}`);
    const review = stored[index] ?? simpleReview(1);
    return {
      review,
      title: `r${index}.paralign`,
      saved: review.sequence,
      notices: [],
      services: services(index),
    };
  };
  const services = (index: number): ReviewServices => ({
    store: {
      ...noStore(),
      append: ({ sequence }) => void log.push(`append ${index}: ${sequence}`),
      save: async (review) => {
        if (failures.save) throw new AppError('no-space', 'disk full');
        log.push(`save ${index}`);
        stored[index] = review;
      },
      close: () => void log.push(`close ${index}`),
    },
    exportTo: async () => ({ done: true, message: '' }),
    explain: async () => [],
    realign: async () => refuse('nothing would change'),
    relabel: async () => refuse('nothing would change'),
    openOther: open,
  });
  const view = viewOf(reviews[0] ?? simpleReview(1), { series: seriesOf(reviews, 0) });
  const driver = new ReviewDriver(view, services(0));
  return {
    driver,
    log,
    failures,
    closed,
    press: (...names: string[]) => driver.press(names.map((name) => ({ type: 'key', name }))),
    message: () => driver.view().toast?.text ?? '',
  };
}

// Rows 5 and 10 of the second review need review, and row 5 of the others.
const three = [simpleReview(6), simpleReview(11), simpleReview(7)];

describe('walking through a series', () => {
  test('saves and closes a review before opening the next, which gets the keys typed meanwhile', async () => {
    const { driver, log, press, message } = walk(three);
    press('a', 'a', 'a', 'r');
    await driver.settled();
    expect(log).toEqual([
      ...['append 0: 1', 'save 0', 'close 0', 'open 1', 'append 1: 1', 'append 1: 2'],
    ]);
    expect(driver.view()).toMatchObject({ title: 'r1.paralign', series: { at: 1 } });
    expect(message()).toContain('] opens r2.paralign (1 to review)');
  });

  test('[ starts at the last row to review, ] at the first; display settings are kept', async () => {
    const { driver, press } = walk(three);
    press('d', ':');
    driver.fill('threshold .5');
    press('[', '[');
    await driver.settled();
    expect(driver.view()).toMatchObject({ title: 'r1.paralign', selected: 9, threshold: 0.5 });
    expect(driver.view().diff).not.toBe('auto');
    press('[', '[', ']');
    await driver.settled();
    expect(driver.view()).toMatchObject({ title: 'r1.paralign', selected: 4 });
  });

  test('skips reviews that cannot be opened, and says so', async () => {
    const { driver, press, message } = walk(three, [1]);
    press(']');
    await driver.settled();
    expect(driver.view().title).toBe('r2.paralign');
    expect(message()).toContain('skipped r1.paralign: no such luck; r2.paralign (2 of 2 reviews');
    expect(driver.view().series?.reviews[1]?.skipped).toBe('no such luck');
  });

  test('returns to the previous review if none can be opened', async () => {
    const { driver, log, press } = walk(three, [1, 2]);
    press('g', 'j', ':');
    driver.fill('n');
    await driver.settled();
    expect(log.slice(-2)).toEqual(['close 0', 'open 0']);
    expect(driver.view()).toMatchObject({ title: 'r0.paralign', selected: 1, readOnly: null });
  });

  test('shows a review that can no longer be opened, and writes nothing more to it', async () => {
    const { driver, log, press, closed, message } = walk(three, [1, 2]);
    closed.add(0);
    press(']');
    await driver.settled();
    expect(driver.view().readOnly).toBe('closed: no such luck');
    press('a');
    expect(log).toEqual(['close 0']);
    expect(message()).toBe('closed: no such luck');
    press('q');
    await driver.done;
  });

  test('stays in a review that cannot be saved, and relies on its journal if the key is repeated', async () => {
    const { driver, log, press, failures, message } = walk(three);
    failures.save = true;
    press('a', 'a');
    await driver.settled();
    expect(message()).toContain('not saved; repeat to continue anyway');
    expect(log).toEqual(['append 0: 1']);
    press('a');
    await driver.settled();
    expect(driver.view().title).toBe('r1.paralign');
  });
});
