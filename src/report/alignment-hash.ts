/** What decisions about an alignment are bound to. */
import { createHash } from 'node:crypto';
import type { Table } from '../domain.js';

/**
 * SHA-256 of the texts and of the columns that they were aligned in, in hexadecimal. Decisions, notes and
 * changed links don't alter it: of those, every decision knows the texts that it is about.
 */
export function alignmentHash({ sources, streams }: Pick<Table, 'sources' | 'streams'>): string {
  const hash = createHash('sha256');
  for (const { name, text } of sources) hash.update(JSON.stringify([name, text]));
  for (const { source, language } of streams) hash.update(JSON.stringify([source, language]));
  return hash.digest('hex');
}
