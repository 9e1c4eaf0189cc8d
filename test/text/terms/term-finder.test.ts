import { describe, expect, test } from 'vitest';
import { mayHaveTerm, TermFinder } from '../../../src/text/terms/term-finder.js';
import { processorTime } from '../../processor-time.js';

function found(terms: readonly string[], text: string, language = 'en'): string[] {
  return new TermFinder(terms, language).find(text).map(({ start, end }) => text.slice(start, end));
}

describe('terms in a text', () => {
  test('are found in other forms and other case', () => {
    expect(found(['branch', 'repository'], 'Two Branches of REPOSITORIES.')).toEqual([
      'Branches',
      'REPOSITORIES',
    ]);
    expect(found(['ветка'], 'в новой ветке', 'ru')).toEqual(['ветке']);
  });

  test('are whole words', () => {
    expect(found(['art', 'sport'], 'a part of transport', 'en')).toEqual([]);
    expect(found(['commit'], 'they comment on it')).toEqual([]);
  });

  test('may have several words, and hide those inside them', () => {
    const terms = ['merge', 'merge conflict', 'conflict'];
    expect(found(terms, 'merge conflicts, then merge')).toEqual(['merge conflicts', 'merge']);
  });

  test('are found where no spaces are written', () => {
    expect(found(['版本库', '库'], '新的版本库和库', 'zh')).toEqual(['版本库', '库']);
    expect(found(['サーバー'], 'Webサーバーです', 'ja')).toEqual(['サーバー']);
  });

  test('are all found that stand in one place', () => {
    const mentions = new TermFinder(['Bank', 'bank'], 'en').find('the bank');
    expect(mentions.map(({ term }) => term)).toEqual([0, 1]);
  });

  test('that are nothing are not found', () => {
    expect(found(['', '  ', '!?'], 'anything at all!?')).toEqual([]);
  });

  test('are looked up in near linear time, whatever the list is like', async () => {
    const same = Array.from({ length: 50_000 }, (_, at) => `alpha beta${at}x`);
    const text = 'alpha beta '.repeat(20_000);
    const find = () => expect(new TermFinder(same, 'en').find(text)).toEqual([]);
    expect(await processorTime(find)).toBeLessThan(30_000);
  });
});

describe('a term that may be in a text in any form', () => {
  test.each([
    ['Zweig', 'mit allen Zweigen', 'de'],
    ['Verzeichnis', 'im Arbeitsverzeichnis', 'de'],
    ['schreiben', 'sie hat geschrieben', 'de'],
    ['dépôt nu', 'un depot tout nu', 'fr'],
    ['kitap', 'kitaplarımızdan', 'tr'],
    ['كتاب', 'قرأت الكتاب', 'ar'],
    ['服务器', '新的服务器', 'zh'],
  ])('%s in "%s"', (term, text, language) => {
    expect(mayHaveTerm(text, term, language)).toBe(true);
  });

  test.each([
    ['Zweig', 'mit allen Ästen', 'de'],
    ['Server', 'der Rechner ist weit weg', 'de'],
    ['dépôt nu', 'un dépôt vide', 'fr'],
    ['服务器', '新的机器', 'zh'],
    ['au', 'etwas anderes', 'de'],
  ])('%s is not in "%s"', (term, text, language) => {
    expect(mayHaveTerm(text, term, language)).toBe(false);
  });
});
