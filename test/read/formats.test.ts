import { describe, expect, test } from 'vitest';
import { AppError } from '../../src/errors.js';
import { documentFormats, formatNamed, recogniseFormat } from '../../src/read/formats.js';

const text = new TextEncoder().encode('Text.');

describe('the table of formats', () => {
  test.each([
    ['a.txt', 'text'],
    ['a', 'text'],
    ['a.md.txt', 'text'],
    ['md', 'text'],
    ['a.md', 'markdown'],
    ['A.MARKDOWN', 'markdown'],
    ['b.mdown', 'markdown'],
    ['b.mkd', 'markdown'],
  ])('%s is %s', (name, format) => {
    expect(recogniseFormat(name, text).name).toBe(format);
  });

  test('has names and endings that are all different', () => {
    const names = documentFormats.map(({ name }) => name);
    const endings = documentFormats.flatMap((format) => format.endings);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(endings).size).toBe(endings.length);
    expect(endings.every((ending) => /^\.[a-z0-9.]+$/.test(ending))).toBe(true);
  });

  test.each(documentFormats.map(({ name }) => name))('%s can be named, and loads', async (name) => {
    const format = formatNamed(name.toUpperCase());
    expect(format.name).toBe(name);
    expect((await format.load()).takes).toMatch(/^(text|bytes|stream)$/);
  });

  test('refuses a name that it does not have', () => {
    expect(() => formatNamed('wordstar')).toThrow(AppError);
    expect(() => formatNamed('wordstar')).toThrow('unknown format "wordstar"');
  });
});
