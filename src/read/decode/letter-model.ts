/** How probable a text is in a language, by its letters: what tells readings of bytes apart. */
import type { LetterTable } from './data/letter-table.js';
import { letterTables } from './data/letter-tables.js';
import { classCount, classOf, smallLetter, symbolClass } from './symbols.js';

/** Letters lie below here; what lies above is told apart by its class and by the tables of classes. */
const lettersEnd = 0x3100;

/** A text taken apart once, to be compared with many languages. Costs are in nats. */
export interface PreparedText {
  /** Code points, of small letters where there are any. */
  readonly codes: Uint32Array;
  readonly classes: Uint8Array;
  /** What each character costs beyond its class where no table of a language knows it. */
  readonly plainCosts: Float32Array;
  /** What capitals at such places cost, together. */
  readonly caseCost: number;
  /** How many characters are beyond ASCII. */
  readonly beyondAscii: number;
  /** Different code points beyond ASCII. */
  readonly distinct: ReadonlySet<number>;
}

/** A language ready to score with. */
export interface LetterModel {
  readonly language: string;
  /** Whether the language may have the code points beyond ASCII: some of them or, in Latin, none. */
  writes(codes: ReadonlySet<number>): boolean;
  /** How improbable a text is, in nats. */
  cost(text: PreparedText): number;
  /** The same, of its characters beyond ASCII alone. */
  costBeyondAscii(text: PreparedText): number;
}

/** What a capital and a small letter cost after: no letter, a capital, a small letter. */
const capitalCosts = [2.1, 1.2, 6] as const;
const smallCosts = [0.13, 0.36, 0.003] as const;

/** Takes a text apart. */
export function prepareText(text: string): PreparedText {
  const codes = new Uint32Array(text.length);
  const classes = new Uint8Array(text.length);
  const plainCosts = new Float32Array(text.length);
  const distinct = new Set<number>();
  let length = 0;
  let caseCost = 0;
  let beyondAscii = 0;
  let before: 0 | 1 | 2 = 0;
  for (const character of text.normalize('NFC')) {
    const { code, symbol, plain, letterCase } = characterOf(character);
    if (character > '\x7f') {
      beyondAscii++;
      distinct.add(code);
    }
    if (letterCase === 1) caseCost += capitalCosts[before];
    else if (letterCase === 2) caseCost += smallCosts[before];
    before = letterCase;
    codes[length] = code;
    plainCosts[length] = plain;
    classes[length++] = symbol;
  }
  return {
    codes: codes.subarray(0, length),
    classes: classes.subarray(0, length),
    plainCosts: plainCosts.subarray(0, length),
    caseCost,
    beyondAscii,
    distinct,
  };
}

interface KnownCharacter {
  readonly code: number;
  readonly symbol: number;
  readonly plain: number;
  /** None, capital, small. */
  readonly letterCase: 0 | 1 | 2;
}

const known = new Map<string, KnownCharacter>();

function characterOf(character: string): KnownCharacter {
  const found = known.get(character);
  if (found) return found;
  const small = smallLetter(character);
  const code = small.codePointAt(0) ?? 0;
  const symbol = classOf(code);
  const isCased = small.toUpperCase() !== small;
  const made: KnownCharacter = {
    code,
    symbol,
    plain: plainCost(code, symbol),
    letterCase: small !== character ? 1 : isCased ? 2 : 0,
  };
  known.set(character, made);
  return made;
}

/** What stands for bytes that are not valid. */
const invalidCost = 20;
const digitCost = Math.log(10);
/** What a character of a class costs beyond its class, where no table knows it. */
const unknownCosts: readonly number[] = [0, 2.3, 3.5, 12, 9, 10, 13.5, 12.5, 9];
/** Signs that any language may use now and then, and those that many a text is full of. */
const ordinarySigns = new Set([...'‚‹›•·°§©®™€£½²³×±¡¿´ªº\u00a0\u00ad'].map(codeOf));
const commonSigns = new Set([...'“”‘’„–—…«»'].map(codeOf));

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

const lettersOfAny = new Set(
  letterTables.flatMap(({ letters }) => [...letters].filter((c) => c > '\x7f').map(codeOf)),
);

function plainCost(code: number, symbol: number): number {
  if (code === 0xfffd) return invalidCost;
  if (symbol === symbolClass.digit) return digitCost;
  if (symbol === symbolClass.latin) return code < 0x80 ? 3.4 : lettersOfAny.has(code) ? 4.5 : 9;
  if (symbol === symbolClass.foreign && lettersOfAny.has(code)) return 6;
  if (symbol === symbolClass.sign && commonSigns.has(code)) return 3.5;
  if (symbol === symbolClass.sign && ordinarySigns.has(code)) return 7;
  return unknownCosts[symbol] ?? 0;
}

/** All languages there are tables of. */
export const letterModels: readonly LetterModel[] = letterTables.map(modelOf);

function modelOf({ language, letters, cells, sign, han, hangul }: LetterTable): LetterModel {
  const own = [...letters].map(codeOf);
  const beyondAscii = own.filter((code) => code > 0x7f);
  const size = classCount + own.length;
  let tables: { readonly costs: Float32Array; readonly numbers: Uint8Array } | null = null;
  let named: Map<number, number> | null = null;
  const hasHan = han.length > 0;
  const hasHangul = hangul.length > 0;
  function costOf({ codes, classes, plainCosts }: PreparedText, from: number): number {
    tables ??= tablesOf(cells, size, own);
    named ??= sharesOf([...sign.entries(), ...han.entries(), ...hangul.entries()]);
    const { costs, numbers } = tables;
    let sum = 0;
    let before: number = symbolClass.boundary;
    for (let at = 0; at < codes.length; at++) {
      const code = codes[at] ?? 0;
      let number = code < lettersEnd ? (numbers[code] ?? 0) : 0;
      let own = 0;
      if (number === 0) {
        number = classes[at] ?? 0;
        own = plainCosts[at] ?? 0;
        if (number === symbolClass.sign) {
          const share = named.get(code);
          if (share !== undefined) own = commonSigns.has(code) ? Math.min(share, own) : share;
        } else if (number === symbolClass.han || number === symbolClass.hangul) {
          own = named.get(code) ?? own;
        }
      }
      if (code >= from) sum += own + (costs[before * size + number] ?? 0);
      before = number;
    }
    return sum;
  }
  return {
    language,
    writes: (codes) =>
      letters.startsWith('abc') ||
      beyondAscii.some((code) => codes.has(code)) ||
      ((hasHan || hasHangul) && [...codes].some((code) => code > lettersEnd)),
    cost: (text) => costOf(text, 0) + text.caseCost,
    costBeyondAscii: (text) => costOf(text, 0x80),
  };
}

function tablesOf(
  cells: string,
  size: number,
  own: readonly number[],
): { readonly costs: Float32Array; readonly numbers: Uint8Array } {
  const costs = Float32Array.from({ length: size * size }, (_, at) => {
    const cell = cells.charCodeAt(at);
    // The backslash is written as a tilde.
    return ((cell === 0x7e ? 0x5c : cell) - 0x30) / 4;
  });
  const numbers = new Uint8Array(lettersEnd);
  own.forEach((code, index) => {
    numbers[code] = classCount + index;
  });
  return { costs, numbers };
}

function sharesOf(groups: readonly (readonly [number, string])[]): Map<number, number> {
  return new Map(
    groups.flatMap(([halvings, characters]) =>
      [...characters].map((character) => [codeOf(character), halvings * Math.LN2] as const),
    ),
  );
}
