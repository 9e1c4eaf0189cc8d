import { expect, test } from 'vitest';
import { readManifest } from '../../../src/jobs/manifest.js';
import { identified, matchManifest } from '../../../src/jobs/matching/match-manifest.js';

const match = (...paths: string[]) => ({
  documents: paths.map((path) => ({ name: path, path })),
  score: 0.9876,
  kind: 'translation' as const,
  coverage: paths.map(() => 0.5),
  terms: ['Prague / Prahy', '1968'],
  passages: [{ a: 'The first, "said" he.', b: 'První; řekl.' }],
});

test('batch reads what is written, paths relative to the manifest', () => {
  const matches = [match('/w/en/a, "b".txt', '/w/es/c.txt'), match('/w/en/d.txt', '/x/e.txt')];
  const text = [...matchManifest(matches, '/w')].join('');
  const jobs = readManifest('jobs.csv', new TextEncoder().encode(text), '/w');
  expect(jobs.map(({ sources }) => sources)).toEqual(
    matches.map(({ documents }) => documents.map(({ path }) => path)),
  );
  expect(text).toContain('d,en/d.txt,../x/e.txt,0.988,translation,0.500,0.500,');
});

test('groups of different size share the columns', () => {
  const text = [...matchManifest([match('/a', '/b', '/c'), match('/d', '/e')], '/')].join('');
  const jobs = readManifest('jobs.csv', new TextEncoder().encode(text), '/');
  expect(jobs.map(({ sources }) => sources.length)).toEqual([3, 2]);
});

test('the jobs know why their documents belong together', () => {
  const own = match('/w/en/a.txt', '/w/es/c.txt');
  const text = [...matchManifest([own], '/w')].join('');
  const [job] = readManifest('jobs.csv', new TextEncoder().encode(text), '/w');
  const { documents: _documents, ...reason } = own;
  expect(job?.match).toEqual({ ...reason, score: 0.988 });
});

test("columns of the same names that are the user's own are ignored", () => {
  const jobOf = (line: string) =>
    readManifest(
      'jobs.csv',
      new TextEncoder().encode(`id,source_a,source_b,score,kind,shared_passages\n${line}\n`),
      '/w',
    )[0];
  expect(jobOf('x,a,b,7 of 10,translation,')).not.toHaveProperty('match');
  expect(jobOf('x,a,b,0.7,novel,')).not.toHaveProperty('match');
  expect(jobOf('x,a,b,0.7,rewrite,none')?.match).toMatchObject({ score: 0.7, passages: [] });
});

test('ids can name a file each', () => {
  const ids = identified([
    match('/x/a.txt', '/y/b.txt'),
    match('/x/A.md', '/y/c.txt'),
    match('/x/con.txt', '/y/con.txt'),
    match('/x/a.txt', '/y/b.txt'),
  ]).map(({ id }) => id);
  expect(ids).toEqual(['a', 'A--c', 'con--con', 'a--b']);
});
