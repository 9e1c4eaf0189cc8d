import { describe, expect, test } from 'vitest';
import { emptyRows } from '../../../src/embed/runtime/embedder-parts.js';
import { RowTable } from '../../../src/embed/table/row-table.js';
import { seededRandom } from '../../seeded-random.js';

const { fround } = Math;

/** As the runtime adds up: four rows, four more ..., then two, then one, each time rounded to 32 bits. */
function simpleSum(rows: readonly Float32Array[]): Float32Array {
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
    const table = new RowTable(dimension, 4, 16);
    const rows = Array.from({ length: 50 }, () => randomRow(dimension, random));
    rows.forEach((row, slot) => {
      // Rows stay when the table grows.
      table.reserve(slot + 1);
      table.row(slot).set(row);
    });
    const slots = Int32Array.from({ length: count + 2 }, () => Math.floor(random() * rows.length));
    const sum = simpleSum(Array.from(slots.subarray(1, count + 1), (slot) => rows[slot]!));
    const out = emptyRows(3, dimension);
    const offsets = Int32Array.of(100, 101, count + 101, count + 102);
    table.writeUnits({ slots, offsets, start: 100 }, 1, 2, 1e-9, out, 1);
    const length = simpleLength(sum);
    expect([...out.norms]).toEqual([0, length, 0]);
    const unit = Array.from(sum, (value) => fround(value / length));
    expect([...out.units]).toEqual([...none(dimension), ...unit, ...none(dimension)]);
  });

  test('begin anew each time, and keep the sign of zero', () => {
    const table = new RowTable(4, 2, 16);
    table.row(0).set([1, 2, 3, 4]);
    table.row(1).set([-0, -0, 0, 5]);
    const out = emptyRows(3, 4);
    const lists = { slots: Int32Array.of(1, 1, 0), offsets: Int32Array.of(0, 1, 1, 3), start: 0 };
    table.writeUnits(lists, 0, 3, 1, out, 0);
    expect([...out.units.subarray(0, 8)]).toEqual([-0, -0, 0, 1, 0, 0, 0, 0]);
    expect(out.norms[0]).toBe(5);
    expect(out.norms[1]).toBe(0);
  });

  test('of vectors shorter than the least length are divided by that', () => {
    const table = new RowTable(4, 1, 16);
    table.row(0).set([0.25, 0, 0, 0]);
    const out = emptyRows(1, 4);
    const lists = { slots: Int32Array.of(0), offsets: Int32Array.of(0, 1), start: 0 };
    table.writeUnits(lists, 0, 1, 0.5, out, 0);
    expect([out.units[0], out.norms[0]]).toEqual([0.5, 0.25]);
  });

  test('are the same for texts that are passed together and one by one', () => {
    const random = seededRandom(7);
    const table = new RowTable(6, 300, 16);
    for (let slot = 0; slot < 300; slot += 1) table.row(slot).set(randomRow(6, random));
    const lengths = Array.from({ length: 200 }, (_, i) => (i === 50 ? 9000 : (37 * i) % 91));
    const offsets = Int32Array.from([0, ...lengths]);
    for (let i = 1; i < offsets.length; i += 1) offsets[i]! += offsets[i - 1]!;
    const slots = Int32Array.from({ length: offsets.at(-1)! }, () => Math.floor(300 * random()));
    const together = emptyRows(200, 6);
    table.writeUnits({ slots, offsets, start: 0 }, 0, 200, 1e-9, together, 0);
    const alone = emptyRows(200, 6);
    for (let text = 0; text < 200; text += 1) {
      table.writeUnits({ slots, offsets, start: 0 }, text, text + 1, 1e-9, alone, text);
    }
    expect(together).toEqual(alone);
  });
});

test('codes are unpacked as the graph computes them', () => {
  const table = new RowTable(4, 2, 16);
  table.codes(3).set([0xff, 0x1f, 0x08]);
  table.unpack(1, 7.5, 0.1, 1);
  const scale = fround(0.1);
  const of = (code: number): number => fround(scale * fround(code - 7.5));
  expect([...table.row(1)]).toEqual([of(15), of(8), of(1), of(0)]);
  const lists = { slots: Int32Array.of(1), offsets: Int32Array.of(0, 1), start: 0 };
  const lengths = [1, 2].map((from) => {
    table.unpack(from, 7.5, 0.1, 1);
    const out = emptyRows(1, 4);
    table.writeUnits(lists, 0, 1, 0, out, 0);
    expect(out.norms[0]).toBe(simpleLength(table.row(1)));
    return out.norms[0];
  });
  expect(lengths[0]).not.toBe(lengths[1]);
});

function simpleLength(vector: Float32Array): number {
  let square = 0;
  for (const value of vector) square = fround(square + fround(value * value));
  return fround(Math.sqrt(square));
}

function none(count: number): number[] {
  return Array.from({ length: count }, () => 0);
}
