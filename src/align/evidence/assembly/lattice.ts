import { Ints } from './memory';

/** See search/lattice.ts. */
@unmanaged
export class Lattice {
  edges: i32;
  from: Ints = changetype<Ints>(0);
  to: Ints = changetype<Ints>(0);
  rows: Ints = changetype<Ints>(0);
  columns: Ints = changetype<Ints>(0);
}
