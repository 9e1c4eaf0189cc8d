import { ChannelReader } from './channel.js';
import type { Shared } from './channel.js';
import { judgeClauses } from './clauses.js';
import { featureTable, skippingFeatureCount } from './feature-table.js';
import { Ending, isUnfinished } from './marks.js';
import { Neighbourhood } from '../search/neighbourhood.js';
import { skippingFeatures } from './skip-features.js';
import { judgeWords } from './words.js';
import type { WordVerdict } from './words.js';
import { shapeClass } from '../search/bead-shapes.js';
import type { Evidence } from './evidence.js';

/** Writes the features of beads. Holds scratch memory; visit beads node by node. */
export class FeatureReader {
  readonly #near: Neighbourhood;
  readonly #numbers: ChannelReader;
  readonly #lookalikes: ChannelReader;
  readonly #lexicon: ChannelReader;
  readonly #shared: Shared = { found: 0, lackingA: 0, lackingB: 0, leak: 0 };
  readonly #verdictA: WordVerdict = { found: 0, weakest: 0, leak: 0 };
  readonly #verdictB: WordVerdict = { found: 0, weakest: 0, leak: 0 };
  #row = -1;
  #column = -1;
  #out: Float64Array | Float32Array = new Float64Array(0);
  #at = 0;
  readonly #evidence: Evidence;

  constructor(evidence: Evidence) {
    this.#evidence = evidence;

    const { plane } = evidence;
    this.#near = new Neighbourhood(plane, evidence.scale);
    this.#numbers = new ChannelReader(evidence.numbers);
    this.#lookalikes = new ChannelReader(evidence.lookalikes);
    this.#lexicon = new ChannelReader(evidence.lexicon);
  }

  /** Writes `featureTable.length` numbers for the bead i..i+n-1 / j..j+m-1 to `out` from `at` on. */
  read(
    i: number,
    n: number,
    j: number,
    m: number,
    out: Float64Array | Float32Array,
    at: number,
  ): void {
    if (this.#row !== i || this.#column !== j) this.#near.enter(i, j);
    this.#row = i;
    this.#column = j;
    this.#out = out;
    this.#at = at;
    out.fill(0, at, at + featureTable.length);
    if (n > 0 && m > 0) {
      this.#size(n, m);
      this.#meaning(i, n, j, m);
      this.#clauses(i, n, j, m);
      this.#words(i, n, j, m);
      this.#length(i, n, j, m);
      this.#channels(i, n, j, m);
      this.#punctuation(i, n, j, m);
      this.#quotation(i, n, j, m);
    } else {
      const start = at + featureTable.length - skippingFeatureCount;
      skippingFeatures(this.#evidence, this.#near, i, n, j, out, start);
    }
  }

  #put(value: number): void {
    this.#out[this.#at++] = value;
  }

  #flag(value: boolean): void {
    this.#out[this.#at++] = value ? 1 : 0;
  }

  #size(n: number, m: number): void {
    this.#out[this.#at + shapeClass(n, m)] = 1;
    this.#at += 7;
    this.#put(n + m - 2);
    this.#put(Math.abs(n - m));
  }

  #meaning(i: number, n: number, j: number, m: number): void {
    const near = this.#near;
    const { plane, scale } = this.#evidence;
    const { bestA, bestB } = plane;
    const cosine = near.cosine(i, n, j, m);
    this.#put(cosine);
    this.#put(cosine * cosine);
    let weakest = cosine;
    let best = 0;
    for (let r = i; r < i + n; r++) {
      if (n > 1) weakest = Math.min(weakest, near.cosine(r, 1, j, m));
      best += bestA[r]!;
    }
    for (let c = j; c < j + m; c++) {
      if (m > 1) weakest = Math.min(weakest, near.cosine(i, n, c, 1));
      best += bestB[c]!;
    }
    this.#put(weakest);
    this.#put((scale * best) / (n + m) - cosine);

    const o1 = near.cosine(i - 1, 1, j, m);
    const o2 = near.cosine(i + n, 1, j, m);
    const o3 = near.cosine(i, n, j - 1, 1);
    const o4 = near.cosine(i, n, j + m, 1);
    this.#put((o1 + o2 + o3 + o4) / 4);
    this.#put(Math.max(o1, o2, o3, o4));
    const extendable = i > 0 ? n + 1 : 0;
    const e1 = extendable > 0 && n + 1 <= 7 ? near.cosine(i - 1, n + 1, j, m) - cosine : -1;
    const e2 = n + 1 <= 7 && i + n < plane.a.count ? near.cosine(i, n + 1, j, m) - cosine : -1;
    const e3 = j > 0 && m + 1 <= 7 ? near.cosine(i, n, j - 1, m + 1) - cosine : -1;
    const e4 = m + 1 <= 7 && j + m < plane.b.count ? near.cosine(i, n, j, m + 1) - cosine : -1;
    this.#put(positive(e1) + positive(e2) + positive(e3) + positive(e4));
    this.#put(Math.max(e1, e2, e3, e4, -0.5));
    const s1 = n > 1 ? near.cosine(i + 1, n - 1, j, m) - cosine : -1;
    const s2 = n > 1 ? near.cosine(i, n - 1, j, m) - cosine : -1;
    const s3 = m > 1 ? near.cosine(i, n, j + 1, m - 1) - cosine : -1;
    const s4 = m > 1 ? near.cosine(i, n, j, m - 1) - cosine : -1;
    this.#put(positive(s1) + positive(s2) + positive(s3) + positive(s4));
    this.#put(n + m > 2 ? Math.max(s1, s2, s3, s4, -0.5) : -0.5);
    let split = -0.5;
    let weaker = -0.5;
    for (let p = 1; p < n; p++) {
      for (let q = 1; q < m; q++) {
        const upper = near.cosine(i, p, j, q);
        const lower = near.cosine(i + p, n - p, j + q, m - q);
        split = Math.max(split, (upper + lower) / 2 - cosine);
        weaker = Math.max(weaker, Math.min(upper, lower) - cosine);
      }
    }
    this.#put(split);
    this.#put(weaker);
    const x1 = near.cosine(i, 1, j - 1, 1);
    const x2 = near.cosine(i + n - 1, 1, j + m, 1);
    const x3 = near.cosine(i - 1, 1, j, 1);
    const x4 = near.cosine(i + n, 1, j + m - 1, 1);
    this.#put(Math.max(x1, x2, x3, x4));
    this.#put(
      Math.max(
        x1 - near.cosine(i, 1, j, m),
        x2 - near.cosine(i + n - 1, 1, j, m),
        x3 - near.cosine(i, n, j, 1),
        x4 - near.cosine(i, n, j + m - 1, 1),
      ),
    );
    const before = near.cosine(i - 1, 1, j - 1, 1);
    const after = near.cosine(i + n, 1, j + m, 1);
    this.#put(before + after);
    this.#put(Math.min(before, after));
    this.#put(x1 + x2 + x3 + x4);
  }

  #clauses(i: number, n: number, j: number, m: number): void {
    const verdict = { largestLeak: -0.3, leak: 0, edgeLeak: 0, weakest: 1, mean: 0 };
    judgeClauses(this.#evidence.clausesA, i, n, j, m, verdict);
    judgeClauses(this.#evidence.clausesB, j, m, i, n, verdict);
    this.#put(verdict.largestLeak);
    this.#put(verdict.leak);
    this.#put(verdict.edgeLeak);
    this.#put(verdict.weakest);
    this.#put(verdict.mean / 2);
  }

  #words(i: number, n: number, j: number, m: number): void {
    const { wordsA, wordsB } = this.#evidence;
    const a = judgeWords(wordsA, i, n, j, m, this.#verdictA);
    const b = judgeWords(wordsB, j, m, i, n, this.#verdictB);
    this.#put((a.found + b.found) / 2);
    this.#put(Math.min(a.found, b.found));
    this.#put(Math.min(a.weakest, b.weakest));
    this.#put(a.leak + b.leak);
    this.#put(Math.max(a.leak, b.leak));
  }

  #length(i: number, n: number, j: number, m: number): void {
    const { lengthsA, lengthsB, a, b } = this.#evidence.plane;
    const of = (sums: Float64Array, from: number, to: number): number =>
      sums[to]! - sums[from]! + 2;
    const ratio = (i0: number, i1: number, j0: number, j1: number): number =>
      Math.abs(Math.log(of(lengthsA, i0, i1) / of(lengthsB, j0, j1)));
    const la = of(lengthsA, i, i + n);
    const lb = of(lengthsB, j, j + m);
    const own = Math.min(3, Math.abs(Math.log(la / lb)));
    this.#put(own);
    this.#put(own * own);
    this.#put(Math.min(6, Math.abs(la - lb) / Math.sqrt(la + lb)));
    let extended = 3;
    if (i > 0) extended = Math.min(extended, ratio(i - 1, i + n, j, j + m));
    if (i + n < a.count) extended = Math.min(extended, ratio(i, i + n + 1, j, j + m));
    if (j > 0) extended = Math.min(extended, ratio(i, i + n, j - 1, j + m));
    if (j + m < b.count) extended = Math.min(extended, ratio(i, i + n, j, j + m + 1));
    this.#put(Math.max(-1, own - extended));
    let shrunk = 3;
    if (n > 1)
      shrunk = Math.min(shrunk, ratio(i + 1, i + n, j, j + m), ratio(i, i + n - 1, j, j + m));
    if (m > 1)
      shrunk = Math.min(shrunk, ratio(i, i + n, j + 1, j + m), ratio(i, i + n, j, j + m - 1));
    this.#put(n + m > 2 ? Math.max(-1, own - shrunk) : -1);
    let shortest = Infinity;
    for (let r = i; r < i + n; r++) shortest = Math.min(shortest, of(lengthsA, r, r + 1));
    for (let c = j; c < j + m; c++) shortest = Math.min(shortest, of(lengthsB, c, c + 1));
    this.#put(Math.log(shortest) / 4);
    this.#put(Math.log(la + lb) / 5);
  }

  #channels(i: number, n: number, j: number, m: number): void {
    const shared = this.#shared;
    this.#numbers.read(i, n, j, m, shared);
    this.#put(Math.min(3, shared.found));
    this.#put(Math.min(3, shared.lackingA, shared.lackingB));
    this.#put(Math.min(3, Math.abs(shared.lackingA - shared.lackingB)));
    this.#put(Math.min(3, shared.leak));
    this.#lookalikes.read(i, n, j, m, shared);
    this.#put(Math.min(5, shared.found));
    this.#put(Math.min(5, shared.lackingA + shared.lackingB));
    this.#put(Math.min(5, shared.leak));
    this.#put(shared.found / (shared.found + (shared.lackingA + shared.lackingB) / 2 + 1));
    this.#lexicon.read(i, n, j, m, shared);
    this.#put(Math.min(8, shared.found));
    this.#put(Math.min(8, shared.lackingA + shared.lackingB));
    this.#put(Math.min(8, shared.lackingA, shared.lackingB));
    this.#put(Math.min(8, shared.leak));
    this.#put(shared.found / (shared.found + (shared.lackingA + shared.lackingB) / 2 + 1));
  }

  #punctuation(i: number, n: number, j: number, m: number): void {
    const { marksA, marksB } = this.#evidence;
    const endA = marksA.ending[i + n - 1]!;
    const endB = marksB.ending[j + m - 1]!;
    this.#flag(endA === endB);
    this.#flag((endA === Ending.question) !== (endB === Ending.question));
    this.#flag((endA === Ending.exclamation) !== (endB === Ending.exclamation));
    this.#flag(isUnfinished(endA) !== isUnfinished(endB));
    this.#flag(isUnfinished(endA) && isUnfinished(endB));
    let unfinished = 0;
    let small = 0;
    for (let r = i; r < i + n - 1; r++) {
      if (isUnfinished(marksA.ending[r]!)) unfinished++;
      small += marksA.startsLow[r + 1]!;
    }
    for (let c = j; c < j + m - 1; c++) {
      if (isUnfinished(marksB.ending[c]!)) unfinished++;
      small += marksB.startsLow[c + 1]!;
    }
    this.#put(Math.min(2, unfinished));
    this.#put(Math.min(2, small));
    this.#pair(marksA.startsLow[i], marksB.startsLow[j]);
    this.#pair(marksA.startsLow[i + n], marksB.startsLow[j + m]);
  }

  #quotation(i: number, n: number, j: number, m: number): void {
    const { marksA, marksB } = this.#evidence;
    const insideA = marksA.inside[i]!;
    const insideB = marksB.inside[j]!;
    const afterA = marksA.inside[i + n] ?? 0;
    const afterB = marksB.inside[j + m] ?? 0;
    const evenA = insideA === afterA;
    const evenB = insideB === afterB;
    this.#flag(evenA && evenB);
    this.#flag(evenA !== evenB);
    this.#pair(marksA.startsQuoted[i], marksB.startsQuoted[j]);
    let quotedA = 0;
    let quotedB = 0;
    let inner = 0;
    let begins = 0;
    let ends = 0;
    let begun = 0;
    for (let r = i; r < i + n; r++) {
      quotedA |= marksA.quoted[r]! | marksA.startsQuoted[r]!;
      if (r > i) inner += marksA.inside[r]!;
      if (r > i) begins += marksA.startsQuoted[r]!;
      if (r > i) ends += marksA.endsQuoted[r - 1]!;
      begun += marksA.begun[r]!;
    }
    for (let c = j; c < j + m; c++) {
      quotedB |= marksB.quoted[c]! | marksB.startsQuoted[c]!;
      if (c > j) inner += marksB.inside[c]!;
      if (c > j) begins += marksB.startsQuoted[c]!;
      if (c > j) ends += marksB.endsQuoted[c - 1]!;
      begun -= marksB.begun[c]!;
    }
    this.#flag(quotedA !== quotedB);
    this.#pair(insideA, insideB);
    this.#pair(afterA, afterB);
    this.#put(Math.min(3, inner));
    this.#put(Math.min(3, begins));
    this.#pair(marksA.endsQuoted[i + n - 1], marksB.endsQuoted[j + m - 1]);
    this.#put(Math.min(3, ends));
    this.#put(Math.min(3, Math.abs(begun)));
  }

  /** Two features: on one side only, on both. */
  #pair(x: number | undefined, y: number | undefined): void {
    this.#flag((x === 1) !== (y === 1));
    this.#flag(x === 1 && y === 1);
  }
}

const positive = (value: number): number => (value > 0 ? value : 0);
