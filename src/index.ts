/**
 * paralign as a library. The way from files to a table in one call:
 *
 *     const embedder = await loadEmbedder();
 *     const table = await alignSources([{ name: 'a', text: a }, { name: 'b', text: b }], { embedder });
 *     for await (const { chunk } of writeTable(table, 'csv')) process.stdout.write(chunk);
 *     await embedder.close();
 *
 * The stages are there one by one as well. Importing this has no side effects; the model's runtime
 * is imported by `loadEmbedder`.
 */
export type * from './domain.js';
export { AppError, ExitCode, type AppErrorDetails } from './errors.js';
export { describeDiagnostic, type Diagnostic } from './diagnostics.js';
export { alignSources } from './pipeline/align-sources.js';
export type { AlignOptions } from './pipeline/align-options.js';
export type { SourceAnchors } from './pipeline/source-anchors.js';
export { segment } from './pipeline/segmentation.js';
export type { SegmentationOptions, SourceInput, TextInput } from './pipeline/source-input.js';
export { readSource } from './read/read-source.js';
export { detectLanguages } from './language/detect-languages.js';
export { segmentSource } from './segment/segment-source.js';
export { segmentText } from './segment/segment-text.js';
export { toStreams } from './segment/streams.js';
export { loadEmbedder } from './embed/embedder.js';
export { alignStreams } from './align/align-streams.js';
export type { Anchor } from './align/input/anchors.js';
export { groupAlignments } from './align/groups.js';
export type { StreamInput } from './align/input/stream-input.js';
export { checkGroup } from './check/check-group.js';
export { diffWords, type DiffPart } from './text/word-diff.js';
export { findFormat, formatNames, formats, type FormatName } from './write/formats.js';
export { tableText, writeTable, type WriteOptions } from './write/write-table.js';
export type { Format, FormatContent, FormatOptions } from './write/records/output-format.js';
export { outputRecords, type Cell, type OutputRecord } from './write/records/records.js';
export { scoreAlignments, type Score, type ScoredDocument } from './score/score-alignments.js';
export { parseVecalign, type NumberedBead } from './score/vecalign-notation.js';
