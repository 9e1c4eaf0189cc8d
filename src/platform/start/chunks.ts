/** Loads the program's own files. Node's loader does the same, but has no place for code that V8 made before. */
import { readFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import type { CodeCache } from './code-cache.js';

/** What Node puts around a CommonJS module; strict, as the bundled modules were. */
const before = '(function (exports, require, module, __filename, __dirname) { "use strict"; ';
const after = '\n})';

/**
 * Loads a chunk, and all chunks that it requires.
 *
 * @param folder where all chunks are
 * @param known modules that are loaded already, by the name under which chunks require them
 */
export function loadChunk(
  folder: string,
  first: string,
  cache: CodeCache,
  known: ReadonlyMap<string, unknown>,
): void {
  const external = createRequire(join(folder, first));
  const modules = new Map<string, { readonly exports: unknown }>();

  function load(name: string): unknown {
    const loaded = modules.get(name);
    if (loaded !== undefined) return loaded.exports;
    const filename = join(folder, name);
    const source = before + readFileSync(filename, 'utf8') + after;
    const run: unknown = cache
      .compile(name, source, { filename, columnOffset: -before.length })
      .runInThisContext();
    if (typeof run !== 'function') throw new TypeError(`${name} is not a chunk`);
    const module: { exports: unknown } = { exports: {} };
    // Before it runs, since chunks may require one another in a circle.
    modules.set(name, module);
    Reflect.apply(run, module.exports, [module.exports, find, module, filename, dirname(filename)]);
    return module.exports;
  }

  function find(id: string): unknown {
    if (known.has(id)) return known.get(id);
    if (id.startsWith('./')) return load(id.slice(2));
    if (isBuiltin(id)) cache.addBuiltin(id);
    return external(id);
  }

  load(first);
}
