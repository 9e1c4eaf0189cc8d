import { describe, expect, test } from 'vitest';
import { readModelsRequest } from '../../../../src/cli/commands/models/request.js';
import { models } from '../../../../src/cli/commands/models/spec.js';
import { mainFile, publicHub } from '../../../../src/platform/models/model-download.js';
import { parsed } from '../parsed.js';

const read = (line: string, env: Record<string, string> = {}) =>
  readModelsRequest({ env }, parsed(models, line));

describe('readModelsRequest', () => {
  test.each([
    ['--quiet', { action: 'list', names: [] }],
    ['list a', { action: 'list', names: ['a'] }],
    ['verify a b', { action: 'verify', names: ['a', 'b'] }],
  ])('%s', (line, request) => {
    expect(read(line)).toEqual(request);
  });

  test('uses the hub from the flag, then from the environment, then the public one', () => {
    const env = { PARALIGN_MODEL_HUB: 'http://mirror' };
    expect(read('download x/y --from https://hub', env)).toEqual({
      action: 'download',
      names: ['x/y'],
      hub: 'https://hub',
      fullPrecision: false,
      digests: new Map(),
    });
    expect(read('download x/y', env)).toMatchObject({ hub: 'http://mirror' });
    expect(read('download x/y', { PARALIGN_MODEL_HUB: '' })).toMatchObject({ hub: publicHub });
  });

  test('reads digests of files, and one of the graph', () => {
    const [a, b] = ['a'.repeat(64), 'B'.repeat(64)];
    expect(read(`download x/y --sha256 ./config.json=${a} --sha256 ${b}`)).toMatchObject({
      digests: new Map([
        ['config.json', a],
        [mainFile, 'b'.repeat(64)],
      ]),
    });
  });

  test.each([
    ['download x/y --sha256 abc', '--sha256: "abc": a SHA-256 digest has 64 characters'],
    [`download x/y --sha256 model.bin=${'a'.repeat(64)}`, '"model.bin" is not a file of a model'],
    [`download x/y z/y --sha256 ${'a'.repeat(64)}`, 'digests can be given for one model only'],
    [
      `download x/y --sha256 ${'a'.repeat(64)} --sha256 ${'b'.repeat(64)}`,
      'two digests for the graph',
    ],
    [`verify x/y --sha256 ${'a'.repeat(64)}`, '--sha256 works with download only'],
  ])('%s is a usage error', (line, message) => {
    expect(() => read(line)).toThrow(message);
  });

  test.each([
    ['destroy', 'models: unknown action "destroy"'],
    ['download', 'models download: name the model to download'],
    ['download x/y --from ftp://x', '"ftp://x" is not the address of a hub'],
  ])('%s is a usage error', (line, message) => {
    expect(() => read(line)).toThrow(expect.objectContaining({ code: 'usage', message }));
  });
});
