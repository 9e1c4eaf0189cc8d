import { useEffect, useState } from 'preact/hooks';
import type { Store } from './store.js';

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
