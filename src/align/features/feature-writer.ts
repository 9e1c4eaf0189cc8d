import { featureTable } from './feature-table.js';

/** The features of one bead, written one after another in the order of `featureTable`. */
export class FeatureWriter {
  readonly row = new Float32Array(featureTable.length);
  #next = 0;

  /** Index of the next feature to write. */
  get next(): number {
    return this.#next;
  }

  /** Sets all features to 0; the first one to write is number `from`. */
  begin(from: number): void {
    this.row.fill(0);
    this.#next = from;
  }

  /** Takes over features that were written before; the first one to write anew is number `from`. */
  resume(row: Float32Array, from: number): void {
    this.row.set(row);
    this.#next = from;
  }

  /** Writes the next feature. */
  put(value: number): void {
    this.row[this.#next++] = value;
  }

  /** Writes the next feature, 1 or 0. */
  flag(value: boolean): void {
    this.row[this.#next++] = value ? 1 : 0;
  }

  /** Writes the next two features from a flag of each side: set on one side only, set on both. */
  pair(a: number | undefined, b: number | undefined): void {
    this.flag((a === 1) !== (b === 1));
    this.flag(a === 1 && b === 1);
  }
}
