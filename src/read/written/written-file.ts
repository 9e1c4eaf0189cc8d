/** A file that need not be held, and may be read more than once. */
export interface WrittenFile {
  readonly name: string;
  /** Its first bytes: at least 64 kB, unless it is shorter. */
  readonly head: Uint8Array;
  /** All of its bytes, from the first. */
  pieces(): AsyncIterable<Uint8Array>;
}
