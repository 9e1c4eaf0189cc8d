import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  environmentVariable,
  readSettings,
  reviewKeys,
} from '../../../src/cli/arguments/settings.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paralign-settings-'));
  mkdirSync(join(folder, 'config/paralign'), { recursive: true });
  mkdirSync(join(folder, 'project/deep'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const read = (env: Record<string, string> = {}) =>
  readSettings({ XDG_CONFIG_HOME: join(folder, 'config'), ...env }, join(folder, 'project/deep'));
const userFile = (content: string) =>
  writeFileSync(join(folder, 'config/paralign/config.json'), content);
const projectFile = (content: string) =>
  writeFileSync(join(folder, 'project/.paralignrc.json'), content);

describe('readSettings', () => {
  test('environment beats project file beats user file', async () => {
    userFile('{"mode":"parallel","delimiter":";","jobs":2}');
    projectFile('{"mode":"comparable","delimiter":"|"}');
    const { settings, projectFile: found } = await read({ PARALIGN_MODE: 'auto' });
    expect(settings.get('mode')).toMatchObject({ value: 'auto', origin: 'environment' });
    expect(settings.get('delimiter')).toMatchObject({ value: '|', origin: 'project' });
    expect(settings.get('jobs')).toMatchObject({ value: 2, origin: 'user' });
    expect(found).toBe(join(folder, 'project/.paralignrc.json'));
  });

  test('needs no file at all, and an empty variable sets nothing', async () => {
    const { settings, userFileExists } = await read({ PARALIGN_MODE: '' });
    expect(settings.size).toBe(0);
    expect(userFileExists).toBe(false);
  });

  test.each([
    ['{"mode"', /\.paralignrc\.json:1: not JSON/],
    ['[]', /must hold one JSON object/],
    ['{"mod":"auto"}', /"mod" is not a setting; did you mean "mode"\?/],
    ['{"output":"x"}', /"output" is not a setting/],
    ['{"mode":["auto"]}', /"mode" must be text, a number, true or false/],
  ])('%s is a configuration error that names the file', async (content, message) => {
    projectFile(content);
    const { problems } = await read();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ exitCode: 78, code: 'bad-config' });
    expect(problems[0]?.message).toMatch(message);
  });

  test('the rest of a file with a problem counts, and a byte order mark is none', async () => {
    projectFile('\ufeff{"mod":"auto","mode":"parallel","keep-noise":true}');
    const { settings, problems } = await read();
    expect(problems).toHaveLength(1);
    expect([...settings.keys()]).toEqual(['mode', 'keep-noise']);
  });

  test('variables are called after the options', () => {
    expect(environmentVariable({ long: 'keep-noise' })).toBe('PARALIGN_KEEP_NOISE');
  });
});

describe('reviewKeys', () => {
  test('are the section "keys" of the user file alone', async () => {
    userFile('{"keys":{"accept":["y"]},"mode":"parallel"}');
    expect(reviewKeys(await read())).toEqual({ accept: ['y'] });
    projectFile('{"keys":{"accept":"z"}}');
    expect((await read()).problems[0]?.message).toContain('"keys" is not a setting');
  });

  test('are none without a file', async () => {
    expect(reviewKeys(await read())).toEqual({});
  });

  test.each(['[]', '3', 'null'])(
    '"keys": %s is a configuration error, for the review only',
    async (keys) => {
      userFile(`{"keys":${keys}}`);
      const sources = await read();
      expect(() => reviewKeys(sources)).toThrow(
        expect.objectContaining({
          code: 'bad-config',
          message: expect.stringMatching(/config\.json: "keys" must be an object$/) as unknown,
        }),
      );
    },
  );
});
