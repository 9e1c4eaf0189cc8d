/** How matching grows with the documents: made vectors of 40 sentences a document, an eighth without a partner. */
import { matchSides } from '../../src/match/match-sides.js';
import type { Options } from './main.js';
import type { MatchSide } from '../../src/match/documents/side.js';

const dimension = 384;
/** Sentences of a document; where a side has many documents, blocks of them, as the program makes them. */
const mostSentences = 40;
const mostRows = 320_000;
const leastBlocks = 8;
const topics = 50;

/** Numbers that look random, the same in every run. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32 - 0.5;
  };
}

/** Documents whose sentences share the direction of a topic; the second side is the first with noise. */
function madeSide(count: number, seed: number): MatchSide {
  const sentences = Math.max(leastBlocks, Math.min(mostSentences, Math.floor(mostRows / count)));
  const noise = randomFrom(seed);
  const rows = Array.from({ length: count }, (_, document) => {
    const topicRandom = randomFrom(document % topics);
    const topic = Float32Array.from({ length: dimension }, () => topicRandom());
    // The last eighth of either side is its own.
    const isShared = document < (count * 7) / 8;
    const own = randomFrom(isShared ? 7919 * document + 1 : -7919 * document - seed);
    const all = new Int16Array(sentences * dimension);
    const row = new Float32Array(dimension);
    for (let sentence = 0; sentence < sentences; sentence++) {
      let square = 0;
      for (let d = 0; d < dimension; d++) {
        row[d] = topic[d]! * 0.5 + own() + noise() * 0.8;
        square += row[d]! ** 2;
      }
      for (let d = 0; d < dimension; d++)
        all[sentence * dimension + d] = Math.round((row[d]! / Math.sqrt(square)) * 16384);
    }
    return all;
  });
  const term = randomFrom(seed + 5);
  return {
    count,
    dimension,
    offsets: Int32Array.from({ length: count + 1 }, (_, document) => document * sentences),
    rows,
    lengths: Float32Array.from({ length: count * sentences }, () => 80 + 40 * noise()),
    terms: rows.map(() =>
      Int32Array.from({ length: 200 }, () => Math.floor((term() + 0.5) * 50_000)).sort(),
    ),
  };
}

/** Prints seconds and memory for each number of documents, and how many pairs were right. */
export async function run({ sizes = '1000x1000,2000x2000,4000x4000' }: Options): Promise<void> {
  for (const size of sizes.split(',')) {
    const [countA = 0, countB = countA] = size.split('x').map(Number);
    const a = madeSide(countA, 1);
    const b = madeSide(countB, 2);
    const started = performance.now();
    const { user, system } = process.cpuUsage();
    const { pairs } = matchSides(a, b, { termCount: 50_000 });
    const seconds = (performance.now() - started) / 1000;
    const spent = process.cpuUsage({ user, system });
    const processor = (spent.user + spent.system) / 1e6;
    const right = pairs.filter((pair) => pair.a === pair.b).length;
    const memory = Math.round(process.resourceUsage().maxRSS / 1024);
    console.log(
      `${size} documents: ${seconds.toFixed(1)} s, ${processor.toFixed(1)} s of processor time, ${memory} MB, ${right} right of ${pairs.length} pairs`,
    );
  }
}
