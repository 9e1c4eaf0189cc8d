import { describe, expect, test } from 'vitest';
import { areForms, arePhraseForms } from '../../../src/text/terms/word-forms.js';

describe('forms of a word', () => {
  test.each([
    ['branch', 'branches'],
    ['depot', 'depots'],
    ['merge', 'merged'],
    ['repository', 'repositories'],
    ['fichier', 'fichiers'],
    ['ветка', 'ветки'],
  ])('%s and %s', (a, b) => {
    expect(areForms(a, b)).toBe(true);
    expect(areForms(b, a)).toBe(true);
  });

  test.each([
    ['commit', 'comment'],
    ['index', 'inode'],
    ['cat', 'car'],
    ['remote', 'repair'],
    ['文件', '文本'],
  ])('%s and %s are two words', (a, b) => {
    expect(areForms(a, b)).toBe(false);
  });

  test('of a phrase differ word by word', () => {
    expect(arePhraseForms('bare repository', 'bare repositories')).toBe(true);
    expect(arePhraseForms('bare repository', 'repository')).toBe(false);
    expect(arePhraseForms('bare repository', 'repository bare')).toBe(false);
  });
});
