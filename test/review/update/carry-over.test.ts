import { describe, expect, test } from 'vitest';
import { findViolation } from '../../../src/review/file/invariants.js';
import { reviewFromTable } from '../../../src/review/from-table.js';
import { act } from '../../../src/review/history.js';
import { isRefusal, type Draft, type Review } from '../../../src/review/model.js';
import { decide, setNote, toggleFlag } from '../../../src/review/operations/decide.js';
import { markAsNoise } from '../../../src/review/operations/noise.js';
import { unlink } from '../../../src/review/operations/rows.js';
import { editText, splitSentence } from '../../../src/review/operations/texts.js';
import { carryOver } from '../../../src/review/update/carry-over.js';
import { shown, table } from '../fixture.js';

const english = ['The cat sat.', 'The dog ran far.', 'It rained all day.', 'We went home.'];
const french = ['Le chat assis.', 'Le chien courut.', 'Il a plu.', 'Nous rentrâmes.'];

/** A review of two texts, sentence by sentence as `rows` says, one to one by default. */
function made(
  a: readonly string[] = english,
  b: readonly string[] = french,
  rows: readonly (readonly (readonly number[])[])[] = a.map((_, at) => [[at], [at]]),
): Review {
  const sources = [
    { language: 'en', sentences: a },
    { language: 'fr', sentences: b },
  ];
  return reviewFromTable(
    table(
      sources,
      rows.map((cells) => ({ cells })),
    ),
    { model: null, segmented: false },
  );
}

function done(review: Review, ...steps: ((now: Review) => Draft)[]): Review {
  return steps.reduce((now, step) => {
    const entry = step(now);
    if (isRefusal(entry)) throw new Error(entry.refused);
    return act(now, { type: 'do', entry });
  }, review);
}

/** Carries over and holds what must hold of every review. */
function carried(old: Review, aligned: Review) {
  const result = carryOver(old, aligned);
  expect(findViolation(result.review)).toBeNull();
  return { ...result, statuses: result.review.rows.map(({ status }) => status) };
}

const accepted = () =>
  done(made(), ...[0, 1, 2, 3].map((id) => (now: Review) => decide(now, id, 'accepted')));

describe('carryOver', () => {
  test('keeps what was taken out as noise by hand, in rows of both columns and of one', () => {
    const old = done(
      made(),
      (now) => markAsNoise(now, 1, 0),
      (now) => markAsNoise(now, 2, 0),
      (now) => markAsNoise(now, 2, 1),
    );
    const { review, lost } = carried(
      old,
      made(['Something new.', ...english], ['Neuf.', ...french]),
    );
    expect(lost).toEqual([]);
    expect(shown(review)).toEqual([
      'Something new. | Neuf.',
      'The cat sat. | Le chat assis.',
      ' | Le chien courut.',
      'We went home. | Nous rentrâmes.',
    ]);
    const noise = review.sentences.flatMap((own) => (own?.noise === 'manual' ? [own.id] : []));
    expect(noise).toHaveLength(3);
  });

  test('says so where what was noise has changed', () => {
    const old = done(made(), (now) => markAsNoise(now, 2, 0));
    const { lost } = carried(old, made(english.with(2, 'It rained all the day.')));
    expect(lost.map(({ description }) => description).join()).toMatch(
      /marked as noise: "It rained all day\." \(a\.txt: changed\)/,
    );
  });

  test('an unchanged text keeps everything: decisions, notes, flags, edits, doubts', () => {
    const old = done(
      made(),
      (now) => decide(now, 0, 'rejected'),
      (now) => setNote(now, 1, 'look'),
      (now) => toggleFlag(now, 1),
      (now) => editText(now, 2, 1, 'Il a plu toute la journée.'),
    );
    const { review, kept, lost } = carried(old, made());
    expect({ kept, lost }).toEqual({ kept: 3, lost: [] });
    expect(review.rows).toEqual(old.rows);
    expect(review.history.entries).toEqual([]);
  });

  test('a sentence put in is new, all others stay decided', () => {
    const a = [...english.slice(0, 2), 'A bird sang.', ...english.slice(2)];
    const b = [...french.slice(0, 2), 'Un oiseau chanta.', ...french.slice(2)];
    const { statuses, kept, lost } = carried(accepted(), made(a, b));
    expect(statuses).toEqual(['accepted', 'accepted', 'unreviewed', 'accepted', 'accepted']);
    expect({ kept, lost }).toEqual({ kept: 4, lost: [] });
  });

  test('a changed sentence is to be decided again, and its row says what was', () => {
    const a = english.map((text, at) => (at === 2 ? 'It rained all week.' : text));
    const { review, statuses, kept, lost } = carried(accepted(), made(a));
    expect(statuses).toEqual(['accepted', 'accepted', 'unreviewed', 'accepted']);
    expect(kept).toBe(3);
    expect(lost).toEqual([
      { row: 3, description: 'accepted, "It rained all day." - "Il a plu." (a.txt: changed)' },
    ]);
    expect(review.rows[2]).toMatchObject({
      doubt: true,
      note: 'before the update: accepted (a.txt: changed)',
    });
  });

  test('a sentence taken out leaves its partner, and the decision in the list', () => {
    const old = done(accepted(), (now) => setNote(now, 1, 'a pun'));
    const rows = [
      [[0], [0]],
      [[], [1]],
      [[1], [2]],
      [[2], [3]],
    ];
    const { review, statuses, lost } = carried(
      old,
      made(
        english.filter((_, at) => at !== 1),
        french,
        rows,
      ),
    );
    expect(statuses).toEqual(['accepted', 'unreviewed', 'accepted', 'accepted']);
    expect(lost).toHaveLength(1);
    expect(lost[0]?.description).toContain('a.txt: no longer there');
    expect(review.rows[1]?.note).toContain('a pun / before the update: accepted');
  });

  test('a paragraph that was moved takes its decisions along', () => {
    const move = (texts: readonly string[]) => [...texts.slice(2), ...texts.slice(0, 2)];
    const old = done(accepted(), (now) => decide(now, 0, 'rejected'));
    const { review, statuses, lost } = carried(old, made(move(english), move(french)));
    expect(statuses).toEqual(['accepted', 'accepted', 'rejected', 'accepted']);
    expect(shown(review)[2]).toBe('The cat sat. | Le chat assis.');
    expect(lost).toEqual([]);
  });

  test('a link that a person made or refused stands against the aligner', () => {
    const old = done(made(), (now) => unlink(now, 1, 1));
    const { review } = carried(old, made());
    expect(shown(review)).toEqual(shown(old));
    expect(review.rows.map(({ status }) => status)).toEqual(old.rows.map(({ status }) => status));
  });

  test('what the aligner makes of a kept row’s sentences gives way; the rest is in doubt', () => {
    const rows = [
      [[0, 1], [0]],
      [[], [1]],
      [[2], [2]],
      [[3], [3]],
    ];
    const old = done(made(), (now) => decide(now, 1, 'accepted'));
    const { review, statuses } = carried(old, made(english, french, rows));
    expect(shown(review)).toEqual([
      'The dog ran far. | Le chien courut.',
      'The cat sat. | Le chat assis.',
      'It rained all day. | Il a plu.',
      'We went home. | Nous rentrâmes.',
    ]);
    expect(statuses[0]).toBe('accepted');
    expect(review.rows[1]).toMatchObject({ status: 'unreviewed', doubt: true, confidence: 0 });
  });

  test('a sentence that a reviewer cut is cut in the new text as well', () => {
    const cut = (now: Review) => splitSentence(now, 1, 0, 1, (now.sentences[1]?.start ?? 0) + 7);
    const old = done(made(), cut, (now) => decide(now, 1, 'accepted'));
    expect(old.rows[1]?.cells[0]).toHaveLength(2);
    const { review, lost } = carried(old, made(['Before.', ...english], ['Avant.', ...french]));
    expect(lost).toEqual([]);
    expect(review.rows[2]?.cells[0]).toHaveLength(2);
    expect(shown(review)[2]).toBe('The dog ran far. | Le chien courut.');
    expect(review.rows[2]?.status).toBe('accepted');
  });

  test('an edited text stays with its cell where the other side changed, and is listed where its own did', () => {
    const old = done(made(), (now) => editText(now, 1, 1, 'Le chien courut loin.'));
    const changed = english.map((text, at) => (at === 1 ? 'The dog ran very far.' : text));
    const other = carried(old, made(changed));
    expect(other.review.rows[1]).toMatchObject({
      edits: { 1: 'Le chien courut loin.' },
      status: 'unreviewed',
      doubt: true,
    });
    const own = carried(
      old,
      made(
        english,
        french.map((text, at) => (at === 1 ? 'Le chien courut vite.' : text)),
      ),
    );
    expect(own.review.rows[1]?.edits).toEqual({});
    expect(own.lost[0]?.description).toContain('edited to "Le chien courut loin."');
    expect(own.review.rows[1]?.note).toContain('Le chien courut loin.');
  });

  test('noise that a reviewer linked is no noise', () => {
    const old = done(made(), (now) => decide(now, 0, 'accepted'));
    const aligned = made(english, french, [
      [[], [0]],
      [[1], [1]],
      [[2], [2]],
      [[3], [3]],
    ]);
    const sentences = aligned.sentences.map((own) =>
      own?.id === 0 ? { ...own, stream: null, noise: 'repeat' as const } : own,
    );
    const { review } = carried(old, { ...aligned, sentences });
    expect(review.rows[0]).toMatchObject({ cells: [[0], [4]], status: 'accepted' });
    expect(review.sentences[0]).toMatchObject({ stream: 0, noise: null });
  });
});
