import { describe, expect, test } from 'vitest';
import { simpleReview } from '../../review/fixture.js';
import { sit } from '../person.js';

describe('undo and redo', () => {
  test('revert and repeat steps, and select the rows where they were taken', () => {
    const person = sit(simpleReview(10));
    const before = person.view().review.rows;
    person.keys('2 g m G u');
    expect(person.message()).toMatch(/^undone: merged 2 and 3/);
    expect(person.place()).toBe(2);
    expect(person.view().review.rows).toEqual(before);
    person.keys('G ctrl+r');
    expect(person.message()).toMatch(/^redone: merged 2 and 3/);
    expect(person.place()).toBe(2);
    expect(person.view().review.rows).toHaveLength(9);
    expect(person.recorded()).toEqual(['redo']);
  });

  test('take as many steps as the number typed before says, at most', () => {
    const person = sit(simpleReview(10));
    person.keys('g r r r');
    person.keys('2 u');
    expect(person.recorded()).toEqual(['undo', 'undo']);
    person.keys('9 u');
    expect(person.recorded()).toEqual(['undo']);
    person.keys('9 Z');
    expect(person.recorded()).toEqual(['redo', 'redo', 'redo']);
  });

  test('say if there is nothing to undo or redo', () => {
    const person = sit(simpleReview(3));
    person.keys('u');
    expect(person.message()).toBe('nothing to undo');
    person.keys('Z');
    expect(person.message()).toBe('nothing to redo');
  });
});
