import type { Sentence } from '../../domain.js';
import { withProgram } from './program.js';
import { listPairs, putTable, putText } from './program-text.js';
import { readQuotations } from './quotation.js';
import type { Quotations } from './quotation.js';
import { characterClass } from './unit-classes.js';

/** How a sentence ends. */
export const Ending = {
  none: 0,
  stop: 1,
  question: 2,
  exclamation: 3,
  ellipsis: 4,
  colon: 5,
  comma: 6,
} as const;

/** The punctuation of sentences, one entry per sentence. */
export interface Punctuation extends Quotations {
  /** One of `Ending`. */
  readonly ending: Uint8Array;
  /** 1 if the first letter is lower case. */
  readonly startsLow: Uint8Array;
  /** 1 if the sentence begins with a quotation mark or a dialogue dash. */
  readonly startsQuoted: Uint8Array;
  /** Letters as a share of all characters except white space. */
  readonly letters: Float64Array;
}

/** Reads the punctuation of consecutive sentences, see `assembly/signs.ts`. O(text). */
export function readPunctuation(sentences: readonly Sentence[]): Punctuation {
  const { length } = sentences;
  const texts = sentences.map(({ text }) => text);
  const signs = withProgram((program) => {
    const text = putText(program, texts);
    const classes = putTable(program, text, unitClasses, classOf);
    const pairs = program.putBytes(
      Uint8Array.from(listPairs(program, text), (code) =>
        characterClass(String.fromCodePoint(code)),
      ),
    );
    const flags = [0, 1, 2].map(() => program.reserve(length));
    const letters = program.reserve(8 * length);
    const found = program.putIntegers(Int32Array.from([...flags, letters]));
    program.call.readSigns(text.at, classes, pairs, found);
    const [ending, startsLow, startsQuoted] = flags.map((at) =>
      program.bytesAt(at, length).slice(),
    );
    return {
      ending: ending!,
      startsLow: startsLow!,
      startsQuoted: startsQuoted!,
      letters: program.floatsAt(letters, length).slice(),
    };
  });
  return { ...readQuotations(texts), ...signs };
}

/** What each mark at the end of a sentence says. */
const endings = new Map<number, number>(
  (
    [
      ['…', Ending.ellipsis],
      ['?？؟', Ending.question],
      ['!！', Ending.exclamation],
      ['.。｡।॥։۔။።', Ending.stop],
      [':：', Ending.colon],
      [',，、;；،؛—–-', Ending.comma],
    ] as const
  ).flatMap(([marks, ending]) => [...marks].map((mark) => [mark.charCodeAt(0), ending] as const)),
);

/** What each unit is, 0 while it is not known: bits of `Unit`, and above them the ending of a sentence that it ends. */
const unitClasses = new Uint16Array(1 << 16);
const endingShift = 8;

function classOf(unit: number): number {
  const ending = endings.get(unit) ?? Ending.none;
  return characterClass(String.fromCharCode(unit)) | (ending << endingShift);
}

/** Whether a sentence with this ending continues in the next one. */
export function isUnfinished(ending: number): boolean {
  return ending === Ending.none || ending === Ending.colon || ending === Ending.comma;
}
