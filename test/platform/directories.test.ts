import { describe, expect, test } from 'vitest';
import { directories } from '../../src/platform/directories.js';

const home = '/home/ana';

describe("a user's folders", () => {
  test('are those of the XDG specification', () => {
    expect(directories({ env: {}, platform: 'linux', home })).toEqual({
      config: '/home/ana/.config/paralign',
      data: '/home/ana/.local/share/paralign',
      cache: '/home/ana/.cache/paralign',
      state: '/home/ana/.local/state/paralign',
    });
  });

  test('follow the variables, on every platform', () => {
    const env = {
      XDG_CONFIG_HOME: '/c',
      XDG_DATA_HOME: '/d',
      XDG_CACHE_HOME: '/x',
      XDG_STATE_HOME: '/s',
    };
    for (const platform of ['linux', 'darwin'] as const) {
      expect(directories({ env, platform, home })).toEqual({
        config: '/c/paralign',
        data: '/d/paralign',
        cache: '/x/paralign',
        state: '/s/paralign',
      });
    }
  });

  test.each(['', 'relative/path', '.'])(
    'ignore a variable that is no absolute path: "%s"',
    (value) => {
      const { cache } = directories({ env: { XDG_CACHE_HOME: value }, platform: 'linux', home });
      expect(cache).toBe('/home/ana/.cache/paralign');
    },
  );

  test('are those of macOS there', () => {
    const { cache, data } = directories({ env: {}, platform: 'darwin', home });
    expect(cache).toBe('/home/ana/Library/Caches/paralign');
    expect(data).toBe('/home/ana/Library/Application Support/paralign');
  });

  test('start from HOME when no home is named', () => {
    const { cache } = directories({ env: { HOME: '/tmp/h' }, platform: 'linux' });
    expect(cache).toBe('/tmp/h/.cache/paralign');
  });
});
