/** The features of one bead, written one after another in the order of the table. */

/** Where the next feature goes. */
let next: usize = 0;

/** The first feature to write stands at `at`. */
export function begin(at: usize): void {
  next = at;
}

/** Stops the program unless everything before `at` has been written: groups must not shift. */
export function expectAt(at: usize): void {
  if (next != at) unreachable();
}

/** Writes the next feature. */
export function put(value: f64): void {
  store<f32>(next, <f32>value);
  next += 4;
}

/** Writes the next feature, 1 or 0. */
export function flag(value: bool): void {
  put(value ? 1 : 0);
}

/** Writes the next two features from a flag of each side: set on one side only, set on both. */
export function pair(a: i32, b: i32): void {
  flag((a == 1) != (b == 1));
  flag(a == 1 && b == 1);
}
