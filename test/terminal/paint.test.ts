import { describe, expect, test } from 'vitest';
import { isColor, painter, turnOn } from '../../src/terminal/paint.js';

describe('colour', () => {
  test('surrounds a text, but never an empty one', () => {
    const paint = painter(true);
    expect(paint('red', 'a')).toBe('\u001b[31ma\u001b[39m');
    expect(paint('dim', 'a')).toBe('\u001b[2ma\u001b[22m');
    expect(paint('red', '')).toBe('');
  });

  test('leaves texts unchanged if it is off', () => {
    expect(painter(false)('red', 'a')).toBe('a');
  });

  test('combines several attributes into one sequence, each only once', () => {
    expect(turnOn(['bold', 'red', 'bold'])).toBe('\u001b[1;31m');
    expect(turnOn([])).toBe('');
  });

  test('is distinguished from attributes that are not colours', () => {
    expect((['red', 'cyan', 'bold', 'strike', 'inverse'] as const).filter(isColor)).toEqual([
      'red',
      'cyan',
    ]);
  });
});
