/** The state of the page: one value that changes by steps, and those who want to know. */
import { useEffect, useState } from 'preact/hooks';

/** A value that can be watched. */
export class Store<Value> {
  #value: Value;
  readonly #watchers = new Set<() => void>();

  constructor(value: Value) {
    this.#value = value;
  }

  get value(): Value {
    return this.#value;
  }

  /** Replaces the value and tells everybody, unless it is the same. */
  set(value: Value): void {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    for (const watcher of [...this.#watchers]) watcher();
  }

  /** Calls back after every change; returns how to stop. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  }
}

/** The part of a store that a component shows; it is drawn again when that part changes. */
export function useStore<Value, Part>(store: Store<Value>, part: (value: Value) => Part): Part {
  const now = part(store.value);
  const [, draw] = useState<{ readonly part: Part }>({ part: now });
  useEffect(() => {
    let last = part(store.value);
    if (!Object.is(last, now)) draw({ part: last });
    return store.watch(() => {
      const next = part(store.value);
      if (Object.is(next, last)) return;
      last = next;
      draw({ part: next });
    });
  }, [store]);
  return now;
}
