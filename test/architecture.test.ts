import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = new URL('../src', import.meta.url).pathname;

function sourceFiles(folder: string): string[] {
  return readdirSync(folder)
    .flatMap((entry) => {
      const path = join(folder, entry);
      if (statSync(path).isDirectory()) return sourceFiles(path);
      return /\.tsx?$/.test(entry) ? [path] : [];
    })
    .sort();
}

const files = sourceFiles(root).map((path) => ({
  name: relative(root, path),
  // Comments may name what the code must not do.
  code: readFileSync(path, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, ''),
  lines: readFileSync(path, 'utf8').split('\n').length,
}));

const folderOf = (name: string) => (name.includes('/') ? (name.split('/')[0] ?? '') : '');

const pure = ['read', 'language', 'segment', 'align', 'check', 'review', 'write', 'score'];
/** What each folder may import besides itself, domain.ts and errors.ts. */
const allowed: Record<string, readonly string[]> = {
  read: [],
  language: [],
  segment: ['language'],
  embed: ['platform'],
  align: [],
  check: [],
  score: [],
  review: ['align', 'check', 'language', 'segment'],
  write: ['check'],
  platform: ['review'],
};

describe('the text flows one way through src', () => {
  test.each(files.filter(({ name }) => pure.includes(folderOf(name))))(
    '$name is pure: no IO, clock, chance or late import',
    ({ code }) => {
      expect(code).not.toMatch(
        /['"]node:|\bprocess\.|\bconsole\.|Date\.now|new Date\(\)|Math\.random|[^.\w]import\(/,
      );
    },
  );

  test.each(files.filter(({ name }) => folderOf(name) in allowed))(
    '$name imports only from stages before it',
    ({ name, code }) => {
      const folder = folderOf(name);
      const up = '../'.repeat(name.split('/').length - 1);
      const imported = [...code.matchAll(/from '((?:\.\.?\/)[^']+)'/g)].map((match) => {
        const path = match[1] ?? '';
        return path.startsWith(up) ? folderOf(path.slice(up.length)) : folder;
      });
      for (const stage of imported) {
        if (stage === '' || stage === folder) continue;
        expect(allowed[folder], `${name} imports from ${stage}/`).toContain(stage);
      }
    },
  );

  test('only language/ knows franc, only embed/ knows the transformers, only tui/ knows ink', () => {
    const users = (pattern: RegExp) =>
      new Set(files.filter(({ code }) => pattern.test(code)).map(({ name }) => folderOf(name)));
    expect([...users(/['"]franc['"]/)]).toEqual(['language']);
    expect([...users(/['"]@xenova\/transformers['"/]/)]).toEqual(['embed']);
    expect([...users(/['"]ink['"]/)]).toEqual(['tui']);
  });
});

describe('the code can be read', () => {
  test.each(files.filter(({ name }) => !/\b(languages|data)\//.test(name)))(
    '$name is small and strictly typed',
    ({ code, lines }) => {
      expect(lines).toBeLessThanOrEqual(420);
      expect(code).not.toMatch(/: any\b|\bas any\b|<any>|@ts-ignore|@ts-nocheck/);
      expect(code).not.toMatch(/^export default/m);
    },
  );

  test('no file is called utils, helpers, misc or common', () => {
    expect(
      files
        .map(({ name }) => name)
        .filter((name) => /(utils?|helpers?|misc|common)\.tsx?$/.test(name)),
    ).toEqual([]);
  });
});
