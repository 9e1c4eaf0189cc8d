/** Lists of numbers in memory, and where new ones go: one after the other, behind what the caller laid out. */

import { setFloat } from '../../assembly/arrays';

const alignment: usize = 16;
const pageBits: usize = 16;
/** Pages by which memory grows at least: a program with little memory is used again. */
const leastGrowth: i32 = 4;

/** Where the next list begins. */
let free: usize = 0;

/** Lists are to begin at an address; there are none yet. */
export function startAt(address: usize): void {
  free = address;
}

/** The address of a new list of so many bytes, aligned for every kind of number; not cleared. */
export function reserve(bytes: usize): usize {
  const at = nextList();
  makeRoom(at, bytes);
  free = at + bytes;
  return at;
}

/** Where a list would begin: for one that grows behind all others. It ends where `endList` says. */
export function nextList(): usize {
  return (free + alignment - 1) & ~(alignment - 1);
}

/** Ends the list that grows: the next one begins behind this address. */
export function endList(end: usize): void {
  free = end;
}

/** Makes memory hold at least so many bytes from an address on. */
export function makeRoom(at: usize, bytes: usize): void {
  const missing = <i32>((at + bytes + 0xffff) >> pageBits) - memory.size();
  if (missing <= 0) return;
  const pages = missing > leastGrowth ? missing : leastGrowth;
  if (memory.grow(pages) < 0 && memory.grow(missing) < 0) unreachable();
}

/** A new list of 64-bit floats that all have one value. */
export function floats(count: i32, value: f64): usize {
  const list = reserve((<usize>count) << 3);
  fillFloats(list, count, value);
  return list;
}

/** Sets the first `count` floats of a list to one value. */
export function fillFloats(list: usize, count: i32, value: f64): void {
  for (let k = 0; k < count; k++) setFloat(list, k, value);
}
