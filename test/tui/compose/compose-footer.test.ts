import { describe, expect, test } from 'vitest';
import { say } from '../../../src/tui/view/view-state.js';
import { simpleReview } from '../../review/fixture.js';
import { sit, words } from '../person.js';

describe('the last two lines', () => {
  test('a message too long for one line takes two', () => {
    const person = sit(simpleReview(3), { columns: 60 });
    person.change((view) =>
      say(
        view,
        'a long story that must not be truncated: it has to be readable to its end',
        'error',
      ),
    );
    expect(person.lines().slice(-2).join('\n')).toMatch(
      /^ ! a long story[^\n]*\n [^\n]*to its end$/,
    );
    person.keys('j');
    expect(person.screen()).toContain('0/3');
  });

  test('a short message leaves the progress visible', () => {
    const person = sit(simpleReview(3));
    person.change((view) => say(view, 'saved'));
    expect(person.lines().at(-2)).toContain('0/3');
    expect(person.lines().at(-1)).toBe(' saved');
  });

  test('an open field or question takes precedence over a message', () => {
    const person = sit(simpleReview(3));
    person.keys('/ a b');
    person.change((view) => say(view, 'saved'));
    expect(person.lines().at(-1)).toMatch(/^ \/ab $/);
  });

  test('a long field shows the text around its cursor', () => {
    const person = sit(simpleReview(3), { columns: 60 });
    person.keys('t');
    person.type(words(40));
    expect(person.lines().at(-1)).toMatch(/^ note: ….*word39 $/);
    person.keys('home');
    expect(person.lines().at(-1)).toMatch(/^ note: word0 .*…$/);
  });

  test('a question too long for one line has its answers on the next', () => {
    const person = sit(simpleReview(3), { columns: 80 });
    const question = `${words(12)}?`;
    person.change((view) => ({
      ...view,
      mode: { type: 'confirm', question, asked: { of: 'overwrite', path: 'x.csv' } },
    }));
    expect(person.lines().at(-2)).toBe(` ${question}`);
    expect(person.lines().at(-1)).toMatch(/^ y yes {2}n no$/);
  });

  test('the menu of filters shows its keys', () => {
    const person = sit(simpleReview(3), { columns: 160 });
    person.keys('f');
    expect(person.lines().at(-1)).toMatch(/^ show: {2}f all {2}d doubtful .* \/ more$/);
  });
});
