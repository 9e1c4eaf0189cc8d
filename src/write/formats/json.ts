import { jsonRow } from '../records/json-row.js';
import type { Writer } from '../records/output-format.js';
import { outputRecords } from '../records/records.js';

/** Version of the document's shape; a change that breaks readers raises it. */
export const jsonVersion = 1;

/**
 * One JSON document: `format`, `version`, `sources`, `streams`, `alignments` (which streams, mode,
 * why), `rows` (one line each). Offsets are 0-based UTF-16 positions in the source's text.
 */
export const writeJson: Writer = function* (table, options = {}) {
  const head = {
    format: 'paralign',
    version: jsonVersion,
    sources: table.sources.map(({ name, text, paragraphs, sentences }) => ({
      name,
      length: text.length,
      paragraphs: paragraphs.length,
      sentences: sentences.length,
    })),
    streams: table.streams.map(({ source, language, sentences }) => ({
      source: table.sources[source]?.name ?? null,
      language,
      sentences: sentences.map(({ number }) => number),
    })),
    alignments: table.alignments.map(({ a, b, mode, reason, beads }) => ({
      a,
      b,
      mode,
      reason,
      beads: beads.length,
    })),
  };
  yield `${JSON.stringify(head).slice(0, -1)},"rows":[`;
  let separator = '\n';
  for (const record of outputRecords(table, options)) {
    yield separator + JSON.stringify(jsonRow(table, record));
    separator = ',\n';
  }
  yield '\n]}\n';
};
