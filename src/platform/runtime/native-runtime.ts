/**
 * Finds and loads the native half of onnxruntime-node. The build replaces the package's own
 * `binding.js`, which knows only its own folder, with `loadNativeRuntime`.
 */
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { AppError } from '../../errors.js';
import { directories } from '../directories.js';
import { packedFolder, packedRuntime, type PackedRuntime } from './packed-runtime.js';
import { isUnpacked, unpackedFolder, unpackRuntime } from './unpack-runtime.js';

/** The runtime, loaded. */
export interface NativeRuntime {
  /** The interface that onnxruntime-node's JavaScript calls. */
  readonly binding: unknown;
  /** Where its libraries are. */
  readonly folder: string;
}

/** What finding it depends on; the running system by default. */
export interface RuntimeEnvironment {
  /** The package's folder of compressed libraries. */
  readonly packed?: string;
  /** In Node's terms: `linux-x64`. */
  readonly platform?: string;
  /** Folders to unpack to, best first. */
  readonly places?: readonly string[];
  readonly load?: (path: string) => unknown;
  /** Whether to compare the unpacked files byte for byte and repair them; at start-up, sizes are enough. */
  readonly check?: boolean;
}

const bindingName = 'onnxruntime_binding.node';
const require = createRequire(import.meta.url);

/**
 * Loads the runtime: from its package in a checkout, otherwise from the folder where its libraries
 * were unpacked at the first start.
 * @throws AppError `runtime-unavailable` if there is none for this platform, or no folder
 * to which it can be unpacked and from which it can be loaded
 */
export function loadNativeRuntime({
  packed = packedFolder,
  platform = `${process.platform}-${process.arch}`,
  places = unpackPlaces(),
  load = require,
  check = false,
}: RuntimeEnvironment = {}): NativeRuntime {
  const runtime = packedRuntime(packed, platform);
  if (runtime === null) {
    const path = require.resolve(
      `onnxruntime-node/bin/napi-v3/${platform.replace('-', '/')}/${bindingName}`,
    );
    return { binding: load(path), folder: dirname(path) };
  }
  const failures: string[] = [];
  for (const place of places) {
    const folder = unpackedFolder(place, runtime);
    try {
      unpackRuntime(runtime, folder, check);
      return { binding: loadUnpacked(runtime, folder, load), folder };
    } catch (error) {
      // The package is damaged or the library does not suit this system: no other folder would help.
      if (error instanceof AppError || !isOfThePlace(error)) throw error;
      failures.push(`${folder}: ${oneLine(error)}`);
    }
  }
  throw new AppError(
    'runtime-unavailable',
    `onnxruntime could not be unpacked to any folder (${failures.join('; ')})`,
    {
      hint: `set XDG_CACHE_HOME to a folder that you can write to (${megabytes(runtime)} MB) and run programs from`,
    },
  );
}

/** Where to unpack to: the user's cache, the package itself, the folder for temporary files. */
export function unpackPlaces(env = process.env): string[] {
  const user = process.getuid?.();
  return [
    join(directories({ env }).cache, 'runtime'),
    join(packedFolder, 'unpacked'),
    join(tmpdir(), user === undefined ? 'paralign' : `paralign-${user}`),
  ];
}

function loadUnpacked(
  runtime: PackedRuntime,
  folder: string,
  load: (path: string) => unknown,
): unknown {
  const path = join(folder, bindingName);
  try {
    return load(path);
  } catch (error) {
    // Files of the right size may be damaged, and a cache may be emptied at any time.
    if (isUnpacked(runtime, folder)) throw error;
    unpackRuntime(runtime, folder, true);
    return load(path);
  }
}

/** Whether another folder may help: this one is not writable, full, shared with others, or does not allow programs to run. */
function isOfThePlace(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : undefined;
  if (code !== 'ERR_DLOPEN_FAILED') return true;
  return /failed to map segment|not permitted|denied|blocked|policy/i.test(error.message);
}

const oneLine = (error: unknown): string =>
  error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);

const megabytes = ({ libraries }: PackedRuntime): number =>
  Math.ceil(libraries.reduce((sum, { size }) => sum + size, 0) / 1e6);
