/** Functions of the host. The name of this file is that of the module they are imported from. */

/** The natural logarithm: another one would differ in the last bit. */
export declare function log(x: f64): f64;
