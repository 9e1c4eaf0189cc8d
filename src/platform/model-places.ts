import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { directories } from './directories.js';

/** Where models are looked for. */
export interface ModelPlaces {
  /** Folder of the bundled models. */
  readonly bundled: string;
  /** Folder of the user's own models: `<owner>/<name>` or `<name>`. */
  readonly user: string;
  /** Base of relative folders. */
  readonly cwd: string;
  /** Folder in which is remembered what was read from the models' files before; none by default. */
  readonly memory?: string;
}

/** The running system's places. `env` decides the user's folder. */
export function modelPlaces(
  options: {
    readonly env?: Readonly<Record<string, string | undefined>>;
    readonly cwd?: string;
  } = {},
): ModelPlaces {
  const { data, cache } = directories(options.env === undefined ? {} : { env: options.env });
  return {
    // Two folders up from each of src/platform, dist/platform and dist/chunks.
    bundled: fileURLToPath(new URL('../../models', import.meta.url)),
    user: join(data, 'models'),
    cwd: options.cwd ?? process.cwd(),
    memory: join(cache, 'models'),
  };
}
