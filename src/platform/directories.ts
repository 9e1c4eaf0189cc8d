/** Where a user's files are kept, following the XDG Base Directory specification. */
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** paralign's folders; none of them need exist. */
export interface Directories {
  /** Settings: `config.json`. */
  readonly config: string;
  /** Models the user downloaded. */
  readonly data: string;
  /** Files that can be deleted at any time. */
  readonly cache: string;
  /** Files worth keeping that are nobody's work: autosaves, history. */
  readonly state: string;
}

/** What the folders depend on; the running system by default. */
export interface DirectoryEnvironment {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly platform?: NodeJS.Platform;
  readonly home?: string;
}

/**
 * The folders for this user: `$XDG_*_HOME/paralign` if the variable is an absolute path (the
 * specification says to ignore relative ones), otherwise the platform's usual place.
 */
export function directories({
  env = process.env,
  platform = process.platform,
  home = env['HOME'] || homedir(),
}: DirectoryEnvironment = {}): Directories {
  const place = (variable: string, ...otherwise: string[]): string => {
    const set = env[variable];
    return join(set && isAbsolute(set) ? set : join(...otherwise), 'paralign');
  };
  if (platform === 'win32') {
    const local = env['LOCALAPPDATA'] || join(home, 'AppData', 'Local');
    const roaming = env['APPDATA'] || join(home, 'AppData', 'Roaming');
    return {
      config: place('XDG_CONFIG_HOME', roaming),
      data: place('XDG_DATA_HOME', local, 'Data'),
      cache: place('XDG_CACHE_HOME', local, 'Cache'),
      state: place('XDG_STATE_HOME', local, 'State'),
    };
  }
  if (platform === 'darwin') {
    const library = join(home, 'Library');
    return {
      config: place('XDG_CONFIG_HOME', library, 'Preferences'),
      data: place('XDG_DATA_HOME', library, 'Application Support'),
      cache: place('XDG_CACHE_HOME', library, 'Caches'),
      state: place('XDG_STATE_HOME', library, 'Application Support', 'State'),
    };
  }
  return {
    config: place('XDG_CONFIG_HOME', home, '.config'),
    data: place('XDG_DATA_HOME', home, '.local', 'share'),
    cache: place('XDG_CACHE_HOME', home, '.cache'),
    state: place('XDG_STATE_HOME', home, '.local', 'state'),
  };
}
