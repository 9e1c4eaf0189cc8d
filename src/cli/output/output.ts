/** A stream a command writes to. */
export interface Output {
  /** Resolves when the stream can take more; await it in loops. A closed pipe ends the program quietly. */
  write(text: string | Uint8Array): Promise<void>;
  readonly isTerminal: boolean;
  /** Width to wrap to; 80 if it is not a terminal. */
  readonly columns: number;
  /** Whether colour codes may be written to this stream. */
  readonly color: boolean;
}
