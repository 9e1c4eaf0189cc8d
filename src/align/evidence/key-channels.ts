import { hasDigit, toAsciiDigits } from '../../text/digits.js';
import type { Side } from '../search/side.js';
import type { Channel } from './channel.js';
import { codes, foldedKeys, keyNumber, letterCode } from './folded-letters.js';
import { putTable, putText, type ProgramText } from './program-text.js';
import { withProgram, type EvidenceProgram } from './program.js';
import { nameWords } from './tokens.js';

/** Numbers on either side, in digits of any script, without thousands separators and leading zeros. */
export function numberChannel(a: Side, b: Side): Channel {
  const names = new Map<string, number>();
  const [numbersA, numbersB] = [a, b].map((side) => nameWords(textsOf(side), numbersIn, names));
  return withProgram((program) => {
    const inA = program.putMentions(numbersA!, names.size);
    const inB = program.putMentions(numbersB!, names.size);
    return keptKeys(program, inA, inB, names.size, a.count + b.count, true);
  });
}

function numbersIn(text: string): readonly string[] {
  if (!hasDigit(text)) return none;
  const numbers = toAsciiDigits(text.normalize('NFKC')).match(/\d+(?:[.,'’\u00a0\u202f]\d{3})*/gu);
  return (numbers ?? none).map((number) => number.replace(/\D/gu, '').replace(/^0+(?=\d)/u, ''));
}

const none: readonly string[] = [];

function textsOf({ sentences }: Side): readonly string[] {
  return sentences.map(({ text }) => text);
}

/**
 * Words with similar spelling on both sides (names, loan words, cognates), by their first letters; see
 * `assembly/lookalikes.ts`. O(text).
 */
export function lookalikeChannel(a: Side, b: Side): Channel {
  return withProgram((program) => {
    const names = new Map<string, number>();
    const sides = [a, b].map((side) => {
      const texts = textsOf(side);
      const text = putText(program, texts);
      return { texts, text, letters: putTable(program, text, codes, letterCode) };
    });
    const [first, second] = sides;
    // The table of the second side knows the letters of both.
    const letters = second!.letters;
    const special = sides.map(({ texts, text }) =>
      putSpecial(program, text, texts, letters, names),
    );
    const [inA, inB] = sides.map(({ text, texts }, k) =>
      program.reserveMentions((text.units >> 2) + special[k]!.count, texts.length),
    );
    const keys = program.call.findLookalikes(
      first!.text.at,
      second!.text.at,
      letters,
      special[0]!.at,
      special[1]!.at,
      inA!,
      inB!,
    );
    return keptKeys(program, inA!, inB!, keys, a.count + b.count, false);
  });
}

/** Gives the program the keys of the words that it cannot fold. */
function putSpecial(
  program: EvidenceProgram,
  text: ProgramText,
  texts: readonly string[],
  letters: number,
  names: Map<string, number>,
): { readonly at: number; readonly count: number } {
  const count = program.call.listSpecialWords(text.at, letters, 0);
  const list = program.reserve(8 * count);
  if (count > 0) program.call.listSpecialWords(text.at, letters, list);
  const places = program.integersAt(list, 2 * count).slice();
  const offsets = new Int32Array(count + 1);
  const numbers: number[] = [];
  const whole = count > 0 ? texts.join('') : '';
  for (let k = 0; k < count; k++) {
    for (const key of foldedKeys(whole.slice(places[2 * k], places[2 * k + 1])))
      numbers.push(numberOf(key, names));
    offsets[k + 1] = numbers.length;
  }
  const lists = [program.putFloats(Float64Array.from(numbers)), program.putIntegers(offsets)];
  return { at: program.putIntegers(Int32Array.from(lists)), count: numbers.length };
}

/** A key as a number; those with letters that have no code are numbered from -1 down. */
function numberOf(key: string, names: Map<string, number>): number {
  const number = keyNumber(key);
  if (number >= 0) return number;
  const known = names.get(key);
  if (known !== undefined) return known;
  const name = -1 - names.size;
  names.set(key, name);
  return name;
}

/**
 * The keys that both sides have; those without a partner count with `keepLone`.
 *
 * @param keys how many there are
 */
function keptKeys(
  program: EvidenceProgram,
  inA: number,
  inB: number,
  keys: number,
  sentences: number,
  keepLone: boolean,
): Channel {
  const totals = program.reserve(4 * keys);
  const kept = program.call.keepKeys(inA, inB, keepLone ? 1 : 0, totals);
  const weightOf = (total: number): number =>
    Math.log((sentences + 1) / total) / Math.log(sentences + 2);
  return {
    a: program.mentionsAt(inA),
    b: program.mentionsAt(inB),
    weights: Float64Array.from(program.integersAt(totals, kept), weightOf),
  };
}
