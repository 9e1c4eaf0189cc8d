/** What speaks for and against each candidate pair, as numbers that compare across runs. */
import { dot } from '../align/vectors/dot.js';
import { documentVectors, findCandidates } from './candidates.js';
import type { Candidates } from './documents/candidates.js';
import { hubness } from './evidence/hubness.js';
import { longestOf, PassageComparer, type PassageContext } from './evidence/passages.js';
import { SharedTerms } from './evidence/shared-terms.js';
import { wordEvidence } from './evidence/words.js';
import { RowStore } from './documents/row-store.js';
import { documentLength, type MatchSide } from './documents/side.js';
import { longestWorded, type WordVectors } from './documents/words.js';
import { contrast, type Usual } from './contrast.js';

/** The names of the features, in the order of the weights. */
export const featureNames = [
  'documents',
  'documents above others',
  'plain documents above others',
  'best sentences',
  'best sentences above others',
  'chain',
  'chain above others',
  'plain chain above others',
  'mutual',
  'mutual above others',
  'smaller coverage',
  'larger coverage',
  'terms',
  'terms above others',
  'length',
  'length squared',
  'words above others',
] as const;

type FeatureName = (typeof featureNames)[number];

/** Candidates with their features. */
export interface FeatureTable {
  readonly candidates: Candidates;
  /** One row of `featureNames.length` numbers per candidate. */
  readonly values: Float32Array;
  /** Of each candidate, the share of either text that has a counterpart in the other. */
  readonly sharedA: Float32Array;
  readonly sharedB: Float32Array;
  readonly terms: SharedTerms;
  readonly context: PassageContext;
  /** As in the options. */
  readonly termCount: number;
}

export interface FeatureOptions {
  /** Number of terms in the index of both sides. */
  readonly termCount: number;
  /** Of the words that the sides list; none if absent. */
  readonly wordVectors?: WordVectors;
  /** Both sides are the same documents: none is compared with itself. */
  readonly within?: boolean;
  /** Called now and then with the share that is done. */
  readonly onProgress?: (share: number) => void;
}

/** Measured in small collections of prose. */
const usual = {
  documents: { rival: 0.2, spread: 0.1 },
  plainDocuments: { rival: 0.38, spread: 0.1 },
  best: { rival: -0.05, spread: 0.05 },
  chain: { rival: 0.06, spread: 0.04 },
  plainChain: { rival: 0.2, spread: 0.06 },
  mutual: { rival: 0.2, spread: 0.2 },
  shared: { rival: 0.03, spread: 0.04 },
  words: { rival: 0.3, spread: 0.05 },
} as const satisfies Record<string, Usual>;

/** Finds the candidates and computes their features. Near linear in the documents but for their nearest neighbours. */
export function computeFeatures(a: MatchSide, b: MatchSide, options: FeatureOptions): FeatureTable {
  const { onProgress = () => {} } = options;
  const longest = longestOf(a) + 2;
  const store = new RowStore([a, b], Math.max(64 * 64, longest * (longestOf(b) + 4)));
  const centred = [
    documentVectors(a, (_, sentence) => store.row(0, sentence)),
    documentVectors(b, (_, sentence) => store.row(1, sentence)),
  ] as const;
  const raw =
    ({ rows, offsets, dimension }: MatchSide) =>
    (document: number, sentence: number): Int16Array => {
      const at = (sentence - offsets[document]!) * dimension;
      return rows[document]!.subarray(at, at + dimension);
    };
  const plain = [documentVectors(a, raw(a)), documentVectors(b, raw(b))] as const;
  onProgress(0.05);
  const hasText = ({ offsets }: MatchSide, document: number): boolean =>
    offsets[document + 1]! > offsets[document]!;
  const candidates = keepPairs(
    findCandidates([centred, plain]),
    (x, y) => hasText(a, x) && hasText(b, y) && !(options.within === true && x === y),
  );
  onProgress(0.2);
  const context: PassageContext = {
    store,
    a,
    b,
    hubnessA: hubness(store, a, b, 0),
    hubnessB: hubness(store, b, a, 1),
  };
  const comparer = new PassageComparer(context);
  onProgress(0.5);
  const count = candidates.a.length;
  const width = featureNames.length;
  const values = new Float32Array(count * width);
  const put = (name: FeatureName, own: ArrayLike<number>): void => {
    const index = featureNames.indexOf(name);
    for (let at = 0; at < count; at++) values[at * width + index] = own[at]!;
  };
  const smaller = featureNames.indexOf('smaller coverage');
  const larger = featureNames.indexOf('larger coverage');
  const sharedA = new Float32Array(count);
  const sharedB = new Float32Array(count);
  const terms = new SharedTerms(a, b, options.termCount);
  const column = (): Float64Array => new Float64Array(count);
  const documents = column();
  const plainDocuments = column();
  const best = column();
  const chain = column();
  const plainChain = column();
  const mutual = column();
  const shared = column();
  const ratios = column();
  const lengthsA = Array.from({ length: a.count }, (_, document) => documentLength(a, document));
  const lengthsB = Array.from({ length: b.count }, (_, document) => documentLength(b, document));
  const { dimension } = a;
  for (let at = 0; at < count; at++) {
    const x = candidates.a[at]!;
    const y = candidates.b[at]!;
    const passage = comparer.compare(x, y);
    sharedA[at] = passage.sharedA;
    sharedB[at] = passage.sharedB;
    values[at * width + smaller] = Math.min(passage.coverageA, passage.coverageB);
    values[at * width + larger] = Math.max(passage.coverageA, passage.coverageB);
    documents[at] = dot(
      centred[0].units,
      x * dimension,
      centred[1].units,
      y * dimension,
      dimension,
    );
    plainDocuments[at] = dot(
      plain[0].units,
      x * dimension,
      plain[1].units,
      y * dimension,
      dimension,
    );
    best[at] = passage.best;
    chain[at] = passage.chain;
    plainChain[at] = passage.plainChain;
    mutual[at] = passage.mutual;
    shared[at] = terms.compare(x, y);
    ratios[at] = Math.log((lengthsB[y]! + 5) / (lengthsA[x]! + 5));
    if (at % 4096 === 0) onProgress(0.5 + (0.5 * at) / count);
  }
  const above = (values: Float64Array, own: Usual): Float64Array =>
    contrast(values, candidates, a.count, b.count, own);
  const aboveBest = above(best, usual.best);
  const offRatios = ratioDeviations(
    ratios,
    Math.min(a.count, b.count),
    aboveBest,
    above(chain, usual.chain),
  );
  put('documents', documents);
  put('documents above others', above(documents, usual.documents));
  put('plain documents above others', above(plainDocuments, usual.plainDocuments));
  put('best sentences', best);
  put('best sentences above others', aboveBest);
  put('chain', chain);
  put('chain above others', above(chain, usual.chain));
  put('plain chain above others', above(plainChain, usual.plainChain));
  put('mutual', mutual);
  put('mutual above others', above(mutual, usual.mutual));
  put('terms', shared);
  put('terms above others', above(shared, usual.shared));
  const least = offRatios.map(
    (off, at) => Math.min(off, 3) * Math.max(0, 1 - sameWords * shared[at]!),
  );
  put('length', least);
  put(
    'length squared',
    least.map((off) => Math.min(off * off, 4)),
  );
  put('words above others', column());
  if (options.wordVectors !== undefined) {
    const { compared, values: own } = wordEvidence(a, b, candidates, best, options.wordVectors);
    const pairs = {
      a: compared.map((at) => candidates.a[at]!),
      b: compared.map((at) => candidates.b[at]!),
    };
    const index = featureNames.indexOf('words above others');
    contrast(own, pairs, a.count, b.count, usual.words).forEach((above, place) => {
      const size = Math.min(lengthsA[pairs.a[place]!]!, lengthsB[pairs.b[place]!]!);
      values[compared[place]! * width + index] = above * Math.max(0, 1 - size / longestWorded);
    });
  }
  return { candidates, values, sharedA, sharedB, terms, context, termCount: options.termCount };
}

/** The same table with some of its candidates only. */
export function keepRows(table: FeatureTable, kept: Int32Array): FeatureTable {
  const width = featureNames.length;
  const { candidates, values, sharedA, sharedB } = table;
  const rows = new Float32Array(kept.length * width);
  kept.forEach((at, row) => {
    rows.set(values.subarray(at * width, (at + 1) * width), row * width);
  });
  const pick = <Column extends Float32Array | Int32Array>(from: Column, to: Column): Column => {
    kept.forEach((at, row) => (to[row] = from[at]!));
    return to;
  };
  return {
    ...table,
    candidates: {
      a: pick(candidates.a, new Int32Array(kept.length)),
      b: pick(candidates.b, new Int32Array(kept.length)),
    },
    values: rows,
    sharedA: pick(sharedA, new Float32Array(kept.length)),
    sharedB: pick(sharedB, new Float32Array(kept.length)),
  };
}

/**
 * Where documents have the same words, their lengths say little: a simplification is half as long. Lengths count for
 * nothing from this cosine of terms, inverted.
 */
const sameWords = 1.5;

/** Spread of the logarithm of the ratio of lengths among translations, and as how many pairs it counts. */
const usualSpread = 0.25;
const usualSpreadCount = 4;
/** Most pairs that show what is usual. */
const mostClear = 1000;

/**
 * How far the ratio of lengths is from the ratio of the pairs that look best: where their ratios differ much, as those of
 * texts and their simplifications do, lengths say less.
 *
 * @param documents of the smaller side
 */
function ratioDeviations(
  ratios: Float64Array,
  documents: number,
  ...scores: readonly [Float64Array, Float64Array]
): Float64Array {
  const order = Array.from(ratios.keys()).sort(
    (x, y) => scores[0][y]! + scores[1][y]! - scores[0][x]! - scores[1][x]! || x - y,
  );
  // No more pairs than documents are right, and the best of them suffice.
  const most = Math.max(1, Math.min(mostClear, Math.ceil(documents / 2)));
  const clear = order.filter((at) => scores[0][at]! + scores[1][at]! > 0).slice(0, most);
  const middle = clear.map((at) => ratios[at]!).sort((x, y) => x - y)[clear.length >> 1] ?? 0;
  const offs = clear.map((at) => Math.abs(ratios[at]! - middle));
  const square = offs.reduce((sum, off) => sum + off * off, usualSpreadCount * usualSpread ** 2);
  const spread = Math.sqrt(square / (clear.length + usualSpreadCount));
  return ratios.map((ratio) => (Math.abs(ratio - middle) * usualSpread) / spread);
}

function keepPairs(
  { a, b }: Candidates,
  isMeant: (documentA: number, documentB: number) => boolean,
): Candidates {
  const isKept = (_: number, at: number): boolean => isMeant(a[at]!, b[at]!);
  return { a: a.filter(isKept), b: b.filter(isKept) };
}
