/** JavaScript's own functions: others differ in the last bit. */
export declare function exp(x: f64): f64;
export declare function log1p(x: f64): f64;
