import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { paralign, scratch, seed } from './program.js';

describe('paralign detect', () => {
  test('prints offsets, languages and noise as JSON', async () => {
    const { code, out } = await paralign(['detect', '--json', seed(2), seed(4)]);
    expect(code).toBe(0);
    const { sources } = JSON.parse(out) as {
      sources: { name: string; paragraphs: { language: string; noise: string | null }[] }[];
    };
    expect(sources.map(({ name }) => name)).toEqual([
      '002_99a4f567e82471d6.txt',
      '004_c35a442cf43b1dba.txt',
    ]);
    expect(sources[0]?.paragraphs.map(({ language }) => language)).toEqual([
      ...Array<string>(3).fill('en'),
      ...Array<string>(9).fill('es'),
    ]);
    expect(sources[1]?.paragraphs[0]).toMatchObject({ number: 1, start: 0, noise: 'boilerplate' });
  });

  test('prints a table whose lines fit, without control characters from the text', async () => {
    const file = join(scratch(), 'a.txt');
    writeFileSync(file, `A line with \u001b[31mred\u001b[0m in it. ${'word '.repeat(60)}\n`);
    const { code, out } = await paralign(['detect', file]);
    expect(code).toBe(0);
    expect(out).not.toContain('\u001b');
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
});

describe('paralign segment', () => {
  test('prints sentences as JSON that slice out of the text', async () => {
    const text = 'Mr. Smith came.\r\nHe left at 5 p.m. Nobody saw him.\r\n';
    const { code, out } = await paralign(['segment', '--json', '-'], { input: text });
    expect(code).toBe(0);
    const { sources } = JSON.parse(out) as {
      sources: { sentences: { start: number; end: number; text: string; paragraph: number }[] }[];
    };
    const sentences = sources[0]?.sentences ?? [];
    expect(sentences.map((sentence) => sentence.text)).toEqual([
      'Mr. Smith came.',
      'He left at 5 p.m.',
      'Nobody saw him.',
    ]);
    for (const { start, end, text: slice } of sentences) expect(text.slice(start, end)).toBe(slice);
  });

  test('prints bare lines that --segmented reads back unchanged', async () => {
    const { out } = await paralign(['segment', '--lines', seed(4)]);
    const again = await paralign(['segment', '--lines', '--segmented', '-'], { input: out });
    expect(again.out).toBe(out);
    expect(out).not.toContain('Views: 14');
  });

  test('reports a missing file', async () => {
    const { code, err } = await paralign(['segment', 'no-such-file.txt']);
    expect(code).toBe(66);
    expect(err).toContain('no-such-file.txt');
  });
});
