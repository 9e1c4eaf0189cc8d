/** Initial size of a chunk; at twice this size it is split. */
const chunkSize = 512;

/**
 * A list whose items can be replaced in the middle without moving everything that follows: a step costs
 * as much as one chunk and the list of chunks, not the whole list.
 */
export class ChunkedList<T> {
  #chunks: T[][];
  #length: number;

  constructor(items: readonly T[]) {
    this.#chunks = inChunks(items);
    this.#length = items.length;
  }

  get length(): number {
    return this.#length;
  }

  at(index: number): T | undefined {
    const { chunk, offset } = this.#find(index);
    return this.#chunks[chunk]?.[offset];
  }

  /** Like an array's; returns the removed items. */
  splice(start: number, count: number, inserted: readonly T[]): T[] {
    const { chunk, offset } = this.#find(start);
    const removed: T[] = [];
    let last = chunk;
    const first = this.#chunks[chunk] ?? [];
    const kept = first.slice(0, offset);
    let rest = first.slice(offset);
    for (;;) {
      // At most a chunk at a time: arguments go on the stack.
      removed.push(...rest.splice(0, count - removed.length));
      if (removed.length === count || last + 1 >= this.#chunks.length) break;
      rest = [...(this.#chunks[++last] ?? [])];
    }
    const parts = kept.length + inserted.length + rest.length;
    const items = [...kept, ...inserted, ...rest];
    const made = parts > 2 * chunkSize ? inChunks(items) : parts > 0 ? [items] : [];
    this.#chunks.splice(chunk, last - chunk + 1, ...made);
    this.#length += inserted.length - removed.length;
    return removed;
  }

  /** Index of the first item for which `reached` is true, as it must be for all that follow. */
  firstWhere(reached: (item: T) => boolean): number {
    let before = 0;
    for (const chunk of this.#chunks) {
      const last = chunk.at(-1);
      if (last !== undefined && reached(last)) return before + chunk.findIndex(reached);
      before += chunk.length;
    }
    return before;
  }

  toArray(): T[] {
    return this.#chunks.flat();
  }

  #find(index: number): { readonly chunk: number; readonly offset: number } {
    let offset = index;
    let chunk = 0;
    for (; chunk < this.#chunks.length - 1; chunk++) {
      const { length } = this.#chunks[chunk] ?? [];
      if (offset < length) break;
      offset -= length;
    }
    return { chunk, offset };
  }
}

function inChunks<T>(items: readonly T[]): T[][] {
  const chunks: T[][] = [];
  for (let at = 0; at < items.length; at += chunkSize) chunks.push(items.slice(at, at + chunkSize));
  return chunks;
}
