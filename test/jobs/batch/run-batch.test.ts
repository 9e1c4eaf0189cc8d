import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Job, JobError } from '../../../src/jobs/job.js';
import { readJobs } from '../../../src/jobs/read-jobs.js';
import { checkBatch, findUnchanged, runBatch } from '../../../src/jobs/batch/run-batch.js';
import { readReviewFile } from '../../../src/platform/review/review-file.js';

// A worker is a file of the built program (see test/e2e for it): here the jobs run in this process.
vi.mock('../../../src/jobs/workers/runners.js', async (original) => {
  const { localRunner } = await original<typeof import('../../../src/jobs/workers/runners.js')>();
  return {
    pooledRunner: (_lanes: number, ...rest: Parameters<typeof localRunner>) => localRunner(...rest),
  };
});

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'paralign-batch-'));
  for (const [language, text] of [
    ['en', 'The dog sleeps.\nIt rains in the city.\n'],
    ['es', 'El perro duerme.\nLlueve en la ciudad.\n'],
  ] as const) {
    mkdirSync(join(cwd, language));
    for (const id of ['one', 'two']) writeFileSync(join(cwd, language, `${id}.txt`), text);
  }
  writeFileSync(join(cwd, 'en/three.txt'), 'Alone.\n');
  writeFileSync(
    join(cwd, 'jobs.csv'),
    'id,source_a,source_b,lang_a,lang_b,anchors\n' +
      'first,en/one.txt,es/one.txt,en,es,nope\nsecond,en/two.txt,es/two.txt,en,es,\n',
  );
});
afterEach(() => rmSync(cwd, { recursive: true }));

describe('readJobs', () => {
  test('reads a manifest, its paths relative to it', async () => {
    const { jobs, left } = await readJobs(['jobs.csv'], { cwd });
    expect(jobs.map(({ id }) => id)).toEqual(['first', 'second']);
    expect(jobs[0]?.sources).toEqual([join(cwd, 'en/one.txt'), join(cwd, 'es/one.txt')]);
    expect(left).toEqual([]);
  });

  test('matches the files of folders', async () => {
    const { jobs, left } = await readJobs(['en', 'es'], { cwd });
    expect(jobs.map(({ id }) => id)).toEqual(['one', 'two']);
    expect(left).toEqual(['en/three.txt']);
  });

  test('asks for a second folder if nothing in one belongs together', async () => {
    await expect(readJobs(['en'], { cwd })).rejects.toMatchObject({ code: 'no-input' });
  });
});

describe('runBatch', () => {
  test('runs the jobs of a manifest, and leaves what is done with resume', async () => {
    const { jobs } = await readJobs(['en', 'es'], { cwd });
    const options = { folder: 'out', cwd, model: { model: null, cache: false }, lanes: 1 };
    const heard: string[] = [];
    const onResult = ({ id }: Job, result?: { status: string }) => {
      heard.push(`${id} ${result?.status}`);
    };
    const first = await runBatch(jobs, { ...options, onResult });
    expect(first.summary).toEqual({ jobs: 2, done: 2, unchanged: 0, failed: 0, pending: 0 });
    expect(first.report).toBe(join(cwd, 'out/report.json'));
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual([
      '.paralign-jobs.jsonl',
      'one.csv',
      'report.json',
      'two.csv',
    ]);
    expect([...(await findUnchanged(jobs, options))]).toEqual(jobs);
    expect([...(await findUnchanged(jobs, { ...options, writeOptions: { bom: true } }))]).toEqual(
      [],
    );
    rmSync(join(cwd, 'out/two.csv'));
    expect([...(await findUnchanged(jobs, options))]).toEqual(jobs.slice(0, 1));
    expect(readdirSync(join(cwd, 'out'))).not.toContain('two.csv');
    await runBatch(jobs, { ...options, resume: true, onResult });
    expect(heard).toEqual(['one done', 'two done', 'one unchanged', 'two done']);
    expect(JSON.parse(readFileSync(first.report, 'utf8'))).toMatchObject({
      summary: { done: 1, unchanged: 1 },
    });
  });

  test('begins reviews, replaces none, and knows them again with resume', async () => {
    const { jobs } = await readJobs(['en', 'es'], { cwd });
    const model = { model: null, cache: false };
    const options = { folder: 'out', cwd, model, lanes: 1, format: 'paralign' } as const;
    const path = join(cwd, 'out/one.paralign');
    expect((await runBatch(jobs, options)).summary).toMatchObject({ done: 2 });
    const { review } = await readReviewFile(path);
    expect(review.sources.map(({ name }) => name)).toEqual(['en/one.txt', 'es/one.txt']);
    expect((await runBatch(jobs, { ...options, resume: true })).summary).toMatchObject({
      unchanged: 2,
    });
    const decided = `${readFileSync(path, 'utf8')}\n`;
    writeFileSync(path, decided);
    // Worked on since: whoever does not resume is told so, and nothing is forgotten over it.
    const failures: (JobError | undefined)[] = [];
    const again = await runBatch(jobs, {
      ...options,
      onResult: (_, result) =>
        void failures.push(result?.status === 'failed' ? result.error : undefined),
    });
    expect(again.summary).toMatchObject({ failed: 2 });
    expect(failures[0]).toMatchObject({ code: 'review-exists', exitCode: 73 });
    expect([...(await findUnchanged(jobs, options))]).toEqual(jobs);
    expect((await runBatch(jobs, { ...options, resume: true })).summary).toMatchObject({
      unchanged: 2,
    });
    // The source is another one: only the review that nobody has made yet is.
    writeFileSync(join(cwd, 'en/one.txt'), 'Something else stands here now.\n');
    rmSync(join(cwd, 'out/two.paralign'));
    expect((await runBatch(jobs, { ...options, resume: true })).summary).toMatchObject({
      done: 1,
      failed: 1,
    });
    expect(readFileSync(path, 'utf8')).toBe(decided);
  });

  test("a job's own anchors file that is missing fails this job only", async () => {
    const { jobs } = await readJobs(['jobs.csv'], { cwd });
    const { summary } = await runBatch(jobs, {
      folder: 'out',
      cwd,
      model: { model: null, cache: false },
      lanes: 1,
    });
    expect(summary).toMatchObject({ done: 1, failed: 1 });
  });

  test('what is wrong for all jobs is said before the folder is made', async () => {
    const { jobs } = await readJobs(['en', 'es'], { cwd });
    const settings = { pivot: { source: 'Z', where: '--pivot' } };
    await expect(checkBatch(jobs, { settings })).rejects.toMatchObject({ code: 'usage' });
    const anchors = { anchors: { name: 'nope', path: join(cwd, 'nope') } };
    await expect(checkBatch(jobs, { settings: anchors })).rejects.toMatchObject({
      code: 'file-not-found',
    });
    await expect(runBatch(jobs, { folder: 'out', cwd, settings })).rejects.toThrow('--pivot');
    expect(readdirSync(cwd)).not.toContain('out');
  });

  test('settings that some job can follow fail only the others', async () => {
    writeFileSync(
      join(cwd, 'uneven.csv'),
      'id,source_a,source_b,source_c\nbroken,en/one.txt,nope.txt,\n' +
        'short,en/one.txt,es/one.txt,\nlong,en/one.txt,es/one.txt,en/two.txt\n',
    );
    writeFileSync(join(cwd, 'links.txt'), '{"a":[1],"c":[1]}\n');
    const { jobs } = await readJobs(['uneven.csv'], { cwd });
    const anchors = { name: 'links.txt', path: join(cwd, 'links.txt') };
    const pivot = { source: 'C', where: '--pivot' };
    const options = { folder: 'out', cwd, model: { model: null, cache: false }, lanes: 1 };
    for (const settings of [{ anchors }, { pivot }]) {
      const { summary } = await runBatch(jobs, { ...options, settings });
      expect(summary).toMatchObject({ done: 1, failed: 2 });
      // Nobody can follow it.
      await expect(runBatch(jobs.slice(0, 2), { ...options, settings })).rejects.toMatchObject({
        code: 'anchors' in settings ? 'bad-anchor' : 'usage',
      });
    }
  });

  test('anchors for all do not matter to jobs that have their own', async () => {
    writeFileSync(join(cwd, 'links.txt'), '1:1\n');
    writeFileSync(join(cwd, 'bad.txt'), 'bad\n');
    const { jobs } = await readJobs(['en', 'es'], { cwd });
    const own = jobs.map((job) => ({ ...job, anchors: join(cwd, 'links.txt') }));
    const settings = { anchors: { name: 'bad.txt', path: join(cwd, 'bad.txt') } };
    const options = { folder: 'out', cwd, model: { model: null, cache: false }, settings };
    expect((await runBatch(own, options)).summary).toMatchObject({ done: 2 });
    await expect(runBatch(jobs, options)).rejects.toMatchObject({ code: 'bad-anchor' });
  });

  test('refuses an id that the report needs', async () => {
    const { jobs } = await readJobs(['en', 'es'], { cwd });
    const named = jobs.map((job) => ({ ...job, id: 'Report' }));
    await expect(checkBatch(named, { format: 'json' })).rejects.toMatchObject({
      code: 'bad-manifest',
    });
    await expect(checkBatch(named, { format: 'csv' })).resolves.toBeUndefined();
  });
});
