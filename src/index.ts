/**
 * paralign as a library: all that the command line does, it does with what is exported here. From
 * files to a table in one call:
 *
 *     const table = await alignFiles(['a.txt', 'b.txt']);
 *     for await (const { chunk } of writeTable(table, 'csv')) process.stdout.write(chunk);
 *
 * From texts, with a model that stays loaded:
 *
 *     const embedder = await loadEmbedder();
 *     const table = await alignSources([{ name: 'a', text: a }, { name: 'b', text: b }], { embedder });
 *     await embedder.close();
 *
 * Many jobs, in processes of their own, with a report:
 *
 *     const { jobs } = await readJobs(['jobs.csv']);
 *     const { summary } = await runBatch(jobs, { folder: 'results' });
 *
 * The stages are there one by one as well. Importing this has no side effects; what a model
 * needs is imported by `loadEmbedder`.
 */
export type * from './domain.js';
export { AppError, ExitCode, type AppErrorDetails } from './errors.js';
export { describeDiagnostic, type Diagnostic } from './diagnostics.js';
export { alignSources } from './pipeline/align-sources.js';
export type { AlignOptions, AlignSettings } from './pipeline/align-options.js';
export type { Glossary, GlossaryEntry, GlossaryTerm } from './text/terms/glossary.js';
export type { AnchorLines, SourceAnchors } from './pipeline/references/source-anchors.js';
export type {
  LanguageReferences,
  NamedSource,
  SourceLanguages,
  SourceReference,
} from './pipeline/references/source-references.js';
export { alignFiles, type AlignFilesOptions } from './pipeline/files/align-files.js';
export { segmentFiles, type SegmentFilesOptions } from './pipeline/files/segment-files.js';
export {
  readFileSettings,
  type FileReadingSettings,
  type FileReference,
  type FileSettings,
} from './pipeline/files/file-settings.js';
export { loadChosenModel, type ModelChoice } from './pipeline/chosen-model.js';
export { explainFiles } from './pipeline/files/explain-files.js';
export {
  explainRow,
  type ExplainedPair,
  type ExplainedRow,
} from './pipeline/explain/explain-row.js';
export { explainReviewRow } from './pipeline/explain/explain-review-row.js';
export { alignRegion } from './pipeline/align-region.js';
export { explanationLines } from './align/parallel/explanation-lines.js';
export {
  explainBeads,
  type Explanation,
  type ScorePart,
  type WeighedBead,
} from './align/parallel/explain.js';
export type { BeadPositions } from './align/input/bead-positions.js';
export type { Review, ReviewRow } from './review/model.js';
export type { RealignedRow, RealignRequest } from './review/operations/realign.js';
export { readJobs, type FoundJobs } from './jobs/read-jobs.js';
export { readManifest } from './jobs/manifest.js';
export { matchFolders, type SourceFolder } from './jobs/match-folders.js';
export {
  checkBatch,
  runBatch,
  type BatchOptions,
  type BatchOutcome,
} from './jobs/batch/run-batch.js';
export { runJobs, type RunJobsOptions } from './jobs/batch/run-jobs.js';
export { runJob } from './jobs/run-job.js';
export { localRunner, pooledRunner, type Runner } from './jobs/workers/runners.js';
export { fileStore, folderJournal } from './jobs/stores/file-store.js';
export type { JobJournal, JobStore, StoreRules } from './jobs/store.js';
export type { InputFile } from './platform/protected-files.js';
export { parseFinished, parseOrder, parseResult } from './jobs/schemas.js';
export type { Finished, Job, JobError, JobFacts, JobOrder, JobResult } from './jobs/job.js';
export type { BatchSummary, ReportWords } from './jobs/batch/report.js';
export { segment, type Segmentation } from './pipeline/segmentation.js';
export type {
  SegmentationOptions,
  SourceInput,
  SourceOptions,
  TextInput,
} from './pipeline/source-input.js';
export {
  readSource,
  type IsolatedRead,
  type ReadOptions,
  type ReadResult,
  type SourceData,
} from './read/read-source.js';
export { documentFormats, type DocumentFormat } from './read/formats.js';
export type {
  DocumentReader,
  FoundBlock,
  FoundText,
  FoundTexts,
  ReaderOptions,
} from './read/documents/document.js';
export { parseLinks } from './read/tables/parse-links.js';
export type { LinkLine, LinkSide } from './read/tables/links.js';
export { detectLanguages } from './language/detect-languages.js';
export { segmentSource } from './segment/segment-source.js';
export { segmentText } from './segment/segment-text.js';
export { makeSplitter } from './segment/splitting/splitter.js';
export type { Splitter } from './segment/segment-text.js';
export { readSplitting } from './read/splitting/read-splitting.js';
export type {
  AbbreviationList,
  SplittingRules,
  SrxRule,
  SrxRules,
} from './read/splitting/rules.js';
export { plainText } from './text/markup.js';
export { toStreams } from './segment/streams.js';
export { loadEmbedder } from './embed/embedder.js';
export { alignStreams } from './align/align-streams.js';
export type { Anchor } from './align/input/anchors.js';
export { groupAlignments } from './align/groups.js';
export type { StreamInput } from './align/input/stream-input.js';
export { Checker } from './check/checker.js';
export type { Cells } from './check/passages.js';
export { describeCheck } from './check/describe-check.js';
export { diffWords, type DiffPart } from './text/word-diff.js';
export {
  findFormat,
  formatNames,
  formats,
  type FormatName,
  type OutputName,
} from './write/formats.js';
export { tableText, writeTable, type WriteOptions } from './write/write-table.js';
export type { Format, FormatContent, FormatOptions } from './write/records/output-format.js';
export { outputRecords, type Cell, type OutputRecord } from './write/records/records.js';
export { withQuality, type QualityOptions } from './pipeline/quality/with-quality.js';
export {
  compareAlignments,
  type ComparedRow,
  type Comparison,
} from './score/compare-alignments.js';
export { comparedRows } from './score/compared-rows.js';
export { scoreAlignments, type Score, type ScoredDocument } from './score/score-alignments.js';
export { parseVecalign, type NumberedBead } from './score/vecalign-notation.js';
