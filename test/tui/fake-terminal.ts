/** A terminal made of two streams: keys in, frames out; tests can read Ink's output line by line. */
import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import type { ReviewStore } from '../../src/platform/review/review-store.js';
import { refuse, type Review, type RowChecker } from '../../src/review/model.js';
import { ReviewDriver } from '../../src/tui/driver.js';
import type { ReviewServices } from '../../src/tui/services.js';
import { runScreen } from '../../src/tui/screen/run-screen.js';
import { makeTheme } from '../../src/tui/theme/theme.js';
import { makeKeymap } from '../../src/tui/view/keymap.js';
import type { Series } from '../../src/tui/view/series.js';
import { openView } from '../../src/tui/view/open-view.js';

/** A frame, not just cursor moves and clearing; a single line has no line break if the screen shrank. */
const showsText = (chunk: string) => stripVTControlCharacters(chunk).trim() !== '';

/** A store that keeps nothing. */
export function noStore(): ReviewStore & { readonly appended: number } {
  let appended = 0;
  return {
    path: 'test.paralign',
    readOnly: null,
    saveDue: false,
    remark: null,
    isKept: true,
    append: () => void appended++,
    save: async () => {},
    close: () => {},
    get appended() {
      return appended;
    },
  };
}

export interface FakeOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly color?: boolean;
  readonly ascii?: boolean;
  readonly store?: ReviewStore;
  readonly services?: Partial<ReviewServices>;
  readonly check?: RowChecker;
  readonly series?: Series;
}

/** Shows a review on a fake terminal. */
export function showReview(review: Review, options: FakeOptions = {}) {
  const { columns = 100, rows = 30, color = false, ascii = false } = options;
  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: () => stdin,
    ref: () => stdin,
    unref: () => stdin,
  });
  const writes: string[] = [];
  const listeners = new Set<() => void>();
  const stdout = Object.assign(new EventEmitter(), {
    isTTY: true,
    columns,
    rows,
    write: (chunk: string) => {
      writes.push(chunk);
      for (const listener of listeners) listener();
      return true;
    },
  });
  const services: ReviewServices = {
    store: options.store ?? noStore(),
    exportTo: async (path) => ({ done: true, message: `exported to ${path}` }),
    explain: async () => [{ text: [{ text: 'because', style: '' }] }],
    realign: async () => refuse('nothing would change'),
    relabel: async () => refuse('nothing would change'),
    ...options.services,
  };
  const view = openView({
    review,
    title: 'test.paralign',
    readOnly: null,
    keymap: makeKeymap(),
    threshold: 0.8,
    columns,
    rows,
    saved: review.sequence,
    series: options.series ?? null,
    ...(options.check === undefined ? {} : { check: options.check }),
  });
  const driver = new ReviewDriver(view, services);
  const ended = runScreen(
    driver,
    makeTheme({ color, ascii }),
    // Only the parts of a terminal that Ink and the screen use.
    { stdin, stdout } as unknown as { stdin: NodeJS.ReadStream; stdout: NodeJS.WriteStream },
    () => {},
  );
  return {
    driver,
    ended,
    writes,
    /** Sends keys as a terminal would. */
    send: (keys: string) => stdin.write(keys),
    /** Resolves with the next frame. */
    nextWrite: () =>
      new Promise<void>((resolve) => {
        const listener = () => {
          listeners.delete(listener);
          resolve();
        };
        listeners.add(listener);
      }),
    resize: (width: number, height: number) => {
      Object.assign(stdout, { columns: width, rows: height });
      stdout.emit('resize');
    },
    /** The frames so far, as Ink wrote them, with colours. */
    frames: () => writes.filter(showsText),
    /** The last frame as text. */
    screen: () => stripVTControlCharacters(writes.findLast(showsText) ?? ''),
    quit: async () => {
      driver.end();
      await driver.settled();
      await ended;
    },
  };
}
