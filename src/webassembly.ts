/** WebAssembly programs that are part of the code, each with a memory of its own. */

/** The part of the standard global that TypeScript's ES library lacks. */
declare const WebAssembly: {
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

/** The memory of a program; its buffer is another one after it has grown. */
export interface ProgramMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

const pageBytes = 65_536;
/** Bytes of the largest number that programs read at a time. */
const alignment = 16;

/**
 * Compiles a program, when it is first wanted and once.
 *
 * @param code in base64
 * @returns makes an instance, with what it exports
 */
export function webAssemblyProgram<Exports>(code: string): () => Exports {
  let compiled: object | null = null;
  return () => {
    compiled ??= new WebAssembly.Module(
      Uint8Array.from(atob(code), (character) => character.charCodeAt(0)),
    );
    return new WebAssembly.Instance(compiled).exports as Exports;
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
