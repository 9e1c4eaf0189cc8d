import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env, pipeline } from '@xenova/transformers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inRepository, missingForTraining, python, runTraining } from './python.js';

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

  let printed: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'paralign-toy-'));
    spawnSync(python, [inRepository('test/models/toy-corpus.py'), folder], { stdio: 'inherit' });
    const settings = { vocabulary: 1500, dim: 32, pairs: 30000, batch: 256, smallest_group: 64 };
    writeFileSync(`${folder}/toy.json`, JSON.stringify(settings));
    printed = train('first');
  }, 240_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('learns to find translations that it never saw', () => {
    expect(figure(printed, 'xa')).toBeGreaterThan(0.9);
    expect(figure(printed, 'xb')).toBeGreaterThan(0.9);
  });

  it('keeps held-out pairs out of training, by the text of either side', () => {
    expect(printed).toMatch(/^5040 pairs in \d+ groups, 560 removed/m);
  });

  it('writes a folder that transformers.js loads', async () => {
    env.localModelPath = `${folder}/first`;
    env.allowRemoteModels = false;
    const extract = await pipeline('feature-extraction', 'toy-model');
    const [foreign = '', english = ''] = readFileSync(`${folder}/dev/xa.tsv`, 'utf8')
      .split('\n', 1)[0]!
      .split('\t');
    const vectors = await extract([foreign, english], { pooling: 'cls' });
    const [a = [], b = []] = vectors.tolist() as number[][];
    expect(vectors.dims).toEqual([2, 32]);
    expect(a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0)).toBeGreaterThan(0.5);
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
  }, 120_000);

  it('refuses settings that it does not know', () => {
    writeFileSync(`${folder}/toy.json`, '{"dimension": 32}');
    expect(() => train('third')).toThrow(/unknown settings: dimension/);
  });
});
