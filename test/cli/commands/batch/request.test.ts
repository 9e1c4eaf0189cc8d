import { describe, expect, test } from 'vitest';
import { readBatchRequest } from '../../../../src/cli/commands/batch/request.js';
import { batch } from '../../../../src/cli/commands/batch/spec.js';
import { parsed } from '../parsed.js';

const read = (line: string) => readBatchRequest({ cwd: '/here' }, parsed(batch, line));

describe('readBatchRequest', () => {
  test('a memory of all jobs makes memories of their results', () => {
    const request = read('jobs.csv --out results --pool memory.tmx');
    expect(request).toMatchObject({ pool: '/here/memory.tmx', format: 'tmx' });
    expect(() => read('jobs.csv --out results --pool memory.tmx --format csv')).toThrow(
      '--pool puts memories together, but the format is csv',
    );
  });

  test('divides results, but not those that are put together', () => {
    expect(read('jobs.csv --out r --split-at .9').writeOptions).toMatchObject({ splitAt: 0.9 });
    expect(() => read('jobs.csv --out r --pool m.tmx --split-at .9')).toThrow(
      '--pool and --split-at do not go together',
    );
    expect(() => read('jobs.csv --out r --format paralign --type 1-1')).toThrow(
      '--type does not apply to a review',
    );
  });

  test('uses the defaults without options', () => {
    expect(read('jobs.csv --out results')).toEqual({
      jobs: ['jobs.csv'],
      folder: 'results',
      settings: { segmented: false, keepNoise: false, mode: 'auto', checks: true },
      model: { model: null, cache: true },
      format: 'csv',
      writeOptions: { pairsOnly: false, bom: false, delimiter: ',', spreadsheetSafe: false },
      clobber: true,
      lanes: null,
      pool: null,
      results: null,
      resume: false,
      failFast: false,
      dryRun: false,
    });
  });

  test('reads every option for running jobs', () => {
    expect(
      read('en es --out r -j 3 --resume --fail-fast --dry-run --no-clobber --format tsv'),
    ).toMatchObject({
      jobs: ['en', 'es'],
      lanes: 3,
      resume: true,
      failFast: true,
      dryRun: true,
      clobber: false,
      format: 'tsv',
    });
  });

  test('needs a folder for the results', () => {
    expect(() => read('jobs.csv')).toThrow('missing --out DIR, the folder for the results');
  });
});
