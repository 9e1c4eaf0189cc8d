/** Which sentences of a text are those of an earlier state of it: the same ones, and similar ones. */
import { diffArrays } from 'diff';

/** What became of the sentences; indexes of both lists, each in one pair at most. */
export interface SentenceMatch {
  /** Before -> after, where the text is the same but for blanks and line breaks. */
  readonly same: ReadonlyMap<number, number>;
  /** Before -> after, where the text is nearly the same. */
  readonly similar: ReadonlyMap<number, number>;
  /** After -> before: a sentence that was several neighbours before, word for word. */
  readonly joined: ReadonlyMap<number, readonly number[]>;
}

/** Beyond this many edits the two texts are hardly versions of each other: O(sentences x edits). */
const budget = 4000;
/** Blocks of up to this many pairs are compared in full, larger ones along their diagonal. */
const pairsInFull = 10_000;
/** How far from the diagonal of a large block similar sentences are looked for. */
const reach = 8;
/** So many characters tell which pieces a sentence may be made of. */
const beginning = 8;
/** Smallest share of common letter pairs that makes two sentences versions of each other. */
const leastSimilar = 0.5;

/** Neighbouring sentences that one text has where the other one has others. */
interface Block {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** Finds the sentences of `before` in `after`: in order, moved, joined, and changed a little. */
export function matchSentences(before: readonly string[], after: readonly string[]): SentenceMatch {
  const [keysBefore, keysAfter] = [before.map(keyOf), after.map(keyOf)];
  const same = new Map<number, number>();
  const blocks = inOrder(keysBefore, keysAfter, same);
  const taken = new Set(same.values());
  matchMoved(keysBefore, keysAfter, same, taken);
  const left = blocks.map((block) => ({
    before: block.before.filter((index) => !same.has(index)),
    after: block.after.filter((index) => !taken.has(index)),
  }));
  const joined = new Map<number, readonly number[]>();
  const similar = new Map<number, number>();
  const parts = new Set<number>();
  for (const block of left) {
    for (const index of matchJoined(block, before, after, joined)) parts.add(index);
    const open = {
      before: block.before.filter((index) => !parts.has(index)),
      after: block.after.filter((index) => !joined.has(index)),
    };
    matchSimilar(open, nearDiagonal(open), keysBefore, keysAfter, similar);
  }
  // What was changed inside a paragraph that was moved is in two blocks.
  const found = new Set(similar.values());
  const rest = {
    before: [...before.keys()].filter((at) => !same.has(at) && !parts.has(at) && !similar.has(at)),
    after: [...after.keys()].filter((at) => !taken.has(at) && !joined.has(at) && !found.has(at)),
  };
  matchSimilar(rest, besideNeighbours(rest, same), keysBefore, keysAfter, similar);
  return { same, similar, joined };
}

function keyOf(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Pairs what both texts have in the same order; what stands between comes back in blocks. */
function inOrder(
  before: readonly string[],
  after: readonly string[],
  same: Map<number, number>,
): readonly Block[] {
  const parts = diffArrays([...before], [...after], { maxEditLength: budget });
  const all = { before: [...before.keys()], after: [...after.keys()] };
  if (parts === undefined) return [all];
  const blocks: { before: number[]; after: number[] }[] = [];
  let open: { before: number[]; after: number[] } | undefined;
  let [a, b] = [0, 0];
  for (const { count, added, removed } of parts) {
    if (!added && !removed) {
      for (let step = 0; step < count; step++) same.set(a++, b++);
      open = undefined;
      continue;
    }
    if (open === undefined) blocks.push((open = { before: [], after: [] }));
    for (let step = 0; step < count; step++) {
      if (removed) open.before.push(a++);
      else open.after.push(b++);
    }
  }
  return blocks;
}

/** Pairs what stands elsewhere now: sentences that are left once on either side, and their neighbours. */
function matchMoved(
  before: readonly string[],
  after: readonly string[],
  same: Map<number, number>,
  taken: Set<number>,
): void {
  const places = (keys: readonly string[], used: (index: number) => boolean) => {
    const found = new Map<string, number | null>();
    keys.forEach((key, index) => {
      if (key !== '' && !used(index)) found.set(key, found.has(key) ? null : index);
    });
    return found;
  };
  const elsewhere = places(after, (index) => taken.has(index));
  const moved: [number, number][] = [];
  for (const [key, a] of places(before, (index) => same.has(index))) {
    const b = elsewhere.get(key) ?? null;
    if (a !== null && b !== null) moved.push([a, b]);
  }
  const pair = (a: number, b: number) => {
    same.set(a, b);
    taken.add(b);
  };
  for (const [a, b] of moved) pair(a, b);
  for (const [a, b] of moved) {
    for (const step of [-1, 1]) {
      for (let at = step; ; at += step) {
        const key = before[a + at];
        if (key === undefined || key !== after[b + at]) break;
        if (same.has(a + at) || taken.has(b + at)) break;
        pair(a + at, b + at);
      }
    }
  }
}

/** Finds sentences that were several before, as where a reviewer cut one; gives back those several. */
function matchJoined(
  block: Block,
  before: readonly string[],
  after: readonly string[],
  joined: Map<number, readonly number[]>,
): ReadonlySet<number> {
  const bare = (text = '') => text.replace(/\s+/gu, '');
  const pieces = block.before.map((index) => ({ index, text: bare(before[index]) }));
  const beginnings = new Map<string, number[]>();
  pieces.forEach(({ text }, first) => {
    if (text === '') return;
    const key = text.slice(0, beginning);
    const known = beginnings.get(key);
    if (known) known.push(first);
    else beginnings.set(key, [first]);
  });
  const parts = new Set<number>();
  for (const whole of block.after) {
    const text = bare(after[whole]);
    for (const first of firstsOf(text, beginnings)) {
      const own = piecesOf(text, pieces, first);
      if (own.length < 2 || own.some((index) => parts.has(index))) continue;
      joined.set(whole, own);
      for (const index of own) parts.add(index);
      break;
    }
  }
  return parts;
}

/** Places of the pieces that a text may begin with. */
function firstsOf(
  text: string,
  beginnings: ReadonlyMap<string, readonly number[]>,
): readonly number[] {
  const lengths = Array.from({ length: beginning }, (_, index) => index + 1);
  return lengths
    .filter((length) => length <= text.length)
    .flatMap((length) => beginnings.get(text.slice(0, length)) ?? []);
}

/** The neighbouring sentences, from a first one on, that make up a text; none where they don't. */
function piecesOf(
  text: string,
  pieces: readonly { readonly index: number; readonly text: string }[],
  first: number,
): readonly number[] {
  const own: number[] = [];
  for (let length = 0; length < text.length;) {
    const piece = pieces[first + own.length];
    const neighbour = own.length === 0 || piece?.index === (own.at(-1) ?? -2) + 1;
    if (piece === undefined || piece.text === '' || !neighbour) return [];
    if (!text.startsWith(piece.text, length)) return [];
    length += piece.text.length;
    own.push(piece.index);
  }
  return own;
}

/** Places in the list of what is left after, where a sentence that is left before may be. */
type Candidates = (row: number) => Iterable<number>;

/** All places of small blocks, those near the diagonal of large ones. */
function nearDiagonal({ before, after }: Block): Candidates {
  if (before.length * after.length <= pairsInFull) return () => after.keys();
  return function* (row) {
    const middle = Math.round((row * after.length) / before.length);
    const last = Math.min(after.length, middle + reach + 1);
    for (let column = Math.max(0, middle - reach); column < last; column++) yield column;
  };
}

/** Places beside those where the sentences before and after it are now. */
function besideNeighbours({ before, after }: Block, same: ReadonlyMap<number, number>): Candidates {
  const columns = new Map(after.map((index, column) => [index, column]));
  return function* (row) {
    const index = before[row] ?? -1;
    const found = new Set<number>();
    for (const step of [-1, 1]) {
      let distance = 1;
      while (distance < reach && !same.has(index + step * distance)) distance++;
      const near = same.get(index + step * distance);
      if (near === undefined) continue;
      for (let off = 1; off <= reach; off++) {
        const column = columns.get(near - step * off);
        if (column !== undefined) found.add(column);
      }
    }
    yield* found;
  };
}

/** Pairs sentences of a block that share most of their letter pairs, the most similar ones first. */
function matchSimilar(
  block: Block,
  candidates: Candidates,
  before: readonly string[],
  after: readonly string[],
  similar: Map<number, number>,
): void {
  const shapes = block.after.map((index) => letterPairs(after[index] ?? ''));
  const found: { a: number; b: number; likeness: number }[] = [];
  block.before.forEach((a, row) => {
    const shape = letterPairs(before[a] ?? '');
    for (const column of candidates(row)) {
      const likeness = share(shape, shapes[column] ?? new Map<string, number>());
      const b = block.after[column];
      if (b !== undefined && likeness >= leastSimilar) found.push({ a, b, likeness });
    }
  });
  found.sort((x, y) => y.likeness - x.likeness || x.a - y.a || x.b - y.b);
  const taken = new Set<number>();
  for (const { a, b } of found) {
    if (similar.has(a) || taken.has(b)) continue;
    similar.set(a, b);
    taken.add(b);
  }
}

/** How often each pair of neighbouring characters stands in a text. */
function letterPairs(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; at++) {
    const pair = text.slice(at, at + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

/** Dice's coefficient of two counts: 0 to 1. */
function share(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let [common, total] = [0, 0];
  for (const [pair, count] of a) {
    common += Math.min(count, b.get(pair) ?? 0);
    total += count;
  }
  for (const count of b.values()) total += count;
  return total === 0 ? 0 : (2 * common) / total;
}
