/** A potential bead: sentences i..i+n-1 of a with j..j+m-1 of b. */
export interface Candidate {
  readonly i: number;
  readonly n: number;
  readonly j: number;
  readonly m: number;
}
