/** What speaks for and against each candidate pair, as numbers that compare across runs. */
import { dot } from '../align/vectors/dot.js';
import { documentVectors, findCandidates } from './candidates.js';
import type { Candidates } from './documents/candidates.js';
import { hubness } from './evidence/hubness.js';
import {
  longestOf,
  PassageComparer,
  type PassageContext,
  type PassageEvidence,
} from './evidence/passages.js';
import { SharedTerms } from './evidence/shared-terms.js';
import { RowStore } from './documents/row-store.js';
import { documentLength, type MatchSide } from './documents/side.js';
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
  'short and alike',
] as const;

/** Candidates with their features. */
export interface FeatureTable {
  readonly candidates: Candidates;
  /** One row of `featureNames.length` numbers per candidate. */
  readonly values: Float64Array;
  readonly passages: readonly PassageEvidence[];
  readonly terms: SharedTerms;
  readonly context: PassageContext;
  /** As in the options. */
  readonly termCount: number;
}

export interface FeatureOptions {
  /** Number of terms in the index of both sides. */
  readonly termCount: number;
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
  const passages: PassageEvidence[] = [];
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
    passages.push(passage);
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
  const columns: readonly Float64Array[] = [
    documents,
    above(documents, usual.documents),
    above(plainDocuments, usual.plainDocuments),
    best,
    aboveBest,
    chain,
    above(chain, usual.chain),
    above(plainChain, usual.plainChain),
    mutual,
    above(mutual, usual.mutual),
    Float64Array.from(passages, ({ coverageA, coverageB }) => Math.min(coverageA, coverageB)),
    Float64Array.from(passages, ({ coverageA, coverageB }) => Math.max(coverageA, coverageB)),
    shared,
    above(shared, usual.shared),
    offRatios.map((off) => Math.min(off, 3)),
    offRatios.map((off) => Math.min(off * off, 4)),
    Float64Array.from(ratios, (_, at) => {
      const size = Math.min(lengthsA[candidates.a[at]!]!, lengthsB[candidates.b[at]!]!);
      return aboveBest[at]! / (1 + size / 200);
    }),
  ];
  const width = columns.length;
  const values = new Float64Array(count * width);
  columns.forEach((own, index) => {
    for (let at = 0; at < count; at++) values[at * width + index] = own[at]!;
  });
  return { candidates, values, passages, terms, context, termCount: options.termCount };
}

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
  const kept = Array.from(a.keys()).filter((at) => isMeant(a[at]!, b[at]!));
  return {
    a: Int32Array.from(kept, (at) => a[at]!),
    b: Int32Array.from(kept, (at) => b[at]!),
  };
}
