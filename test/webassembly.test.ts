import { describe, expect, test } from 'vitest';
import { beginSeries, Copies, growTo, Layout, ProgramPool } from '../src/webassembly.js';

/** A memory of whole pages, as a program has one. */
function emptyMemory(): { buffer: ArrayBuffer; grow(pages: number): number } {
  return {
    buffer: new ArrayBuffer(0),
    grow(pages) {
      const before = this.buffer.byteLength / 65_536;
      this.buffer = new ArrayBuffer((before + pages) * 65_536);
      return before;
    },
  };
}

describe('copies of arrays', () => {
  test('stand where they were laid out, each aligned, in a memory that has grown', () => {
    const memory = emptyMemory();
    const copies = new Copies(new Layout(1));
    const bytes = copies.add(Uint8Array.of(7, 8), 3);
    const part = copies.add(Float64Array.of(1, 2, 3).subarray(1));
    const table = copies.table(bytes, part);
    copies.write(memory);
    expect([bytes % 16, part % 16, table % 16]).toEqual([0, 0, 0]);
    expect([...new Uint8Array(memory.buffer, bytes, 5)]).toEqual([7, 8, 0, 0, 0]);
    expect([...new Float64Array(memory.buffer, part, 2)]).toEqual([2, 3]);
    expect([...new Int32Array(memory.buffer, table, 2)]).toEqual([bytes, part]);
  });
});

describe('programs that were given back', () => {
  test('are used again, empty', () => {
    const pool = new ProgramPool(() => ({ memory: emptyMemory() }));
    const first = pool.take();
    growTo(first.memory, 100);
    new Uint8Array(first.memory.buffer).fill(1);
    pool.release(first);
    const second = pool.take();
    expect(second).toBe(first);
    expect(new Uint8Array(second.memory.buffer).every((byte) => byte === 0)).toBe(true);
    expect(pool.take()).not.toBe(second);
  });

  test('are not kept if they are large, nor taken where much is wanted', () => {
    const pool = new ProgramPool(() => ({ memory: emptyMemory() }));
    const large = pool.take();
    growTo(large.memory, 2 ** 21);
    pool.release(large);
    const small = pool.take();
    expect(small).not.toBe(large);
    pool.release(small);
    expect(pool.take(2 ** 21)).not.toBe(small);
  });

  test('are kept in a series even if they are large, where every use needs as much', () => {
    const even = new ProgramPool(() => ({ memory: emptyMemory() }), { isEven: true });
    const uneven = new ProgramPool(() => ({ memory: emptyMemory() }));
    const endSeries = beginSeries();
    const [large, other] = [even.take(), uneven.take()];
    for (const { memory } of [large, other]) growTo(memory, 2 ** 21);
    new Uint8Array(large.memory.buffer).fill(1);
    even.release(large);
    uneven.release(other);
    expect(even.take(2 ** 21)).toBe(large);
    expect(new Uint8Array(large.memory.buffer).every((byte) => byte === 0)).toBe(true);
    expect(uneven.take()).not.toBe(other);
    even.release(large);
    endSeries();
    expect(even.take()).not.toBe(large);
  });
});
