/** Why the network finds a pair poor: what would have to be as usual for it to be good. */
import type { QualityFault } from '../quality-faults.js';
import { featureNames } from './features.js';
import { applyNetwork } from './network.js';
import type { QualityProfile, Usual } from './profile.js';
import { qualityWeights } from './weights.js';

/** One number of a pair, by its name. */
type Feature = (typeof featureNames)[number];
/** The number as it would be in a good pair; the same if it is no worse than that. */
type Mend = (value: number, profile: QualityProfile) => number;

const atLeast =
  (least: number): Mend =>
  (value) =>
    Math.max(value, least);
const atMost =
  (most: number): Mend =>
  (value) =>
    Math.min(value, most);
/** As high as usual among links. */
const usual =
  (of: 'linked' | 'linkedWords'): Mend =>
  (value, profile) =>
    Math.max(value, profile[of].center);
/** As far above strangers as links usually are. */
const above =
  (of: 'linked' | 'linkedWords', than: 'strangers' | 'strangerWords'): Mend =>
  (value, profile) => {
    const { center, spread }: Usual = profile[than];
    return Math.max(value, Math.min(8, (profile[of].center - center) / spread));
  };
/** The language of a text that detection does not know is not doubted. */
const supported =
  (least: number): Mend =>
  (value) =>
    value === 0 ? 0 : Math.max(value, least);

/**
 * Numbers that speak of the same fault, each with what it is in a good pair. Those of vectors and words hang together: mended
 * by halves they are as in no pair that the network was fitted to.
 */
const mends: readonly (readonly [QualityFault, Readonly<Partial<Record<Feature, Mend>>>])[] = [
  ['language', { 'support, weaker side': supported(3), 'support, stronger side': supported(5) }],
  ['copied', { copied: atMost(0.05), 'copied words in small letters': atMost(0.02) }],
  ['length', { 'deviation of lengths': atMost(0.7) }],
  [
    'missing',
    {
      cosine: usual('linked'),
      'cosine above strangers': above('linked', 'strangers'),
      'cosine below the usual': atLeast(0),
      'words found': usual('linkedWords'),
      'words found above strangers': above('linkedWords', 'strangerWords'),
      'words found below the usual': atLeast(0),
      'words found, worse side': usual('linkedWords'),
      'missing from the short side': atMost(0.25),
      'missing from the short side, at an edge': atMost(0.05),
      'missing from the short side, together': atMost(0.08),
      'missing from the long side': atMost(0.25),
      'missing from the long side, at an edge': atMost(0.05),
      'missing from the long side, together': atMost(0.08),
    },
  ],
  ['ends', { 'ends differ': atMost(0), 'beginnings differ': atMost(0) }],
  ['checks', { checks: atMost(0), 'numbers lost': atMost(0) }],
];

const placeOf = new Map<string, number>(featureNames.map((name, at) => [name, at]));

/** From here on nothing is said against a pair. */
export const goodQuality = 0.8;
/** What raises the result by less, in log odds, explains nothing. */
const leastGain = 0.25;

/**
 * The faults of a pair, the gravest first: each is what helps most if it is mended, besides those before it, until the
 * pair would be good.
 */
export function networkFaults(
  features: readonly number[],
  profile: QualityProfile,
): readonly QualityFault[] {
  const faults: QualityFault[] = [];
  let now = features;
  while (applyNetwork(qualityWeights, now) < goodQuality) {
    const odds = logOdds(now);
    const [best] = mends
      .map(([fault, own]) => ({ fault, features: withMended(now, own, profile) }))
      .map((own) => ({ ...own, gain: logOdds(own.features) - odds }))
      .sort((x, y) => y.gain - x.gain);
    if (best === undefined || best.gain < leastGain) break;
    faults.push(
      best.fault === 'missing' && areStrangers(features, profile) ? 'meaning' : best.fault,
    );
    now = best.features;
  }
  return faults;
}

/** Whether vectors and words of the sides are more like those of strangers than of links. */
function areStrangers(
  features: readonly number[],
  { linked, strangers, linkedWords, strangerWords }: QualityProfile,
): boolean {
  const value = (name: Feature): number => features[placeOf.get(name) ?? -1] ?? 0;
  return (
    value('cosine') < (linked.center + strangers.center) / 2 &&
    value('words found') < (linkedWords.center + strangerWords.center) / 2
  );
}

function withMended(
  features: readonly number[],
  own: Readonly<Partial<Record<Feature, Mend>>>,
  profile: QualityProfile,
): readonly number[] {
  const next = [...features];
  for (const [name, mend] of Object.entries(own)) {
    const at = placeOf.get(name) ?? -1;
    const value = features[at];
    if (value !== undefined) next[at] = mend(value, profile);
  }
  return next;
}

function logOdds(features: readonly number[]): number {
  const found = Math.min(1 - 1e-9, Math.max(1e-9, applyNetwork(qualityWeights, features)));
  return Math.log(found / (1 - found));
}
