/** WebAssembly programs that are part of the code, each with a memory of its own. */

/** The part of the standard global that TypeScript's ES library lacks. */
declare const WebAssembly: {
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object, imports: ProgramImports) => { readonly exports: unknown };
};

/** The memory of a program; its buffer is another one after it has grown. */
export interface ProgramMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/** Functions that a program calls, by module and name. */
export type ProgramImports = Readonly<
  Record<string, Readonly<Record<string, (x: number) => number>>>
>;

const pageBytes = 65_536;
/** Bytes of the largest number that programs read at a time. */
const alignment = 16;

/**
 * Compiles a program, when it is first wanted and once.
 *
 * @param code in base64
 * @returns makes an instance, with what it exports
 */
export function webAssemblyProgram<Exports>(
  code: string,
  imports: ProgramImports = {},
): () => Exports {
  let compiled: object | null = null;
  return () => {
    compiled ??= new WebAssembly.Module(Buffer.from(code, 'base64'));
    return new WebAssembly.Instance(compiled, imports).exports as Exports;
  };
}

/** Makes a memory hold at least so many bytes; new ones are 0. */
export function growTo(memory: ProgramMemory, bytes: number): void {
  const missing = Math.ceil(bytes / pageBytes) - memory.buffer.byteLength / pageBytes;
  if (missing > 0) memory.grow(missing);
}

/**
 * Lays out arrays in a program's memory, one after the other. Views of them are made when all are laid out and the
 * memory has grown: growing it makes earlier views useless.
 */
export class Layout {
  /** Where the last array ends. */
  end: number;

  /** @param from where the program's free memory begins */
  constructor(from: number) {
    this.end = from;
  }

  /** The address of an array of so many bytes, aligned for every kind of number. */
  reserve(bytes: number): number {
    const at = Math.ceil(this.end / alignment) * alignment;
    this.end = at + bytes;
    return at;
  }
}

/** Copies of arrays, laid out in a program's memory. */
export class Copies {
  readonly #layout: Layout;
  readonly #copies: (readonly [at: number, array: ArrayBufferView])[] = [];

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  /**
   * The address that an array will have.
   *
   * @param zeros bytes behind it that nothing else takes
   */
  add(array: ArrayBufferView, zeros = 0): number {
    const at = this.#layout.reserve(array.byteLength + zeros);
    this.#copies.push([at, array]);
    return at;
  }

  /** The address of a table of addresses, or of other integers. */
  table(...integers: readonly number[]): number {
    return this.add(Int32Array.from(integers));
  }

  /** Writes the arrays to a memory, which grows to what is laid out. */
  write(memory: ProgramMemory): void {
    growTo(memory, this.#layout.end);
    const bytes = new Uint8Array(memory.buffer);
    for (const [at, { buffer, byteOffset, byteLength }] of this.#copies) {
      bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    }
  }
}

const mostIdle = 4;
/** Bytes of the memory of an instance that is kept, ... */
const largestIdle = 2 ** 20;
/** ... and in a series. */
const largestInSeries = 2 ** 24;

/** Series that have not ended. */
let series = 0;
const pools: { trim(): void }[] = [];

/**
 * Begins a series of parts of a long text, each of which needs as much memory as the one before: until it ends, pools
 * that allow for it keep larger instances. Returns how to end it.
 */
export function beginSeries(): () => void {
  series++;
  let hasEnded = false;
  return () => {
    if (hasEnded) return;
    hasEnded = true;
    series--;
    if (series === 0) for (const pool of pools) pool.trim();
  };
}

/**
 * Instances of a program, used again after they were given back: for short texts, a new memory takes longer than its
 * use, and a few dozen of them make V8 collect all garbage. With it goes what the optimising compiler has made of
 * functions that live no longer than a call, so that a process with many short texts compiles them again and again.
 */
export class ProgramPool<Program extends PooledProgram> {
  #idle: Program[] = [];
  readonly #make: () => Program;
  readonly #largestInSeries: number;

  /** @param isEven whether each use needs about as much memory, so that larger instances are worth keeping in a series */
  constructor(make: () => Program, { isEven = false }: { readonly isEven?: boolean } = {}) {
    this.#make = make;
    this.#largestInSeries = isEven ? largestInSeries : largestIdle;
    pools.push(this);
  }

  get #largest(): number {
    return series > 0 ? this.#largestInSeries : largestIdle;
  }

  /**
   * An instance whose memory is set to 0, as far as it is wanted.
   *
   * @param bytes how much is, where that is known: an instance with much is not kept
   */
  take(bytes?: number): Program {
    const used = (bytes ?? 0) <= this.#largest ? this.#idle.pop() : undefined;
    if (used !== undefined) new Uint8Array(used.memory.buffer).fill(0, 0, bytes);
    return used ?? this.#make();
  }

  /** Gives an instance back, to be used again by anyone: the caller must hold no view of its memory. */
  release(program: Program): void {
    if (this.#idle.length < mostIdle && program.memory.buffer.byteLength <= this.#largest)
      this.#idle.push(program);
  }

  /** Drops what is only kept in a series. */
  trim(): void {
    this.#idle = this.#idle.filter(({ memory }) => memory.buffer.byteLength <= largestIdle);
  }
}

/** What a program must export to be used again. It must have no data of its own. */
export interface PooledProgram {
  readonly memory: ProgramMemory;
}
