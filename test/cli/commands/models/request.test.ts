import { describe, expect, test } from 'vitest';
import { readModelsRequest } from '../../../../src/cli/commands/models/request.js';
import { models } from '../../../../src/cli/commands/models/spec.js';
import { publicHub } from '../../../../src/platform/models/model-download.js';
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

  test('takes the hub from the flag, else from the environment, else the public one', () => {
    const env = { PARALIGN_MODEL_HUB: 'http://mirror' };
    expect(read('download x/y --from https://hub', env)).toEqual({
      action: 'download',
      names: ['x/y'],
      hub: 'https://hub',
      fullPrecision: false,
    });
    expect(read('download x/y', env)).toMatchObject({ hub: 'http://mirror' });
    expect(read('download x/y', { PARALIGN_MODEL_HUB: '' })).toMatchObject({ hub: publicHub });
  });

  test.each([
    ['destroy', 'models: unknown action "destroy"'],
    ['download', 'models download: name the model to download'],
    ['download x/y --from ftp://x', '"ftp://x" is not the address of a hub'],
  ])('%s is a usage error', (line, message) => {
    expect(() => read(line)).toThrow(expect.objectContaining({ code: 'usage', message }));
  });
});
