import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env, pipeline } from '@xenova/transformers';
import type { FeatureExtractionPipeline } from '@xenova/transformers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inRepository, missingForTraining, python, runTraining } from './python.js';

const dot = (a: number[], b: number[]): number => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
const missing = missingForTraining();
const title = `training on a toy corpus${missing.length > 0 ? ` (skipped: ${missing.join(', ')} missing)` : ''}`;

describe.skipIf(missing.length > 0)(title, () => {
  let folder: string;

  const train = (run: string, ...more: string[]): string => {
    const paths = { corpora: 'corpora', dev: 'dev', work: run, out: `${run}/toy-model` };
    const options = Object.entries(paths).flatMap(([key, path]) => [
      `--${key}`,
      join(folder, path),
    ]);
    return runTraining('paralign_training', [
      ...options,
      '--settings',
      `${folder}/toy.json`,
      ...more,
    ]);
  };

  const figure = (printed: string, language: string): number =>
    Number(new RegExp(`^${language}\\t(.*)$`, 'm').exec(printed)?.[1]);

  const load = async (run: string): Promise<FeatureExtractionPipeline> => {
    env.localModelPath = `${folder}/${run}`;
    env.allowRemoteModels = false;
    return pipeline('feature-extraction', 'toy-model');
  };

  let printed: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'paralign-toy-'));
    spawnSync(python, [inRepository('test/models/toy-corpus.py'), folder], { stdio: 'inherit' });
    const settings = { vocabulary: 1500, dim: 32, pairs: 30000, batch: 256, smallest_group: 64 };
    writeFileSync(`${folder}/toy.json`, JSON.stringify(settings));
    printed = train('first');
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('learns to find translations that it never saw', () => {
    expect(figure(printed, 'xa')).toBeGreaterThan(0.9);
    expect(figure(printed, 'xb')).toBeGreaterThan(0.9);
  });

  it('keeps held-out pairs out of training, by the text of either side', () => {
    expect(printed).toMatch(/^4480 pairs in \d+ groups, 1120 removed/m);
  });

  it('has a subword for nearly every frequent word, however few words are like it', () => {
    const pieces = new Set(readFileSync(`${folder}/first/vocabulary.txt`, 'utf8').split('\n'));
    const rows = readFileSync(`${folder}/unseen.tsv`, 'utf8');
    const words = [...new Set(rows.match(/\p{L}+/gu))];
    const whole = words.filter((word) => pieces.has(`\u2581${word}`));
    expect(whole.length / words.length).toBeGreaterThan(0.9);
  });

  it('brings two translations of one text nearer where it pairs them with each other', async () => {
    const toy = JSON.parse(readFileSync(`${folder}/toy.json`, 'utf8')) as object;
    const rows = readFileSync(`${folder}/unseen.tsv`, 'utf8').trimEnd().split('\n').slice(0, 100);
    const likeness = async (foreign: number): Promise<number> => {
      const settings = join(folder, `foreign-${foreign}.json`);
      writeFileSync(settings, JSON.stringify({ ...toy, pairs: 10000, foreign }));
      train(`foreign-${foreign}`, '--settings', settings);
      const extract = await load(`foreign-${foreign}`);
      const texts = rows.flatMap((row) => row.split('\t'));
      const vectors = (await extract(texts, { pooling: 'cls' })).tolist() as number[][];
      const cosines = rows.map((_, i) => dot(vectors[2 * i] ?? [], vectors[2 * i + 1] ?? []));
      return cosines.reduce((sum, cosine) => sum + cosine, 0) / rows.length;
    };
    const [without, paired] = [await likeness(0), await likeness(1)];
    expect(paired).toBeGreaterThan(without + 0.05);
  });

  it('writes a folder that transformers.js loads', async () => {
    const extract = await load('first');
    const [foreign = '', english = ''] = readFileSync(`${folder}/dev/xa.tsv`, 'utf8')
      .split('\n', 1)[0]!
      .split('\t');
    const vectors = await extract([foreign, english], { pooling: 'cls' });
    const [a = [], b = []] = vectors.tolist() as number[][];
    expect(vectors.dims).toEqual([2, 32]);
    expect(dot(a, b)).toBeGreaterThan(0.5);
  });

  it('gives the same bytes for the same seed', () => {
    cpSync(`${folder}/first/lib`, `${folder}/second/lib`, {
      recursive: true,
      preserveTimestamps: true,
    });
    train('second');
    const sums = (run: string): string =>
      readFileSync(`${folder}/${run}/toy-model/SHA256SUMS`, 'utf8');
    expect(sums('second')).toBe(sums('first'));
  });

  it('refuses settings that it does not know', () => {
    writeFileSync(`${folder}/toy.json`, '{"dimension": 32}');
    expect(() => train('third')).toThrow(/unknown settings: dimension/);
  });
});
