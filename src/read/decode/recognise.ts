/** Recognises the encoding of bytes: the one in which they are most probable as text in some language. */
import type { EncodingGuess } from '../../domain.js';
import { encodingCost, isWide, knownEncodings, type KnownEncoding } from './encodings.js';
import { letterModels, prepareText, type LetterModel, type PreparedText } from './letter-model.js';
import { hasUtf8, readMixed, type Patchwork } from './mixed.js';
import { readAs } from './read-as.js';
import { sampleOf } from './sample.js';

/** What bytes are that are neither UTF-8 nor anything with a mark. */
export interface Recognition {
  /** Most probable first, with a sum of 1; empty if the bytes are not text in any encoding. */
  readonly guesses: readonly EncodingGuess[];
  /** UTF-8 in places and the best guess, or nothing at all, in others. */
  readonly isMixed: boolean;
}

/** What is looked at of a file: first for all encodings, then for those that are left. */
const firstSample = 1000;
const lastSample = 12_000;
/** Longer text in UTF-16 has zeros somewhere, in its line breaks if nowhere else. */
const longWithoutZeros = 3000;
/** How many encodings are considered for the rest of a file that is partly UTF-8. */
const mostMixed = 12;
/** So many nats behind the best, an encoding is out of the question. */
const hopeless = 20;
/** How many readings, and how many languages of each, are examined again. */
const mostReadings = 10;
const mostLanguages = 4;
/**
 * Letters depend on more than the letter before: what their statistics say together is too sure by
 * this factor. Measured on held-out sentences, see models/encodings/README.md.
 */
const trust = 0.5;
/** What is left of a difference in cost when it is turned into probabilities; measured in the same way. */
const sureness = 0.8;
/** Texts are in one encoding, as a rule: what it takes to suppose two, in nats. */
const mixedCost = 4;
/** Above so many nats a character beyond ASCII a reading is strange; so strange in all is no text. */
const strange = 8;
const noText = 25;

/** Recognises the encoding of bytes by what they would say in it. */
export function recogniseEncoding(bytes: Uint8Array): Recognition {
  const hasZeros = bytes.includes(0);
  const possible = knownEncodings.filter(({ name }) => canBe(name, bytes.length, hasZeros));
  const part = (most: number): Uint8Array =>
    hasZeros ? bytes.subarray(0, most) : sampleOf(bytes, most);
  const sample = part(firstSample);
  let scored = byCost(readings(sample, possible).map((one) => score(one, letterModels)));
  if (!hasZeros && hasUtf8(bytes)) {
    const best = new Set(scored.slice(0, mostMixed).map(({ encoding }) => encoding));
    const likely = possible.filter((encoding) => best.has(encoding) || encoding.weight === 1);
    scored = byCost([...scored, ...mixedReadings(sample, likely)]);
  }
  const limit = (scored[0]?.cost ?? 0) + hopeless;
  scored = scored.filter(({ cost }) => cost < limit).slice(0, mostReadings);
  if (bytes.length > firstSample) {
    const more = part(lastSample);
    scored = byCost(
      scored.flatMap(({ encoding, alike, patchwork, models }) =>
        readings(more, [encoding, ...alike], patchwork).map((one) => score(one, models)),
      ),
    );
  }
  return conclude(scored);
}

/** Only text in UTF-16 and UTF-32 has zeros, and long text in them never has none. */
function canBe(name: string, length: number, hasZeros: boolean): boolean {
  if (!isWide(name)) return !hasZeros;
  return (
    (hasZeros || length <= longWithoutZeros) && length % (name.startsWith('utf-32') ? 4 : 2) === 0
  );
}

interface Reading {
  readonly encoding: KnownEncoding;
  /** Encodings that read what was looked at in the same way. */
  readonly alike: readonly KnownEncoding[];
  /** In places it is UTF-8. */
  readonly patchwork: Patchwork | null;
  readonly text: PreparedText;
}

interface ScoredReading extends Reading {
  readonly cost: number;
  /** Of a character beyond ASCII, untouched by how common the encoding is. */
  readonly strangeness: number;
  /** The languages it is most probable in. */
  readonly models: readonly LetterModel[];
}

/** Different readings; of encodings that read the same, the first stands for all. */
function readings(
  sample: Uint8Array,
  encodings: readonly KnownEncoding[],
  patchwork: Patchwork | null = null,
): Reading[] {
  const buffer = Buffer.from(sample.buffer, sample.byteOffset, sample.byteLength);
  const texts = new Map<string, KnownEncoding[]>();
  for (const encoding of encodings) {
    const text =
      patchwork === null
        ? readAs(buffer, encoding.name)
        : readMixed(buffer, encoding.name, patchwork);
    const same = texts.get(text);
    if (same) same.push(encoding);
    else texts.set(text, [encoding]);
  }
  return [...texts].flatMap(([text, [encoding, ...alike]]) =>
    encoding ? [{ encoding, alike, patchwork, text: prepareText(text) }] : [],
  );
}

/** Readings of a text that is UTF-8 in places, by what the other places most probably are. */
function mixedReadings(sample: Uint8Array, possible: readonly KnownEncoding[]): ScoredReading[] {
  return (['lines', 'places'] as const).flatMap((patchwork) =>
    byCost(
      readings(
        sample,
        possible.filter(({ name }) => !isWide(name)),
        patchwork,
      ).map((one) => score(one, letterModels)),
    ).slice(0, 2),
  );
}

function score(reading: Reading, models: readonly LetterModel[]): ScoredReading {
  const { encoding, patchwork, text } = reading;
  const costs = models
    .filter((model) => model.writes(text.distinct))
    .map((model) => ({
      model,
      cost:
        model.cost(text) * trust +
        encodingCost(encoding, model.language) +
        (patchwork === null ? 0 : mixedCost),
    }))
    .sort((a, b) => a.cost - b.cost);
  const [best] = costs;
  return {
    ...reading,
    cost: best?.cost ?? Infinity,
    strangeness: (best?.model.costBeyondAscii(text) ?? Infinity) / Math.max(1, text.beyondAscii),
    models: costs.slice(0, mostLanguages).map(({ model }) => model),
  };
}

/** A few odd characters don't tell: names, formulas and emoji are in many texts. */
function isNoText({ strangeness, text: { beyondAscii, codes } }: ScoredReading): boolean {
  return beyondAscii > codes.length * 0.05 && (strangeness - strange) * beyondAscii > noText;
}

const byCost = (scored: readonly ScoredReading[]): ScoredReading[] =>
  [...scored].sort((a, b) => a.cost - b.cost);

function conclude(scored: readonly ScoredReading[]): Recognition {
  const [best] = scored;
  if (!best || isNoText(best)) return { guesses: [], isMixed: false };
  const whole = scored.filter(({ patchwork }) => patchwork === null);
  const counted = best.patchwork === null ? whole : scored;
  const weights = counted.map(({ cost }) => Math.exp((best.cost - cost) * sureness));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const guesses = new Map<string, number>();
  counted.forEach(({ encoding: { name } }, index) => {
    guesses.set(name, (guesses.get(name) ?? 0) + (weights[index] ?? 0) / all);
  });
  return {
    guesses: [...guesses].map(([encoding, probability]) => ({ encoding, probability })),
    isMixed: best.patchwork !== null,
  };
}
