/** Memory of one use of the program, handed out from its beginning, and arrays in it. */

const alignment: usize = 16;
const pageBits = 16;

let end: usize = __heap_base;

/** Makes all memory free. */
export function begin(): void {
  end = __heap_base;
}

/** The address of so many bytes, which are 0. */
export function reserve(bytes: i32): usize {
  const at = (end + alignment - 1) & ~(alignment - 1);
  end = at + <usize>bytes;
  const pages = <i32>((end + (1 << pageBits) - 1) >> pageBits);
  if (pages > memory.size()) {
    if (memory.grow(pages - memory.size()) < 0) unreachable();
  }
  memory.fill(at, 0, <usize>bytes);
  return at;
}

/** 32-bit integers. */
@unmanaged
export class Ints {
  @operator('[]')
  get(at: i32): i32 {
    return load<i32>(changetype<usize>(this) + ((<usize>at) << 2));
  }

  @operator('[]=')
  set(at: i32, value: i32): void {
    store<i32>(changetype<usize>(this) + ((<usize>at) << 2), value);
  }

  static of(count: i32): Ints {
    return changetype<Ints>(reserve(count << 2));
  }
}

/** 64-bit floats. */
@unmanaged
export class Floats {
  @operator('[]')
  get(at: i32): f64 {
    return load<f64>(changetype<usize>(this) + ((<usize>at) << 3));
  }

  @operator('[]=')
  set(at: i32, value: f64): void {
    store<f64>(changetype<usize>(this) + ((<usize>at) << 3), value);
  }

  static of(count: i32): Floats {
    return changetype<Floats>(reserve(count << 3));
  }
}

/** 32-bit floats. */
@unmanaged
export class Singles {
  @operator('[]')
  get(at: i32): f32 {
    return load<f32>(changetype<usize>(this) + ((<usize>at) << 2));
  }

  @operator('[]=')
  set(at: i32, value: f32): void {
    store<f32>(changetype<usize>(this) + ((<usize>at) << 2), value);
  }

  static of(count: i32): Singles {
    return changetype<Singles>(reserve(count << 2));
  }
}

/** Bytes. */
@unmanaged
export class Bytes {
  @operator('[]')
  get(at: i32): i32 {
    return <i32>load<u8>(changetype<usize>(this) + <usize>at);
  }

  @operator('[]=')
  set(at: i32, value: i32): void {
    store<u8>(changetype<usize>(this) + <usize>at, <u8>value);
  }
}

/** Unsigned 16-bit integers. */
@unmanaged
export class Shorts {
  @operator('[]')
  get(at: i32): i32 {
    return <i32>load<u16>(changetype<usize>(this) + ((<usize>at) << 1));
  }

  @operator('[]=')
  set(at: i32, value: i32): void {
    store<u16>(changetype<usize>(this) + ((<usize>at) << 1), <u16>value);
  }
}
