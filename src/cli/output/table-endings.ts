import { formats, formatsToCome, reviewFormat } from '../../write/formats.js';
import type { KnownEndings } from './check-ending.js';

/** The endings of all that a table can be written as. */
export const tableEndings: KnownEndings = {
  formats: [...formats, reviewFormat],
  toCome: formatsToCome,
};
