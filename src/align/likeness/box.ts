/** Sentences i..i+n-1 of one text with j..j+m-1 of the other. */
export interface Box {
  readonly i: number;
  readonly n: number;
  readonly j: number;
  readonly m: number;
}
