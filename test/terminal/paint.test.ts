import { describe, expect, test } from 'vitest';
import { isColor, painter, turnOn } from '../../src/terminal/paint.js';

describe('colour', () => {
  test('is put around a text, and never around none', () => {
    const paint = painter(true);
    expect(paint('red', 'a')).toBe('\u001b[31ma\u001b[39m');
    expect(paint('dim', 'a')).toBe('\u001b[2ma\u001b[22m');
    expect(paint('red', '')).toBe('');
  });

  test('leaves texts alone where it is not wanted', () => {
    expect(painter(false)('red', 'a')).toBe('a');
  });

  test('several attributes are one sequence, each of them once', () => {
    expect(turnOn(['bold', 'red', 'bold'])).toBe('\u001b[1;31m');
    expect(turnOn([])).toBe('');
  });

  test('is told from attributes that need none', () => {
    expect((['red', 'cyan', 'bold', 'strike', 'inverse'] as const).filter(isColor)).toEqual([
      'red',
      'cyan',
    ]);
  });
});
