import { join } from 'node:path';
import type { Embedder } from '../domain.js';
import { loadEmbedder } from '../embed/embedder.js';
import { directories } from '../platform/directories.js';
import type { ParsedArguments } from './command.js';

/** Loads the model that `--model` and `--no-cache` ask for. Errors as `loadEmbedder`. */
export function loadModel(args: Pick<ParsedArguments, 'text' | 'flag'>): Promise<Embedder> {
  const model = args.text('model');
  return loadEmbedder({
    ...(model !== undefined && { model }),
    cacheFolder: args.flag('cache') ? join(directories().cache, 'vectors') : null,
  });
}
