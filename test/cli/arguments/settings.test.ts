import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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
  test('the environment beats the project file, which beats the user file', async () => {
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
    ['{"mode"', /\.paralignrc\.json:1:8: is not JSON: it ends too early/],
    ['[]', /must contain one JSON object/],
    ['{"mod":"auto"}', /"mod" is not a setting; did you mean "mode"\?/],
    ['{"output":"x"}', /"output" is not a setting/],
    ['{"mode":["auto"]}', /"mode" must be text, a number, true or false/],
  ])('%s is a configuration error that names the file', async (content, message) => {
    projectFile(content);
    const { problems } = await read();
    expect(problems).toHaveLength(1);
    expect(problems[0]?.error).toMatchObject({ exitCode: 78, code: 'bad-config' });
    expect(problems[0]?.error.message).toMatch(message);
  });

  test('the rest of a file with a problem still applies, and a byte order mark is no problem', async () => {
    projectFile('\ufeff{"mod":"auto","mode":"parallel","keep-noise":true}');
    const { settings, problems } = await read();
    expect(problems).toHaveLength(1);
    expect([...settings.keys()]).toEqual(['mode', 'keep-noise']);
  });

  test.each<[string, string | Buffer, RegExp]>([
    ['not in UTF-8', Buffer.from('{\n"mode": "\xe9"}', 'latin1'), /:2:10: is not in UTF-8$/],
    ['in UTF-16', Buffer.from('\ufeff{}', 'utf16le'), /:1:1: is not in UTF-8$/],
    ['empty', '', /:1:1: is not JSON: it is empty$/],
    ['cut off', '{\n"mode": "auto"', /:2:15: is not JSON: it ends too early/],
    ['of unknown keys', '{\n  "mod": 1}', /:2:3: "mod" is not a setting/],
    ['of wrong values', '{\n  "mode": null}', /:2:3: "mode" must be text/],
    ['too long', ' '.repeat(2 ** 17), /is larger than/],
  ])(
    'a file that is %s: the message has the place, and what to do',
    async (_, content, message) => {
      writeFileSync(join(folder, 'project/.paralignrc.json'), content);
      const [problem] = (await read()).problems;
      expect(problem?.error).toMatchObject({ code: 'bad-config', exitCode: 78 });
      expect(problem?.error.message).toMatch(message);
      expect(problem?.error.message).toContain(join(folder, 'project/.paralignrc.json'));
      expect(problem?.error.hint).toBeTruthy();
    },
  );

  test('a folder, a broken link or a pipe in place of the file is an error, unlike a missing file', async () => {
    const path = join(folder, 'config/paralign/config.json');
    const messageOf = async () => (await read()).problems.map(({ error }) => error.message);
    mkdirSync(path);
    expect(await messageOf()).toEqual([`${path}: is a folder, not a file`]);
    rmSync(path, { recursive: true });
    symlinkSync('nowhere', path);
    expect(await messageOf()).toEqual([`${path}: is a link to a file that does not exist`]);
    rmSync(path);
    symlinkSync('config.json', path);
    expect(await messageOf()).toEqual([
      `${path}: cannot be read (it is a link that leads back to itself)`,
    ]);
    rmSync(path);
    if (process.platform === 'win32') return;
    execFileSync('mkfifo', [path]);
    expect(await messageOf()).toEqual([`${path}: is not a regular file`]);
  });

  test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'a file that may not be read is an error, and so is a closed folder of the user',
    async () => {
      userFile('{}');
      projectFile('{}');
      chmodSync(join(folder, 'config/paralign/config.json'), 0);
      chmodSync(join(folder, 'project/.paralignrc.json'), 0);
      const { problems } = await read();
      expect(problems.map(({ error }) => error.message)).toEqual([
        expect.stringMatching(/config\.json: cannot be read \(permission is denied\)$/),
        expect.stringMatching(/rc\.json: cannot be read \(permission is denied\)$/),
      ]);
    },
  );

  test('variables are named after the options', () => {
    expect(environmentVariable({ long: 'keep-noise' })).toBe('PARALIGN_KEEP_NOISE');
  });
});

describe('reviewKeys', () => {
  test('are the section "keys" of the user file alone', async () => {
    userFile('{"keys":{"accept":["y"]},"mode":"parallel"}');
    expect(reviewKeys(await read())).toEqual({ accept: ['y'] });
    projectFile('{"keys":{"accept":"z"}}');
    expect((await read()).problems[0]?.error.message).toContain('"keys" is not a setting');
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
          message: expect.stringMatching(/config\.json:1:2: "keys" must be an object$/) as unknown,
        }),
      );
    },
  );
});
