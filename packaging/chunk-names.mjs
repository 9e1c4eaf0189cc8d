/**
 * Which modules of the bundle share a file. Left alone, the bundler makes one for every set of entries that
 * share a module: eighty small files for one command, whose opening takes a tenth of a short run.
 */
import { join } from 'node:path';

/** What is loaded most, or must load fast: modules are put together that the same of these need. */
const entries = {
  program: 'src/cli/main.ts',
  align: 'src/cli/commands/align/run.ts',
  convert: 'src/cli/commands/convert/run.ts',
  texts: 'src/pipeline/threads/text-worker.ts',
  embedder: 'src/pipeline/threads/source-embedder.ts',
  aligner: 'src/pipeline/threads/align-worker.ts',
};

/** For the bundler: the name of the file of a module, or null to leave it to the bundler. */
export function chunkNames(root) {
  let names;
  return (id, context) => {
    names ??= namesOf(root, context);
    return names.get(id) ?? null;
  };
}

/** The names of all modules that one of the entries imports, by way of whatever, before it runs. */
function namesOf(root, context) {
  const users = new Map();
  for (const [name, path] of Object.entries(entries)) {
    const open = [join(root, path)];
    const seen = new Set(open);
    if (!context.getModuleInfo(open[0]))
      throw new Error(`${path}: no such module; see chunk-names.mjs`);
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      users.set(id, [...(users.get(id) ?? []), name]);
      for (const next of context.getModuleInfo(id)?.importedIds ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        open.push(next);
      }
    }
  }
  // What is run first has a file of its own.
  for (const path of Object.values(entries)) users.delete(join(root, path));
  return new Map([...users].map(([id, names]) => [id, `for-${withoutEmbedder(names).join('-')}`]));
}

/** Its own needs are worth a file; what others need with it is not divided any further. */
function withoutEmbedder(names) {
  const others = names.filter((name) => name !== 'embedder');
  const isShared = others.length > 1 || (others.length === 1 && others[0] !== 'align');
  return isShared ? others : names;
}
