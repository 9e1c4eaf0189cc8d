/** Sentences of one file found by their text among those of another one, which counts them otherwise. */

/** What texts are compared by: formats keep blanks and line breaks differently. */
export const bareText = (text: string): string => text.replace(/\s+/gu, '');

/** As many characters of a sentence find where it may stand. */
const keyLength = 24;

/**
 * Finds each text of `own` among the sentences of `others`, where it may be several neighbours. Texts that are there twice
 * are found in order. Near linear in both.
 *
 * @returns the numbers in `others` by those in `own`; nothing for a text that is not there
 */
export function placeSentences(
  own: ReadonlyMap<number, string>,
  others: ReadonlyMap<number, string>,
): ReadonlyMap<number, readonly number[]> {
  const sentences = [...others].sort(([x], [y]) => x - y);
  const texts = sentences.map(([, text]) => bareText(text));
  const starts = new Map<string, number[]>();
  for (const [at, text] of texts.entries()) {
    if (text === '') continue;
    const key = text.slice(0, keyLength);
    const known = starts.get(key);
    if (known) known.push(at);
    else starts.set(key, [at]);
  }
  const used = new Uint8Array(texts.length);
  const found = new Map<number, readonly number[]>();
  for (const [number, text] of [...own].sort(([x], [y]) => x - y)) {
    const wanted = bareText(text);
    const place = placeOf(wanted, texts, starts, used);
    if (place === undefined) continue;
    const [from, end] = place;
    used.fill(1, from, end);
    found.set(
      number,
      sentences.slice(from, end).map(([other]) => other),
    );
  }
  return found;
}

/** More places with the same beginning are not tried. */
const mostTried = 1000;

/** The sentences that a text consists of, none of which has been found before. */
function placeOf(
  wanted: string,
  texts: readonly string[],
  starts: ReadonlyMap<string, number[]>,
  used: Uint8Array,
): readonly [from: number, end: number] | undefined {
  for (const key of keysOf(wanted)) {
    const places = starts.get(key) ?? [];
    // Those before are mostly taken: they need not be looked at again.
    while (places.length > 0 && used[places[0] ?? 0] === 1) places.shift();
    for (const from of places.slice(0, mostTried)) {
      let end = from;
      let length = 0;
      while (end < texts.length && length < wanted.length && used[end] === 0) {
        const text = texts[end] ?? '';
        if (!wanted.startsWith(text, length)) break;
        length += text.length;
        end++;
      }
      if (length === wanted.length && end > from) return [from, end];
    }
  }
  return undefined;
}

/** A first sentence may be shorter than a key. */
function* keysOf(wanted: string): Generator<string, void, undefined> {
  for (let length = Math.min(keyLength, wanted.length); length > 0; length--)
    yield wanted.slice(0, length);
}
