import type { EvidenceProgram } from './program.js';

/** A text in a program's memory. */
export interface ProgramText {
  /** See `assembly/text.ts`. */
  readonly at: number;
  readonly units: number;
}

const tableSize = 1 << 16;

/** Copies the sentences of a text, in UTF-16. */
export function putText(program: EvidenceProgram, texts: readonly string[]): ProgramText {
  const starts = new Int32Array(texts.length + 1);
  for (let i = 0; i < texts.length; i++) starts[i + 1] = starts[i]! + texts[i]!.length;
  const units = starts[texts.length]!;
  const startsAt = program.putIntegers(starts);
  const unitsAt = program.reserve(2 * units);
  Buffer.from(program.call.memory.buffer, unitsAt, 2 * units).write(texts.join(''), 'utf16le');
  return { at: program.putIntegers(Int32Array.from([texts.length, startsAt, unitsAt])), units };
}

/** Copies a table with an entry for every unit; those of the text's units that are still 0 are filled in, here and there. */
export function putTable(
  program: EvidenceProgram,
  text: ProgramText,
  table: Int16Array | Uint16Array,
  entryOf: (unit: number) => number,
): number {
  const at = program.reserve(table.byteLength);
  const list = program.reserve(2 * Math.min(text.units, tableSize));
  program.shortsAt(at, tableSize).set(table);
  const unknown = program.call.listUnknown(text.at, at, list);
  const inProgram = program.shortsAt(at, tableSize);
  for (const unit of program.shortsAt(list, unknown)) {
    inProgram[unit] = table[unit] = entryOf(unit);
  }
  return at;
}

/** The characters of a text that are pairs of units, as they come. */
export function listPairs(program: EvidenceProgram, text: ProgramText): Int32Array {
  const count = program.call.listPairs(text.at, 0);
  if (count === 0) return new Int32Array(0);
  const list = program.reserve(4 * count);
  program.call.listPairs(text.at, list);
  return program.integersAt(list, count).slice();
}
