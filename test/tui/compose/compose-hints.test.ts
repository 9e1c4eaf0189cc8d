import { describe, expect, test } from 'vitest';
import { simpleReview } from '../../review/fixture.js';
import { sit } from '../person.js';

describe('the hint line', () => {
  test.each([60, 80, 100, 140])('hints are whole at %i columns', (columns) => {
    const person = sit(simpleReview(3), { columns });
    const line = person.lines().at(-1) ?? '';
    expect(line).toMatch(/^ \? help( {2}\S+ \w+)+$/);
  });

  test.each([
    ['s', /B U move the cut/],
    ['s c', /Enter cut here/],
    ['?', /B U scroll/],
  ])('hints show the user’s own keys: %s', (keys, wanted) => {
    const person = sit(simpleReview(3), { keys: { next: 'B', previous: 'U' } });
    person.keys('G M');
    person.keys(keys);
    expect(person.lines().at(-1)).toMatch(wanted);
  });

  test('shows the keys for what is open', () => {
    const person = sit(simpleReview(6));
    person.keys('A');
    expect(person.lines().at(-1)).toMatch(/\? {2}y yes {2}n no$/);
    person.keys('n e');
    expect(person.lines().at(-1)).toMatch(/Enter apply {2}Esc cancel$/);
  });

  test('has no hint for a command without a key', () => {
    const person = sit(simpleReview(3), { columns: 140, keys: { merge: [] } });
    expect(person.lines().at(-1)).not.toContain('merge');
  });
});
