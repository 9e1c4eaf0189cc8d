/**
 * Before `npm pack`: puts onnxruntime's libraries of every platform, compressed, into `runtime/`,
 * which the package carries instead of depending on onnxruntime-node (93 MB, of which a user needs
 * a sixth). `src/platform/runtime/` unpacks the user's own. The `postpack` script removes the folder.
 */
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const packageFolder = 'node_modules/onnxruntime-node';
const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
const binaries = join(packageFolder, 'bin/napi-v3');
/** Compressing takes a while, and the libraries of a version never change. */
const cache = join('node_modules/.cache/packed-runtime', version);
/** More makes the package hardly smaller and takes minutes: 11 gives 4.3 MB where 5 gives 5.1. */
const quality = 5;

const libraries = readdirSync(binaries).flatMap((system) =>
  readdirSync(join(binaries, system)).flatMap((processor) =>
    readdirSync(join(binaries, system, processor)).map((name) => ({
      platform: `${system}-${processor}`,
      name,
      path: join(binaries, system, processor, name),
    })),
  ),
);

async function pack({ platform, name, path }) {
  const bytes = readFileSync(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const packed = join(cache, `${sha256}-${quality}.br`);
  if (!existsSync(packed)) {
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    };
    const apart = `${packed}.${process.pid}`;
    writeFileSync(apart, await promisify(brotliCompress)(bytes, { params }));
    renameSync(apart, packed);
  }
  mkdirSync(join('runtime', platform), { recursive: true });
  cpSync(packed, join('runtime', platform, `${name}.br`));
  return `${sha256} ${bytes.length} ${platform}/${name}`;
}

rmSync('runtime', { recursive: true, force: true });
mkdirSync(cache, { recursive: true });
const lines = new Array(libraries.length);
const rest = libraries.entries();
await Promise.all(
  Array.from({ length: availableParallelism() }, async () => {
    for (const [index, library] of rest) lines[index] = await pack(library);
  }),
);
writeFileSync('runtime/MANIFEST', `${[version, ...lines].join('\n')}\n`);
