import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  linkSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../../src/errors.js';
import { isLock, takeLock } from '../../../src/platform/review/lock.js';
import {
  createReviewFile,
  openReviewFile,
  readReviewFile,
  reserveReview,
  writeNewReview,
} from '../../../src/platform/review/review-file.js';
import { type ReviewStore } from '../../../src/platform/review/review-store.js';
import { act, type Action } from '../../../src/review/history.js';
import { isRefusal, type Review } from '../../../src/review/model.js';
import { decide } from '../../../src/review/operations/decide.js';
import { simpleReview } from '../../review/fixture.js';
import { reviewText } from '../../review/review-text.js';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paralign-review-'));
  path = join(folder, 'book.paralign');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const accept = (review: Review, id: number): Action => {
  const draft = decide(review, id, 'accepted');
  if (isRefusal(draft)) throw new Error(draft.refused);
  return { type: 'do', entry: draft };
};

function perform(store: ReviewStore, review: Review, action: Action): Review {
  const next = act(review, action);
  store.append({ ...action, sequence: next.sequence });
  return next;
}

const statuses = (review: Review) => review.rows.map((row) => row.status);

describe('a history that does not match its rows', () => {
  const damage = async (): Promise<Review> => {
    const { store, review } = await createReviewFile(path, simpleReview(4));
    let now = perform(store, review, accept(review, 1));
    now = perform(store, now, accept(now, 2));
    await store.save(now);
    store.close();
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('"at":1,"removed"', '"at":3,"removed"'));
    return now;
  };

  test('is refused with its entry and what can be saved', async () => {
    await damage();
    await expect(openReviewFile(path)).rejects.toMatchObject({
      code: 'bad-review-file',
      message: expect.stringMatching(
        /book\.paralign: entry 1 of its history \("accepted 2"\) does not match/,
      ),
      hint: expect.stringContaining(`paralign convert '${path}' -o NEW.paralign`),
    });
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  test('is left out where the rows alone are wanted, which is said', async () => {
    const now = await damage();
    const { review, notices } = await readReviewFile(path);
    expect(review.rows).toEqual(now.rows);
    expect(review.history.entries.map(({ label }) => label)).toEqual(['accepted 3']);
    expect(notices.join()).toMatch(/1 entry was left out of the history/);
  });
});

describe('the journal', () => {
  test('gives back what was not saved, and says so', async () => {
    const { store, review } = await createReviewFile(path, simpleReview(4));
    let now = perform(store, review, accept(review, 1));
    now = perform(store, now, accept(now, 2));
    now = perform(store, now, { type: 'undo' });
    store.close();
    const opened = await openReviewFile(path);
    expect(opened.review).toEqual(now);
    expect(opened.notices[0]).toBe('recovered 3 actions that had not been saved');
    opened.store.close();
    // Looking at it needs no lock and changes nothing.
    expect((await readReviewFile(path)).review).toEqual(now);
  });

  test.each([1, 7, 40, 120])(
    'ignores a last line that lacks its last %i bytes',
    async (missing) => {
      const { store, review } = await createReviewFile(path, simpleReview(4));
      const first = perform(store, review, accept(review, 1));
      perform(store, first, accept(first, 2));
      store.close();
      const journal = readFileSync(`${path}.journal`);
      writeFileSync(`${path}.journal`, journal.subarray(0, journal.length - missing));
      const opened = await openReviewFile(path);
      expect(opened.review).toEqual(first);
      // What is done next overwrites the torn line.
      const next = perform(opened.store, opened.review, accept(opened.review, 3));
      opened.store.close();
      expect((await readReviewFile(path)).review).toEqual(next);
    },
  );

  test('is gone after a save, and the file before it is kept once as .bak', async () => {
    const { store, review } = await createReviewFile(path, simpleReview(4));
    const before = readFileSync(path, 'utf8');
    let now = perform(store, review, accept(review, 1));
    await store.save(now);
    now = perform(store, now, accept(now, 2));
    await store.save(now);
    store.close();
    expect(readdirSync(folder).sort()).toEqual(['book.paralign', 'book.paralign.bak']);
    expect(readFileSync(`${path}.bak`, 'utf8')).toBe(before);
    expect((await readReviewFile(path)).review).toEqual(now);
  });

  test.each(
    [symlinkSync, linkSync].flatMap((make) => ['.bak', '.journal'].map((end) => ({ make, end }))),
  )('writes through no link that lies there as $end', async ({ make, end }) => {
    const { store, review } = await createReviewFile(path, simpleReview(4));
    const text = join(folder, 'source.txt');
    writeFileSync(text, 'a source');
    make(text, `${path}${end}`);
    const now = perform(store, review, accept(review, 1));
    if (end === '.bak') await store.save(now);
    store.close();
    expect(readFileSync(text, 'utf8')).toBe('a source');
    expect((await readReviewFile(path)).review).toEqual(now);
  });

  test('is read with its journal by whatever link people come', async () => {
    const { store, review } = await createReviewFile(path, simpleReview(4));
    const now = perform(store, review, accept(review, 1));
    store.close();
    symlinkSync(path, join(folder, 'link.paralign'));
    expect((await readReviewFile(join(folder, 'link.paralign'))).review).toEqual(now);
  });

  test('keeps what is done while the file is being saved', async () => {
    const { store, review } = await createReviewFile(path, simpleReview(4));
    const first = perform(store, review, accept(review, 1));
    const saved = store.save(first);
    const second = perform(store, first, accept(first, 2));
    await saved;
    store.close();
    const loaded = await readReviewFile(path);
    expect(loaded.review).toEqual(second);
    expect(loaded.recovered).toBe(1);
  });

  test('that a crash left beside a file that already holds it does no harm', async () => {
    const { store, review } = await createReviewFile(path, simpleReview(4));
    const now = perform(store, review, accept(review, 1));
    const journal = readFileSync(`${path}.journal`);
    await store.save(now);
    store.close();
    writeFileSync(`${path}.journal`, journal);
    const opened = await openReviewFile(path);
    expect(opened.review).toEqual(now);
    expect(opened.recovered).toBe(0);
    const next = perform(opened.store, opened.review, accept(now, 2));
    opened.store.close();
    expect((await readReviewFile(path)).review).toEqual(next);
  });

  test('of another file is put aside, never done and never lost', async () => {
    const { store, review } = await createReviewFile(path, simpleReview(4));
    perform(store, review, accept(review, 1));
    store.close();
    writeFileSync(path, reviewText(simpleReview(5)));
    const opened = await openReviewFile(path);
    opened.store.close();
    expect(statuses(opened.review)).toEqual(Array(5).fill('unreviewed'));
    expect(opened.notices.join()).toMatch(/a different version of the file.*aside-1/);
    expect(existsSync(`${path}.journal.aside-1`)).toBe(true);
  });

  test('that cannot be written leaves the review as it was', async () => {
    const { store, review } = await createReviewFile(path, simpleReview(4));
    rmSync(folder, { recursive: true, force: true });
    expect(() => perform(store, review, accept(review, 1))).toThrow(AppError);
  });
});

describe.skipIf(process.platform === 'win32')('named pipes beside a review', () => {
  test.each(['.journal', '.lock'])('are not waited for: %s', async (ending) => {
    const { store } = await createReviewFile(path, simpleReview(4));
    store.close();
    execFileSync('mkfifo', [`${path}${ending}`]);
    const opening = openReviewFile(path);
    if (ending === '.journal')
      await expect(opening).rejects.toThrow(/journal: .* is not a regular file/);
    else {
      const opened = await opening;
      expect(opened.review.rows).toHaveLength(4);
      opened.store.close();
    }
  });
});

describe('a new review', () => {
  test('is made by one program at a time, and nothing of another one is put aside', async () => {
    const place = await reserveReview(path);
    const busy = {
      code: 'cannot-create',
      message: expect.stringMatching(/book\.paralign: process \d+ on .* is creating this review/),
    };
    await expect(reserveReview(path)).rejects.toMatchObject(busy);
    await expect(writeNewReview(path, simpleReview(3))).rejects.toMatchObject(busy);
    const { store, review } = await place.create(simpleReview(4));
    place.release();
    const now = perform(store, review, accept(review, 1));
    // Both of these looked before the review was there.
    await expect(reserveReview(path)).rejects.toMatchObject(busy);
    await expect(createReviewFile(path, simpleReview(3))).rejects.toMatchObject({
      code: 'protected-file',
    });
    store.close();
    await expect(writeNewReview(path, simpleReview(3))).rejects.toMatchObject({
      code: 'protected-file',
    });
    expect((await readReviewFile(path)).review).toEqual(now);
    expect(readdirSync(folder).sort()).toEqual(['book.paralign', 'book.paralign.journal']);
  });

  test('that is not made after all leaves nothing behind', async () => {
    (await reserveReview(path)).release();
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a review whose file goes away while it is open', () => {
  const opened = async () => {
    const { store, review } = await createReviewFile(path, simpleReview(4));
    return { store, now: perform(store, review, accept(review, 1)) };
  };

  test('is written anew, with all that was done', async () => {
    const { store, now } = await opened();
    expect([store.saveDue, store.isKept]).toEqual([false, true]);
    for (const ending of ['', '.journal', '.lock']) rmSync(`${path}${ending}`);
    expect([store.saveDue, store.isKept]).toEqual([true, false]);
    // A step that would go to a journal nobody finds is not acknowledged.
    expect(() => perform(store, now, accept(now, 2))).toThrow(/journal: was removed/);
    await store.save(now);
    expect(store.remark).toMatch(/had disappeared and was written again/);
    const next = perform(store, now, accept(now, 2));
    await store.save(next);
    expect(store.remark).toBeNull();
    store.close();
    expect((await readReviewFile(path)).review).toEqual(next);
    expect(readdirSync(folder)).toEqual(['book.paralign']);
  });

  test('is written anew though nothing was done', async () => {
    const { store, review } = await createReviewFile(path, simpleReview(4));
    rmSync(path);
    await store.save(review);
    store.close();
    expect((await readReviewFile(path)).review).toEqual(review);
  });

  test('leaves what another program put in its place beside it', async () => {
    const { store, now } = await opened();
    rmSync(path);
    writeFileSync(path, 'something else');
    expect(store.saveDue).toBe(true);
    await store.save(now);
    expect(store.remark).toMatch(/its version is kept as book.paralign.aside-1/);
    store.close();
    expect(readFileSync(`${path}.aside-1`, 'utf8')).toBe('something else');
    expect((await readReviewFile(path)).review).toEqual(now);
  });

  test('says so where its folder was renamed, and goes on when it is back', async () => {
    const { store, now } = await opened();
    renameSync(folder, `${folder}-away`);
    const gone = /book\.paralign: the folder .* no longer exists/;
    await expect(store.save(now)).rejects.toThrow(gone);
    expect(() => perform(store, now, accept(now, 2))).toThrow(gone);
    renameSync(`${folder}-away`, folder);
    const next = perform(store, now, accept(now, 2));
    await store.save(next);
    store.close();
    expect((await readReviewFile(path)).review).toEqual(next);
  });

  test('is not written over what somebody else has open there now', async () => {
    const { store, now } = await opened();
    rmSync(`${path}.lock`);
    const other = await openReviewFile(path);
    expect(other.store.readOnly).toBeNull();
    await expect(store.save(now)).rejects.toMatchObject({ code: 'read-only' });
    expect(() => perform(store, now, accept(now, 2))).toThrow(/has opened it in the meantime/);
    other.store.close();
    store.close();
  });
});

describe('the lock', () => {
  test('lets the second one look, and says who was first', async () => {
    const first = await createReviewFile(path, simpleReview(2));
    // The same process counts as another one: the lock is the file's.
    const second = await openReviewFile(path);
    expect(second.store.readOnly).toMatch(new RegExp(`process ${process.pid}`));
    expect(() => perform(second.store, second.review, accept(second.review, 0))).toThrow(
      /read only/,
    );
    await expect(second.store.save(second.review)).rejects.toThrow(/read only/);
    second.store.close();
    expect(existsSync(`${path}.lock`)).toBe(true);
    first.store.close();
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  test('belongs to the file, whatever link one comes by', async () => {
    const first = await createReviewFile(path, simpleReview(2));
    symlinkSync(path, join(folder, 'link.paralign'));
    const second = await openReviewFile(join(folder, 'link.paralign'));
    expect(second.store.readOnly).toMatch(/has this review open/);
    first.store.close();
  });

  test('that cannot be written lets people look, and says why', async () => {
    // A lock's name is longer than its file's, here longer than names may be.
    const long = join(folder, `${'x'.repeat(231)}.paralign`);
    writeFileSync(long, reviewText(simpleReview(2)));
    const { store, review } = await openReviewFile(long);
    expect(store.readOnly).toMatch(/read only: .*\.lock: cannot be created \(ENAMETOOLONG\)/);
    expect(review.rows).toHaveLength(2);
  });

  test('of a program that was killed is taken over', async () => {
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    const ended = new Promise((resolve) => child.on('exit', resolve));
    writeFileSync(
      `${path}.lock`,
      JSON.stringify({ pid: child.pid, host: hostname(), started: null }),
    );
    expect(isLock(takeLock(`${path}.lock`))).toBe(false);
    child.kill('SIGKILL');
    await ended;
    const lock = takeLock(`${path}.lock`);
    expect(isLock(lock)).toBe(true);
    if (isLock(lock)) lock.release();
  });

  test('whose process number now belongs to another program is taken over', () => {
    writeFileSync(
      `${path}.lock`,
      JSON.stringify({ pid: process.pid, host: hostname(), started: '1' }),
    );
    const lock = takeLock(`${path}.lock`);
    if (process.platform === 'linux') expect(isLock(lock)).toBe(true);
    if (isLock(lock)) lock.release();
  });

  test.each([
    ['before it was the holder', []],
    ['that was killed in turn', ['dead']],
    ['that was killed, and one more', ['dead', 'dead again']],
  ])('has one successor: %s', (_, dead) => {
    const lockPath = `${path}.lock`;
    const content = (id: string) =>
      JSON.stringify({ pid: process.pid, host: hostname(), started: '1', id });
    const idOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);
    writeFileSync(lockPath, content('first'));
    let last = content('first');
    for (const id of dead) {
      writeFileSync(`${lockPath}.after-${idOf(last)}`, content(id));
      last = content(id);
    }
    const lock = takeLock(lockPath);
    if (process.platform === 'linux') expect(isLock(lock)).toBe(true);
    expect(JSON.parse(readFileSync(lockPath, 'utf8'))).toMatchObject({ pid: process.pid });
    expect(isLock(takeLock(lockPath))).toBe(false);
    if (isLock(lock)) lock.release();
    expect(existsSync(lockPath)).toBe(false);
  });

  test('is left to a successor that runs and has not come to the end', () => {
    const lockPath = `${path}.lock`;
    const stale = JSON.stringify({ pid: process.pid, host: hostname(), started: '1' });
    const id = createHash('sha256').update(stale).digest('hex').slice(0, 12);
    writeFileSync(lockPath, stale);
    writeFileSync(`${lockPath}.after-${id}`, JSON.stringify({ pid: 1, host: 'elsewhere' }));
    expect(takeLock(lockPath)).toEqual({ pid: 1, host: 'elsewhere' });
  });

  test('of before the machine was started again is taken over', () => {
    const boot = { pid: process.pid, host: hostname(), started: null, boot: 'another' };
    writeFileSync(`${path}.lock`, JSON.stringify(boot));
    const lock = takeLock(`${path}.lock`);
    if (process.platform === 'linux') expect(isLock(lock)).toBe(true);
    if (isLock(lock)) lock.release();
  });

  test.each(['', '{"pid":1', 'null', '[]', '{}'])(
    'that says nothing (%s) is taken over',
    (content) => {
      writeFileSync(`${path}.lock`, content);
      const lock = takeLock(`${path}.lock`);
      expect(isLock(lock)).toBe(true);
      if (isLock(lock)) lock.release();
    },
  );

  test('of another machine is never taken over', () => {
    writeFileSync(`${path}.lock`, JSON.stringify({ pid: 1, host: 'elsewhere', started: '1' }));
    expect(takeLock(`${path}.lock`)).toEqual({ pid: 1, host: 'elsewhere' });
  });

  test('what a killed program left while saving is cleaned up', async () => {
    (await createReviewFile(path, simpleReview(2))).store.close();
    appendFileSync(join(folder, '.book.paralign.0123456789ab.tmp'), '{');
    appendFileSync(join(folder, '.other.paralign.0123456789ab.tmp'), '{');
    (await openReviewFile(path)).store.close();
    expect(readdirSync(folder).sort()).toEqual([
      '.other.paralign.0123456789ab.tmp',
      'book.paralign',
    ]);
  });
});
