import { describe, expect, test } from 'vitest';
import { textsOf } from './texts-of.js';

const lines = (...records: readonly unknown[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');

describe('JSON lines', () => {
  test('are running text where each has a "text"', async () => {
    const content = lines(
      { id: 7, text: 'One. Two.', language: 'en' },
      { text: 'Three.', language: 'en' },
    );
    expect(await textsOf('a.jsonl', `\ufeff${content}\r\n`)).toEqual({
      format: 'jsonl',
      languages: ['en'],
      texts: { 'a.jsonl': ['One. Two.', 'Three.'] },
      links: [],
      notices: [],
      places: [['line 1', 'line 2']],
    });
  });

  test('are a text in each language that they name', async () => {
    const content = lines(
      { text: 'One.', lang: 'EN' },
      { text: 'Un.', lang: 'fr' },
      { text: 'Two.', lang: 'EN' },
    );
    const { texts, languages } = await textsOf('a.ndjson', content);
    expect(texts).toEqual({ 'a.ndjson:en': ['One.', 'Two.'], 'a.ndjson:fr': ['Un.'] });
    expect(languages).toEqual(['en', 'fr']);
  });

  test.each([
    ['', (en: string, es: string) => ({ id: 1, en, es })],
    ['inside "translation"', (en: string, es: string) => ({ translation: { en, es } })],
    ['by other keys', (question: string, answer: string) => ({ question, answer })],
  ])('are linked columns %s', async (_, record) => {
    const content = lines(
      record('Hello there.', 'Hola a todos.'),
      record('', 'Solo.'),
      record('Good bye.', 'Adiós.'),
    );
    const { texts, links, places } = await textsOf('a.jsonl', content);
    expect(Object.values(texts)).toEqual([
      ['Hello there.', 'Good bye.'],
      ['Hola a todos.', 'Solo.', 'Adiós.'],
    ]);
    expect(links).toEqual(['Hello there. = Hola a todos.', 'Good bye. = Adiós.']);
    expect(places[0]?.[1]).toContain('"row":3');
  });

  test('have the columns that are named', async () => {
    const content = lines({ en: 'One', es: 'Uno', fr: 'Un' }, { en: 'Two', es: 'Dos', fr: 'Deux' });
    const { links } = await textsOf('a.jsonl', content, { columns: ['fr', 'en'] });
    expect(links).toEqual(['Un = One', 'Deux = Two']);
    const running = await textsOf('a.jsonl', content, { columns: ['fr', 'en'], rows: 'text' });
    expect(running.links).toEqual([]);
  });

  test.each([
    ['{"text": "a"}\n{"text": }\n', /^a\.jsonl:2: not valid JSON, column 10: /],
    ['{"text": "a"}\n["b"]\n', /^a\.jsonl:2: not a JSON object/],
    ['plain text\n', /^a\.jsonl:1: not valid JSON/],
  ])('%j is refused with its line', async (content, message) => {
    await expect(textsOf('a.jsonl', content)).rejects.toMatchObject({
      code: 'unreadable-document',
      message: expect.stringMatching(message) as string,
    });
  });
});
