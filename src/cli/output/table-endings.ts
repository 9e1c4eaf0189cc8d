import { formats, reviewFormat } from '../../write/formats.js';
import type { KnownEndings } from './check-ending.js';

/** The endings of every format that a table can be written in. */
export const tableEndings: KnownEndings = {
  formats: [...formats, reviewFormat],
};
