/** JavaScript's own functions: others differ in the last bit. */

/** `Math.exp`. */
export declare function exp(x: f64): f64;
/** `Math.log1p`. */
export declare function log1p(x: f64): f64;
