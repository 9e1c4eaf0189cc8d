/** Input that nobody would write: what the targets are fed with. */
import fc from 'fast-check';
import { hostileFragments, phrases } from '../fixtures/hostile/fragments.js';
import { seededRandom, type Random } from '../seeded-random.js';

const pick = <T>(random: Random, list: readonly T[], otherwise: T): T =>
  list[Math.floor(random() * list.length)] ?? otherwise;

const marks = [...'.!?…。！？।؟։።\u203c\u2049,;:\'"»«“”‘’„()[]{}*_#>|-–—~`\\/&<=+@$%^'];
const blanks = [' ', ' ', ' ', '\n', '\n\n', '\r\n', '\t', '\u00a0', '\u3000', '\u2028', ''];

/** A character from anywhere in Unicode, now and then half of one. */
function anyCharacter(random: Random): string {
  const range = random();
  if (range < 0.5) return String.fromCharCode(Math.floor(random() * 0x3000));
  if (range < 0.9) return String.fromCharCode(Math.floor(random() * 0x10000));
  return String.fromCodePoint(Math.floor(random() * 0x110000));
}

/** Text of so many pieces: phrases of many languages, marks anyhow, and what should not be in a text. */
export function makeText(seed: number, pieces: number): string {
  const random = seededRandom(seed);
  // Some texts are nearly sound, some hardly are.
  const hostile = random() ** 3;
  let text = '';
  for (let piece = 0; piece < pieces; piece++) {
    const kind = random();
    if (kind < hostile * 0.3) text += pick(random, hostileFragments, '');
    else if (kind < hostile * 0.6) text += anyCharacter(random);
    else if (kind < hostile * 0.6 + 0.1) text += pick(random, marks, '.');
    else text += pick(random, phrases, '');
    text += pick(random, blanks, ' ');
  }
  return text;
}

/** Texts of up to so many pieces; smaller ones begin as larger ones do. */
export const texts = (mostPieces: number): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .tuple(fc.noShrink(fc.nat()), fc.integer({ min: 1, max: mostPieces }))
        .map(([seed, pieces]) => makeText(seed, pieces)),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 * mostPieces }) },
    {
      weight: 1,
      arbitrary: fc
        .array(fc.oneof(fc.constantFrom(...hostileFragments), fc.string()), {
          maxLength: mostPieces,
        })
        .map((pieces) => pieces.join('')),
    },
  );

/** Bytes with some changed, left out or put in. */
export function damaged(bytes: Uint8Array, seed: number, places: number): Uint8Array {
  const random = seededRandom(seed);
  const out = [...bytes];
  for (let place = 0; place < places; place++) {
    const at = Math.floor(random() * (out.length + 1));
    const kind = random();
    if (kind < 0.5) out[at] = Math.floor(random() * 256);
    else if (kind < 0.75) out.splice(at, 1 + Math.floor(random() * 8));
    else out.splice(at, 0, Math.floor(random() * 256));
  }
  return Uint8Array.from(out, (byte) => byte ?? 0);
}

/** Bytes of texts and bytes of nothing, mostly a little damaged. */
export const fileBytes = (mostPieces: number): fc.Arbitrary<Uint8Array> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 8 * mostPieces }) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(
          texts(mostPieces),
          fc.constantFrom<BufferEncoding>('utf8', 'utf16le', 'latin1'),
          fc.noShrink(fc.nat()),
          fc.nat(6),
        )
        .map(([text, encoding, seed, places]) =>
          damaged(new Uint8Array(Buffer.from(text, encoding)), seed, places),
        ),
    },
  );

/** Lines of pieces that a notation is made of: nearly right, and wrong. */
export const linesOf = (...pieces: readonly string[]): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { weight: 12, arbitrary: fc.constantFrom(...pieces) },
        { weight: 3, arbitrary: fc.nat(40).map(String) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
        { weight: 1, arbitrary: fc.constantFrom(...hostileFragments) },
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join(''));

/** Where a JSON value is changed, and what to. */
export type JsonChanges = readonly (readonly [place: number, to: unknown])[];

/** Up to four changes to a JSON value. */
export const jsonChanges = (): fc.Arbitrary<JsonChanges> =>
  fc.array(fc.tuple(fc.nat(), fc.oneof(sillyValues, fc.jsonValue({ maxDepth: 2 }))), {
    maxLength: 4,
  });

/** A copy of a JSON value with some of its parts replaced, left out or doubled. */
export function changeJson(value: unknown, changes: JsonChanges): unknown {
  return changes.reduce(
    (changed, [place, to]) => changeAt(changed, place, structuredClone(to)),
    structuredClone(value),
  );
}

const sillyValues = fc.constantFrom<unknown>(
  ...[-1, 0, 1, 2, 3, 0.5, 1e9, 1e308, 2 ** 31, -(2 ** 31), 2 ** 53, '', 'x', '__proto__', null],
  ...[true, false, [], {}, [[]], [0], [1, 1], [-1], { 0: 'x' }, '\ud800', 'constructor'],
);

/** Changes the `place`th part of a value, counted through, anyhow. */
function changeAt(value: unknown, place: number, to: unknown): unknown {
  const parents: { holder: unknown[] | Record<string, unknown>; key: string }[] = [];
  const visit = (holder: unknown): void => {
    if (typeof holder !== 'object' || holder === null) return;
    for (const [key, child] of Object.entries(holder)) {
      if (parents.length >= 5000) return;
      parents.push({ holder: holder as Record<string, unknown>, key });
      visit(child);
    }
  };
  visit(value);
  const found = parents[place % Math.max(1, parents.length)];
  if (found === undefined) return to;
  const { holder, key } = found;
  const way = Math.floor(place / Math.max(1, parents.length)) % 4;
  if (Array.isArray(holder)) {
    if (way === 1) holder.splice(Number(key), 1);
    else if (way === 2) holder.splice(Number(key), 0, structuredClone(holder[Number(key)]));
    else holder[Number(key)] = to;
  } else if (way === 1) delete holder[key];
  else setOwn(holder, way === 2 ? '__proto__' : key, to);
  return value;
}

/** As JSON.parse does it: `__proto__` is a key as any other. */
function setOwn(holder: object, key: string, value: unknown): void {
  Object.defineProperty(holder, key, {
    value,
    enumerable: true,
    writable: true,
    configurable: true,
  });
}
