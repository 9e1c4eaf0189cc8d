import { describe, expect, test } from 'vitest';
import { AppError } from '../../../src/errors.js';
import {
  resolveLanguages,
  resolveSettings,
  type LanguageReferences,
} from '../../../src/pipeline/files/file-settings.js';

const sources = [
  { name: 'x.txt', operand: 'dir/x.txt' },
  { name: 'b', operand: 'b' },
  { name: 'stdin', operand: '-' },
];
const given = (
  bySource: Readonly<Record<string, string>>,
  inOrder: readonly string[] = [],
): LanguageReferences => ({
  bySource: Object.entries(bySource).map(([source, language]) => ({ source, language })),
  inOrder,
  where: '--lang',
});
const noFile = () => Promise.reject(new Error('no file is asked for'));

describe('resolveLanguages', () => {
  test.each([
    [given({ A: 'es' }), ['es', undefined, undefined]],
    [given({ 'x.txt': 'fr', 2: 'pt-BR' }), ['fr', 'pt-BR', undefined]],
    [given({}, ['es', 'en', 'de']), ['es', 'en', 'de']],
    [given({ '-': 'fr' }, ['es', 'en', 'de']), ['es', 'en', 'fr']],
    [undefined, [undefined, undefined, undefined]],
  ])('%j', (references, languages) => {
    expect(resolveLanguages(references, sources)).toEqual(languages);
  });

  test.each([
    [given({}, ['es']), /^--lang es: 1 languages for 3 sources$/],
    [given({}, ['es', 'en']), /^--lang es,en: 2 languages for 3 sources$/],
    [given({ Z: 'es' }), /^--lang: no source "Z"$/],
  ])('%j is refused', (references, message) => {
    expect(() => resolveLanguages(references, sources)).toThrow(AppError);
    expect(() => resolveLanguages(references, sources)).toThrow(message);
  });
});

describe('resolveSettings', () => {
  test('fills in what is not said', async () => {
    expect(await resolveSettings({}, sources, noFile)).toEqual({
      segmented: false,
      languages: [undefined, undefined, undefined],
      keepNoise: false,
      mode: 'auto',
      checks: true,
    });
  });

  test('finds the pivot and the sources of anchors', async () => {
    const resolved = await resolveSettings(
      {
        pivot: { source: 'stdin', where: '--pivot' },
        anchors: { name: 'known', path: '/known' },
        mode: 'parallel',
      },
      sources,
      ({ path }) =>
        path === '/known'
          ? Promise.resolve(new TextEncoder().encode('{"b":[2],"c":[3]}'))
          : noFile(),
    );
    expect(resolved).toMatchObject({
      pivot: 2,
      mode: 'parallel',
      anchors: [{ a: 1, b: 2, links: [{ a: [2], b: [3] }] }],
    });
  });

  test('names what is wrong by where it was said', async () => {
    const bad = { pivot: { source: 'nobody', where: 'the pivot' } };
    await expect(resolveSettings(bad, sources, noFile)).rejects.toThrow(
      'the pivot: no source "nobody"',
    );
    const anchors = { anchors: { name: 'known', path: '/known' } };
    const file = () => Promise.resolve(new TextEncoder().encode('{"a":[1],"d":[1]}'));
    await expect(resolveSettings(anchors, sources, file)).rejects.toThrow(
      'known:1: there is no source "d"',
    );
  });
});
