/**
 * The model runtime's native libraries in a published package: those of every platform, compressed,
 * because npm can leave out other platforms' files only if each platform has its own package. A
 * checkout has none of this and uses onnxruntime-node as installed.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { AppError } from '../../errors.js';
import { systemErrorCode } from '../system-error.js';

/** One library of a platform. */
export interface PackedLibrary {
  readonly name: string;
  /** Size in bytes when unpacked. */
  readonly size: number;
  /** SHA-256 of the unpacked bytes, in hexadecimal. */
  readonly sha256: string;
}

/** The libraries of one platform in the package. */
export interface PackedRuntime {
  readonly version: string;
  readonly platform: string;
  readonly libraries: readonly PackedLibrary[];
  /** @throws AppError `runtime-unavailable` if the package is damaged */
  read(library: PackedLibrary): Buffer;
}

/** Where a published package has its libraries: two folders up from `dist/chunks`. */
export const packedFolder: string = fileURLToPath(new URL('../../runtime', import.meta.url));

/**
 * The libraries for a platform; null in a checkout, where none are packed.
 * @param platform in Node's terms: `linux-x64`
 * @throws AppError `runtime-unavailable` if there are none for the platform
 */
export function packedRuntime(folder: string, platform: string): PackedRuntime | null {
  const manifest = readManifest(folder);
  if (manifest === null) return null;
  const { version, byPlatform } = manifest;
  const libraries = byPlatform.get(platform);
  if (libraries === undefined) {
    throw new AppError('runtime-unavailable', `onnxruntime is not available for ${platform}`, {
      hint: `supported platforms: ${[...byPlatform.keys()].join(', ')}`,
    });
  }
  return {
    version,
    platform,
    libraries,
    read(library) {
      const path = join(folder, platform, `${library.name}.br`);
      let bytes: Buffer;
      try {
        bytes = brotliDecompressSync(readFileSync(path), { maxOutputLength: library.size });
      } catch (cause) {
        throw damaged(path, cause);
      }
      if (!isWhole(bytes, library)) throw damaged(path);
      return bytes;
    },
  };
}

/** Whether bytes are the ones that were packed. */
export function isWhole(bytes: Uint8Array, { size, sha256 }: PackedLibrary): boolean {
  return bytes.length === size && createHash('sha256').update(bytes).digest('hex') === sha256;
}

/**
 * `packaging/pack-runtime.mjs` writes it beside the compressed libraries: a line with the version,
 * then a line for each library, `SHA256 SIZE PLATFORM/NAME`.
 */
function readManifest(folder: string): {
  readonly version: string;
  readonly byPlatform: ReadonlyMap<string, readonly PackedLibrary[]>;
} | null {
  const path = join(folder, 'MANIFEST');
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    if (systemErrorCode(cause) === 'ENOENT') return null;
    throw damaged(path, cause);
  }
  const [version = '', ...lines] = text.trimEnd().split('\n');
  const byPlatform = new Map<string, PackedLibrary[]>();
  for (const line of lines) {
    const [, sha256, size, platform, name] =
      /^(\w{64}) (\d+) ([\w-]+)\/([\w.-]+)$/.exec(line) ?? [];
    if (!sha256 || !platform || !name) throw damaged(path);
    const library = { name, size: Number(size), sha256 };
    byPlatform.set(platform, [...(byPlatform.get(platform) ?? []), library]);
  }
  return { version, byPlatform };
}

function damaged(path: string, cause?: unknown): AppError {
  return new AppError('runtime-unavailable', `${path} is damaged or cannot be read`, {
    hint: 'reinstall paralign',
    cause,
  });
}
