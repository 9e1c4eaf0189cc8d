import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Block, Source } from '../../src/domain.js';
import { detectLanguages } from '../../src/language/detect-languages.js';
import { packSentences, unpackSentences } from '../../src/pipeline/threads/packed-sentences.js';
import { segmentSource } from '../../src/segment/segment-source.js';
import { toStreams } from '../../src/segment/streams.js';
import { textSource } from '../read/text-source.js';

function sourceOf(text: string, segmented = false, more: Partial<Block> = {}): Source {
  const plain = textSource(text, segmented);
  const read = { ...plain, blocks: plain.blocks.map((block) => ({ ...block, ...more })) };
  const paragraphs = detectLanguages(read);
  const sentences = segmentSource(read, paragraphs, { segmented });
  return { name: read.name, text: read.text, paragraphs, sentences };
}

const seed = (name: string): string =>
  readFileSync(new URL(`../../seeds/${name}.txt`, import.meta.url), 'utf8');
const streamsOf = (source: Source, segmented = false): string[] =>
  toStreams([source], { segmented }).map(
    ({ language, sentences }) => `${language} ${sentences.length}`,
  );

describe('sentences of a source', () => {
  test('know their paragraph, their number and their place', () => {
    const source = sourceOf('One is here. Two is there.\n\nThree is nowhere.');
    expect(source.sentences.map(({ number, paragraph }) => [number, paragraph])).toEqual([
      [1, 1],
      [2, 1],
      [3, 2],
    ]);
    for (const { text, start, end } of source.sentences) {
      expect(source.text.slice(start, end)).toBe(text);
    }
  });

  test('are the same after a journey between threads', () => {
    for (const name of ['002_99a4f567e82471d6', '004_c35a442cf43b1dba']) {
      const { text, sentences } = sourceOf(seed(name));
      expect(unpackSentences(structuredClone(packSentences(sentences)), text)).toEqual(sentences);
    }
  });

  test('leftover markup is a noise sentence of its own: 002, paragraph 3', () => {
    const { sentences, paragraphs } = sourceOf(seed('002_99a4f567e82471d6'));
    expect(paragraphs).toHaveLength(12);
    const markup = sentences.filter(({ noise }) => noise === 'markup');
    expect(markup).toHaveLength(1);
    expect(markup[0]?.paragraph).toBe(3);
    expect(markup[0]?.text).toMatch(/^izer\/v2.*\/>$/);
    const before = sentences.find(({ number }) => number === (markup[0]?.number ?? 0) - 1);
    expect(before?.text).toMatch(/private fears\.$/);
  });

  test('inline tags stay in their sentence', () => {
    const { sentences } = sourceOf('This is <b>bold</b> and a < b.');
    expect(sentences.map(({ noise }) => noise)).toEqual([null]);
  });

  test('of a segmented file are its lines, never split or merged', () => {
    const { sentences } = sourceOf('One. Two.\n\nViews: 14\nthree\n', true);
    expect(sentences.map(({ text }) => text)).toEqual(['One. Two.', '', 'Views: 14', 'three']);
    expect(sentences.every(({ noise }) => noise === null)).toBe(true);
  });

  test('are never split where the file itself gives sentences', () => {
    const { sentences } = sourceOf('One. Two.\n<img src="x.png"> Three. Four.', false, {
      segmented: true,
    });
    expect(sentences.map(({ text }) => text)).toEqual([
      'One. Two.',
      '<img src="x.png"> Three. Four.',
    ]);
    expect(sentences.every(({ noise }) => noise === null)).toBe(true);
  });
});

describe('streams', () => {
  test('a source in two languages makes two: 002', () => {
    expect(streamsOf(sourceOf(seed('002_99a4f567e82471d6')))).toEqual(['en 70', 'es 19']);
  });

  test('noise is in none', () => {
    const source = sourceOf(seed('000_a44dc55b9c05bbeb'));
    const [stream] = toStreams([source]);
    expect(stream?.sentences).toHaveLength(
      source.sentences.filter(({ noise }) => noise === null).length,
    );
    expect(stream?.sentences.length).toBeLessThan(source.sentences.length);
  });

  test('single foreign lines stay in the stream around them', () => {
    const text = [
      'The army withdrew from the city on Friday night, and nobody knew where it had gone.',
      'Nadie quiso decir nada.',
      'In the morning the streets were empty, and the shops stayed closed for two days.',
    ].join('\n');
    expect(streamsOf(sourceOf(text))).toEqual(['en 3']);
  });

  test('short lines of one language are one stream, whatever each is taken for', () => {
    const lines =
      'Ja.\nNei.\nKom her!\nHva er det?\nGå nå.\nSnø.\nHvor er han?\nJeg vet ikke.\nHus.';
    expect(streamsOf(sourceOf(lines))).toHaveLength(1);
  });

  test('a segmented file is one stream, its empty lines included', () => {
    const text =
      'The house is old, and it has been empty for years.\n\nLa casa es vieja y nadie vive en ella.\nIt is cold.';
    expect(streamsOf(sourceOf(text, true), true)).toEqual(['en 4']);
  });

  test('only the languages asked for', () => {
    const source = sourceOf(seed('002_99a4f567e82471d6'));
    expect(toStreams([source], { only: ['es'] }).map(({ language }) => language)).toEqual(['es']);
  });
});
