import { readFileSync } from 'node:fs';
import wabtInit from 'wabt';
import { describe, expect, test } from 'vitest';
import { rowSumsBase64 } from '../../../src/embed/table/row-sums-code.js';
import { RowTable } from '../../../src/embed/table/row-table.js';
import { seededRandom } from '../../seeded-random.js';

/** As the runtime adds up: four rows, four more ..., then two, then one, each time rounded to 32 bits. */
function simpleSum(rows: readonly Float32Array[]): Float32Array {
  const { fround } = Math;
  const groups: Float32Array[][] = [];
  let next = 0;
  for (const size of [4, 2, 1]) {
    for (; rows.length - next >= size; next += size) groups.push(rows.slice(next, next + size));
  }
  const add = (x: Float32Array, y: Float32Array): Float32Array =>
    x.map((value, i) => fround(value + (y[i] ?? 0)));
  return groups.map((group) => group.reduce(add)).reduce(add);
}

function randomRow(dimension: number, random: () => number): Float32Array {
  return Float32Array.from(
    { length: dimension },
    () => (random() - 0.5) * 10 ** (8 * random() - 4),
  );
}

describe('sums of rows', () => {
  test('are computed by the text form, assembled', async () => {
    const wabt = await wabtInit();
    const path = new URL('../../../src/embed/table/row-sums.wat', import.meta.url);
    const module = wabt.parseWat('row-sums.wat', readFileSync(path, 'utf8'), { simd: true });
    expect(Buffer.from(module.toBinary({}).buffer).toString('base64')).toBe(rowSumsBase64);
  });

  test.each([
    [1, 4],
    [2, 384],
    [3, 6],
    [4, 384],
    [7, 5],
    [1023, 8],
    [1024, 8],
    [1027, 8],
    [5000, 2],
  ])('of %i rows of %i numbers are exact to the last bit', (count, dimension) => {
    const random = seededRandom(count);
    const table = new RowTable(dimension, 4);
    const rows = Array.from({ length: 50 }, () => randomRow(dimension, random));
    rows.forEach((row, slot) => {
      // Rows stay when the table grows.
      table.reserve(slot + 1);
      table.row(slot).set(row);
    });
    const slots = Int32Array.from({ length: count + 2 }, () => Math.floor(random() * rows.length));
    const expected = simpleSum(Array.from(slots.subarray(1, count + 1), (slot) => rows[slot]!));
    expect([...table.sumOf(slots, 1, count + 1)]).toEqual([...expected]);
  });

  test('begin anew each time, and keep the sign of zero', () => {
    const table = new RowTable(4, 2);
    table.row(0).set([1, 2, 3, 4]);
    table.row(1).set([-0, -0, 0, 5]);
    expect([...table.sumOf(Int32Array.of(0, 0), 0, 2)]).toEqual([2, 4, 6, 8]);
    expect([...table.sumOf(Int32Array.of(1), 0, 1)]).toEqual([-0, -0, 0, 5]);
  });
});

describe('quotients of rows', () => {
  test('are exact to the last bit, of very small numbers too', () => {
    const random = seededRandom(7);
    const table = new RowTable(6, 60);
    const small = Float32Array.of(1e-38, -3e-39, 1.4e-45, -0, 0, 5e-42);
    const rows = [small, ...Array.from({ length: 59 }, () => randomRow(6, random))];
    rows.forEach((row, slot) => table.row(slot).set(row));
    for (const divisor of [Math.fround(0.3), 7, Math.fround(1e-12), Math.fround(1e9)]) {
      rows.forEach((row, slot) => {
        const expected = Float32Array.from(row, (value) => value / divisor);
        expect([...table.quotientOf(slot, divisor)]).toEqual([...expected]);
      });
    }
  });

  test('of a sum leave the rows as they are', () => {
    const table = new RowTable(4, 2);
    table.row(0).set([1, 2, 3, 4]);
    table.sumOf(Int32Array.of(0, 0), 0, 2);
    expect([...table.quotientOfSum(2)]).toEqual([1, 2, 3, 4]);
    expect([...table.row(0)]).toEqual([1, 2, 3, 4]);
  });
});
