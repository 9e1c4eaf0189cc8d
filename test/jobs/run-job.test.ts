import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Embedder } from '../../src/domain.js';
import { AppError } from '../../src/errors.js';
import type { Finished, JobOrder, JobResult } from '../../src/jobs/job.js';
import { runJob } from '../../src/jobs/run-job.js';
import type { JobStore } from '../../src/jobs/store.js';
import { loadChosenModel } from '../../src/pipeline/chosen-model.js';

let embedder: Embedder;
beforeAll(async () => (embedder = await loadChosenModel({ model: null, cache: false })));
afterAll(() => embedder.close());

/** A store in memory: references are names. */
function memoryStore(files: Record<string, string>) {
  const outputs = new Map<string, string>();
  const bytesOf = (name: string): Uint8Array => {
    const text = files[name];
    if (text === undefined) throw new AppError('file-not-found', `${name}: no such file`);
    return new TextEncoder().encode(text);
  };
  const sha = (text: string) => createHash('sha256').update(text).digest('hex');
  const store: JobStore = {
    readSources: async (names) => names.map((name) => ({ name, bytes: bytesOf(name) })),
    readFile: async ({ path }) => bytesOf(path),
    hashOutput: async (name) => {
      const text = outputs.get(name);
      return text === undefined ? undefined : sha(text);
    },
    checkOutput: async (name, { clobber, replaces }) => {
      const text = outputs.get(name);
      if (!clobber && text !== undefined && replaces?.includes(sha(text)) !== true)
        throw new AppError('exists', `${name}: exists already`);
    },
    writeOutput: async (name, parts) => {
      const texts = new Map<string, string>();
      for await (const { file, chunk } of parts)
        texts.set(file, (texts.get(file) ?? '') + Buffer.from(chunk).toString('utf8'));
      for (const [file, text] of texts) outputs.set(name + file, text);
    },
  };
  return { store, outputs, sha };
}

const files = {
  en: 'The dog sleeps.\nIt rains in the city.\nWe go home.\n',
  es: 'El perro duerme.\nLlueve en la ciudad.\nVamos a casa.\n',
  known: '1:3\n',
  words: 'Dr.\n',
};
const order = (more: Partial<JobOrder> = {}, job: Partial<JobOrder['job']> = {}): JobOrder => ({
  job: {
    id: 'x',
    where: 'jobs.csv:2',
    sources: ['en', 'es'],
    languages: ['en', 'es'],
    anchors: null,
    ...job,
  },
  settings: {},
  model: { model: null, cache: false },
  format: 'csv',
  writeOptions: {},
  output: 'x.csv',
  clobber: true,
  resume: false,
  before: null,
  ...more,
});
const done = (result: JobResult): Finished => {
  if (result.status === 'failed') throw new Error(result.error.message);
  return result.finished;
};

describe('runJob', () => {
  test('reads and writes by way of the store, and says what it made', async () => {
    const { store, outputs, sha } = memoryStore(files);
    const result = await runJob(order(), embedder, { store });
    expect(result.status).toBe('done');
    const finished = done(result);
    expect(finished).toMatchObject({
      id: 'x',
      model: embedder.id,
      facts: {
        sources: [
          { name: 'en', languages: ['en'] },
          { name: 'es', languages: ['es'] },
        ],
      },
    });
    expect(finished.outputs).toEqual([{ file: '', sha256: sha(outputs.get('x.csv') ?? '') }]);
    expect(outputs.get('x.csv')).toMatch(/^id,/);
  });

  test('leaves a result alone that is there already and would be the same', async () => {
    const { store, outputs } = memoryStore(files);
    const before = done(await runJob(order(), embedder, { store }));
    expect((await runJob(order({ before }), embedder, { store })).status).toBe('unchanged');
    for (const changed of [
      order({ before, settings: { checks: false } }),
      order({ before, writeOptions: { pairsOnly: true } }),
      order({ before, settings: { abbreviations: { name: 'known', path: 'words' } } }),
      order({ before }, { languages: ['en', 'pt'] }),
    ])
      expect((await runJob(changed, embedder, { store })).status).toBe('done');
    outputs.set('x.csv', 'damaged');
    expect((await runJob(order({ before }), embedder, { store })).status).toBe('done');
  });

  test.each([
    ['several files', 'x.moses', 'moses', {}, ['x.moses.en', 'x.moses.es']],
    ['two outputs', 'x.csv', 'csv', { splitAt: 0.9 }, ['x.sure.csv', 'x.rest.csv']],
  ] as const)('knows a result of %s again, and misses any of them', async (...given) => {
    const [, output, format, writeOptions, names] = given;
    const { store, outputs, sha } = memoryStore(files);
    const own = { output, format, writeOptions };
    const before = done(await runJob(order(own), embedder, { store }));
    expect([...outputs.keys()]).toEqual(names);
    expect(before.outputs.map(({ sha256 }) => sha256)).toEqual([...outputs.values()].map(sha));
    const again = { ...own, clobber: false, resume: true };
    expect((await runJob(order({ ...again, before }), embedder, { store })).status).toBe(
      'unchanged',
    );
    outputs.delete(names[1]);
    expect((await runJob(order({ ...again, before }), embedder, { store })).status).toBe('done');
    expect([...outputs.keys()]).toEqual(names);
  });

  test('without clobber, replaces only what an earlier batch has made', async () => {
    const { store, outputs } = memoryStore(files);
    const before = done(await runJob(order(), embedder, { store }));
    const again = { clobber: false, resume: true, before, writeOptions: { pairsOnly: true } };
    const { status } = await runJob(order(again), embedder, { store });
    expect(status).toBe('done');
    outputs.set('x.csv', 'edited by hand');
    expect(await runJob(order(again), embedder, { store })).toMatchObject({
      error: { code: 'exists' },
    });
    expect(outputs.get('x.csv')).toBe('edited by hand');
  });

  test('knows its result again that a killed batch did not note down', async () => {
    const { store, outputs } = memoryStore(files);
    const first = done(await runJob(order(), embedder, { store }));
    const again = order({ clobber: false, resume: true });
    expect(done(await runJob(again, embedder, { store }))).toEqual(first);
    outputs.set('x.csv', `${outputs.get('x.csv')}\n`);
    expect(await runJob(again, embedder, { store })).toMatchObject({ error: { code: 'exists' } });
  });

  test('the key does not hang on the order in which an object holds its settings', async () => {
    const { store } = memoryStore(files);
    const keyOf = async (writeOptions: JobOrder['writeOptions']) =>
      done(await runJob(order({ writeOptions }), embedder, { store })).key;
    expect(await keyOf({ bom: true, delimiter: ';' })).toBe(
      await keyOf({ delimiter: ';', bom: true }),
    );
  });

  test("the job's own languages and anchors come before those of all jobs", async () => {
    const { store, outputs } = memoryStore(files);
    const settings: JobOrder['settings'] = {
      languages: { bySource: [], inOrder: ['fr', 'fr'], where: '--lang' },
      anchors: { name: 'none', path: 'none' },
    };
    const result = await runJob(
      order({ settings }, { languages: ['en', null], anchors: 'known' }),
      embedder,
      { store },
    );
    expect(done(result).facts.sources.map(({ languages }) => languages)).toEqual([['en'], ['fr']]);
    expect(outputs.get('x.csv')).toContain('anchor');
  });

  test.each([
    ['a source that is not there', order({}, { sources: ['en', 'nope'] }), 'file-not-found'],
    [
      'a setting that names no source',
      order({ settings: { pivot: { source: 'Z', where: 'p' } } }),
      'usage',
    ],
    ['an output that may not be replaced', order({ clobber: false, output: 'taken' }), 'exists'],
    ['one text only', order({}, { sources: ['en'], languages: ['en'] }), 'one-text-only'],
  ])('%s is the result, not an exception', async (_name, given, code) => {
    const { store, outputs } = memoryStore(files);
    outputs.set('taken', '');
    const result = await runJob(given, embedder, { store });
    expect(result).toMatchObject({ status: 'failed', id: 'x', error: { code } });
    expect(outputs.get('x.csv')).toBeUndefined();
  });

  test('rejects when it is interrupted', async () => {
    const { store } = memoryStore(files);
    const signal = AbortSignal.abort('enough');
    await expect(runJob(order(), embedder, { store, signal })).rejects.toBe('enough');
  });
});
