import { describe, expect, it } from 'vitest';
import { openPassingMemory } from '../../../src/pipeline/files/passing-memory.js';
import { tableOfLinks } from '../../../src/pipeline/linked-table.js';
import { readInputs } from '../../../src/pipeline/read-inputs.js';
import { passingRecords } from '../../../src/write/records/passing-rows.js';
import { formatNames } from '../../../src/write/formats.js';
import { writeRecords, writeTable } from '../../../src/write/write-table.js';
import { writtenFiles } from './written-files.js';

const unit = (id: string, ...texts: readonly (readonly [string, string])[]): string =>
  `<tu tuid="${id}">${texts.map(([language, text]) => `<tuv xml:lang="${language}"><seg>${text}</seg></tuv>`).join('')}</tu>\n`;

function memory(units: readonly string[], sourceLanguage = 'en'): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(
    `<?xml version="1.0"?><tmx version="1.4"><header srclang="${sourceLanguage}"/><body>${units.join('')}</body></tmx>`,
  );
}

const units: readonly string[] = [
  unit('first', ['de', 'Am 3. Mai kamen 12 Leute.'], ['en', 'On 3 May, 21 people came.']),
  unit('b', ['de', 'Nur auf Deutsch.']),
  unit('a', ['en', ' Only in English. ']),
  unit('empty', ['en', ' '], ['de', '']),
  ...Array.from({ length: 600 }, (_, n) =>
    unit(
      `u${n}`,
      ['en', `Mr Smith had ${n} boxes for Paris, "not" ${n % 7 === 0 ? n + 5 : n} km away.`],
      ['de', `Herr Schmidt hatte ${n} Kisten für Paris, „nicht“ ${n} km entfernt.`],
    ),
  ),
  unit('c', ['de', 'Noch etwas.']),
  unit('d', ['de', 'Zum Schluss.']),
];

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += 4096) yield bytes.subarray(from, from + 4096);
}

const open = (bytes: Uint8Array<ArrayBuffer>) =>
  openPassingMemory(
    { name: 'm.tmx', operand: 'm.tmx', head: bytes, pieces: () => inPieces(bytes) },
    { checks: true },
  );

describe('a memory whose rows are not held', () => {
  it.each(formatNames)('is written as %s just like one whose rows are', async (format) => {
    const bytes = memory(units);
    const table = await tableOfLinks(await readInputs([{ name: 'm.tmx', bytes }], {}));
    const passing = await open(bytes);
    if (!table || !passing) throw new Error('not opened');
    const counted: number[] = [];
    const expected: number[] = [];
    const written = await writtenFiles(
      writeRecords(passingRecords(passing), format, {}, undefined, ({ id }) => counted.push(id)),
    );
    const whole = await writtenFiles(
      writeTable(table, format, {}, undefined, ({ id }) => expected.push(id)),
    );
    expect(written).toEqual(whole);
    expect(counted).toEqual(expected);
    expect(table.rows.some(({ checks }) => checks.length > 0)).toBe(true);
  });

  it('is left to be read as a whole if it is more than pairs of two languages', async () => {
    const pair = unit('1', ['en', 'One.'], ['de', 'Eins.']);
    expect(await open(memory([pair]))).toBeDefined();
    expect(await open(memory([pair, unit('2', ['fr', 'Deux.'])]))).toBeUndefined();
    expect(await open(memory([pair, unit('2', ['en', 'A.'], ['en', 'B.'])]))).toBeUndefined();
    expect(await open(memory([unit('1', ['en', 'One.']), unit('2', ['de', 'Zwei.'])]))).toBe(
      undefined,
    );
  });

  it('is refused where it breaks off, like any other', async () => {
    const broken = memory(units).slice(0, -40);
    await expect(open(broken)).rejects.toMatchObject({ code: 'unreadable-document' });
  });
});
