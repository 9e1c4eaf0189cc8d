import type { OutputHead } from '../records/head.js';
import { jsonRow } from '../records/json-row.js';
import { onlyFile, type WriteFormat } from '../records/output-format.js';

/** Version of the document's shape; increased by a change that breaks readers. */
const jsonVersion = 1;

/**
 * One JSON document: `format`, `version`, `match` (why the sources belong together, if `paralign match` found them),
 * `sources`, `streams`, `alignments` (which streams, mode, why), `rows` (one line each; with `words`, links between the
 * words of its cells). Offsets are 0-based UTF-16 positions in the source's text. Where that
 * is not the file's own, its source says so; cells have `locators` (one per paragraph) and `segmented`
 * where their paragraphs do.
 */
export const writeJson: WriteFormat = async function* (head, batches, { words }) {
  yield onlyFile(`${JSON.stringify(jsonHead(head)).slice(0, -1)},"rows":[`);
  let separator = '\n';
  for await (const records of batches) {
    const rows = records.map((record) => JSON.stringify(jsonRow(head, record, words)));
    yield onlyFile(separator + rows.join(',\n'));
    separator = ',\n';
  }
  yield onlyFile('\n]}\n');
};

function jsonHead({ sources, streams, alignments, match }: OutputHead): object {
  return {
    format: 'paralign',
    version: jsonVersion,
    ...(match && { match }),
    sources: sources.map(({ name, format, textIs, length, paragraphs, sentences }) => ({
      name,
      ...(textIs === 'extracted' && { format, textIs }),
      length,
      paragraphs: paragraphs.length,
      sentences,
    })),
    streams: streams.map(({ source, language, sentences }) => ({
      source: sources[source]?.name ?? null,
      language,
      sentences: sentences.map(({ number }) => number),
    })),
    alignments: alignments.map(({ a, b, mode, reason, passages, beads }) => ({
      a,
      b,
      mode,
      reason,
      ...(passages && { passages }),
      beads,
    })),
  };
}
