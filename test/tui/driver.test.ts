import { describe, expect, test } from 'vitest';
import { AppError } from '../../src/errors.js';
import { refuse } from '../../src/review/model.js';
import { mergeRows } from '../../src/review/operations/rows.js';
import type { PageLine } from '../../src/tui/view/page-line.js';
import { ReviewDriver } from '../../src/tui/driver.js';
import type { ReviewServices } from '../../src/tui/services.js';
import { simpleReview } from '../review/fixture.js';
import { noStore } from './fake-terminal.js';
import { viewOf, type PersonOptions } from './person.js';

function driverOf(services: Partial<ReviewServices> = {}, options: PersonOptions = {}) {
  return new ReviewDriver(viewOf(simpleReview(6), options), {
    store: noStore(),
    exportTo: async (path) => ({ done: true, message: `exported to ${path}` }),
    explain: async () => [],
    realign: async () => refuse('nothing would change'),
    relabel: async () => refuse('nothing would change'),
    ...services,
  });
}

const press = (driver: ReviewDriver, ...names: string[]) =>
  driver.press(names.map((name) => ({ type: 'key', name })));

const message = (driver: ReviewDriver) => driver.view().toast?.text;

describe('the driver', () => {
  test('writes every step to the journal before showing it', () => {
    const seen: number[] = [];
    const store = noStore();
    const driver = driverOf({
      store: { ...store, append: () => void seen.push(driver.view().review.sequence) },
    });
    press(driver, 'a', 'r');
    expect(seen).toEqual([0, 1]);
    expect(driver.view().review.sequence).toBe(2);
  });

  test('tells listeners about every change, until they unsubscribe', () => {
    const driver = driverOf();
    let changes = 0;
    const stop = driver.subscribe(() => changes++);
    press(driver, 'j', 'k');
    stop();
    press(driver, 'j');
    expect(changes).toBe(2);
  });

  test('finds the words of the selected row once they are to be shown', async () => {
    const asked: number[] = [];
    const driver = driverOf({
      words: async (_, row) => {
        asked.push(row);
        return [{ a: 0, b: 1, pairs: [{ a: `a${row}`, b: `b${row}`, isSure: true }] }];
      },
    });
    press(driver, 'j');
    expect(asked).toEqual([]);
    press(driver, 'p');
    await driver.settled();
    press(driver, 'j', 'j', 'k');
    await driver.settled();
    const { words, selected } = driver.view();
    expect(words).toMatchObject({ row: selected, columns: [{ pairs: [{ a: `a${selected}` }] }] });
    // The answer for a row that was left again is not shown, and nothing is asked twice.
    expect(asked.at(-1)).toBe(selected);
    const before = asked.length;
    press(driver, 'd');
    await driver.settled();
    expect(asked).toHaveLength(before);
    press(driver, 'p', 'j');
    await driver.settled();
    expect(asked).toHaveLength(before);
  });

  test('q first cancels waiting for the model, and quits when pressed again', async () => {
    let answer: (lines: readonly PageLine[]) => void = () => {};
    const driver = driverOf({ explain: () => new Promise((resolve) => (answer = resolve)) });
    let hasQuit = false;
    void driver.done.then(() => (hasQuit = true));
    press(driver, 'i', 'q');
    await Promise.resolve();
    expect([hasQuit, message(driver)]).toEqual([false, 'cancelled; press q again to quit']);
    // A cancelled question's answer opens no page.
    answer([]);
    await driver.settled();
    expect(driver.view().mode.type).toBe('normal');
    press(driver, 'q');
    await driver.done;
    expect(hasQuit).toBe(true);
  });

  test('saves, and says so; a saved review is not saved again', async () => {
    const saved: number[] = [];
    const save = async ({ sequence }: { sequence: number }) => void saved.push(sequence);
    const driver = driverOf({ store: { ...noStore(), save } });
    press(driver, 'a', 'w');
    await driver.settled();
    expect([saved, driver.view().saved, message(driver)]).toEqual([[1], 1, 'saved book.paralign']);
    press(driver, 'w');
    await driver.settled();
    expect([saved, message(driver)]).toEqual([[1], 'already saved']);
  });

  test('saves automatically when the journal has grown long', async () => {
    let saves = 0;
    const store = { ...noStore(), saveDue: true, save: async () => void saves++ };
    const driver = driverOf({ store });
    press(driver, 'a');
    await driver.settled();
    expect(saves).toBe(1);
  });

  test('quits once everything is saved', async () => {
    const order: string[] = [];
    const driver = driverOf({
      store: { ...noStore(), save: async () => void order.push('saved') },
    });
    void driver.done.then(() => order.push('done'));
    press(driver, 'a', 'q');
    await driver.done;
    expect(order).toEqual(['saved', 'done']);
  });

  test('stays if saving fails, and quits when asked again', async () => {
    const save = async () => {
      throw new AppError('journal', 'no space left', { hint: 'make some' });
    };
    const driver = driverOf({ store: { ...noStore(), save } });
    press(driver, 'a', 'q');
    await driver.settled();
    expect(message(driver)).toBe(
      'not saved; press q again to quit anyway; the journal keeps everything (no space left; make some)',
    );
    press(driver, 'q');
    await driver.done;
  });

  test('says why a read-only review cannot be saved, and quits', async () => {
    const driver = driverOf({}, { readOnly: 'somebody else has it open' });
    press(driver, 'w');
    await driver.settled();
    expect(message(driver)).toBe('somebody else has it open');
    press(driver, 'q');
    await driver.done;
  });

  test('shows the message or the error of an export', async () => {
    const driver = driverOf();
    driver.commandLine('export a.csv');
    await driver.settled();
    expect(message(driver)).toBe('exported to a.csv');
    const broken = driverOf({
      exportTo: () => Promise.reject(new Error('no such folder')),
    });
    broken.commandLine('export x/a.csv');
    await broken.settled();
    expect(broken.view().toast).toEqual({ text: 'no such folder', kind: 'error' });
  });

  test('previews a realignment, or says why nothing would change', async () => {
    const driver = driverOf({ realign: async (review) => mergeRows(review, 1, 'next') });
    press(driver, 'R');
    await driver.settled();
    expect(driver.view().mode).toMatchObject({ type: 'page', title: 'Realign' });
    const refused = driverOf();
    press(refused, 'R');
    await refused.settled();
    expect([refused.view().mode.type, message(refused)]).toEqual([
      'normal',
      'nothing would change',
    ]);
  });

  test('proposes nothing if the review has changed since', async () => {
    const driver = driverOf({ realign: async (review) => mergeRows(review, 1, 'next') });
    press(driver, 'R', 'a');
    await driver.settled();
    expect(driver.view().mode.type).toBe('normal');
    expect(message(driver)).toBe('the review has changed since; try again');
  });

  test('takes the text from the editor, unless the editor failed', () => {
    const driver = driverOf();
    press(driver, 'E');
    expect(message(driver)).toBe('the external editor needs the full-screen view');
    let edited: string | null = 'other words';
    driver.attach({ redraw: () => {}, suspend: () => {}, edit: () => edited });
    press(driver, 'E');
    expect(driver.view().review.rows[4]?.edits[0]).toBe('other words');
    edited = null;
    press(driver, 'E');
    expect(message(driver)).toBe('the editor exited with an error; nothing was changed');
  });

  test('redraws and suspends through the screen', () => {
    const calls: string[] = [];
    const driver = driverOf();
    driver.attach({
      redraw: () => void calls.push('redraw'),
      suspend: () => void calls.push('suspend'),
      edit: () => null,
    });
    press(driver, 'ctrl+l', 'ctrl+z');
    expect(calls).toEqual(['redraw', 'suspend']);
  });

  test('resizing keeps the selected row visible', () => {
    const driver = driverOf();
    const before = driver.view();
    driver.resize(before.columns, before.rows);
    expect(driver.view()).toBe(before);
    driver.resize(80, 14);
    expect(driver.view()).toMatchObject({ columns: 80, rows: 14, selected: before.selected });
  });
});
