/** Embeds with the bundled model in a thread beside the one that aligns. */
import type { Embedding, Source } from '../../domain.js';
import type { StreamOptions } from '../../segment/streams.js';
import { loadBundledBeside } from '../chosen-model.js';
import { embedSource } from '../embedding/embed-source.js';

/** Loads the model once for all sources. */
export class SourceEmbedder {
  readonly #loading = loadBundledBeside();
  readonly #lengths: readonly number[];
  readonly #options: StreamOptions;

  /** @param lengths characters of all sources of the run */
  constructor(lengths: readonly number[], options: StreamOptions) {
    this.#lengths = lengths;
    this.#options = options;
    this.#loading.catch(() => {});
  }

  /** Null where that fails: whoever needs the vectors makes them, and meets the error. */
  async embed(source: Source, index: number): Promise<(Embedding | null)[] | null> {
    try {
      return await embedSource(source, index, this.#lengths, await this.#loading, this.#options);
    } catch {
      return null;
    }
  }

  /** Closes the model. */
  async close(): Promise<void> {
    await this.#loading.then((embedder) => embedder.close()).catch(() => {});
  }
}
