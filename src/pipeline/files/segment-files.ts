import { resolve } from 'node:path';
import type { Diagnostic } from '../../diagnostics.js';
import type { Source } from '../../domain.js';
import { readInputFile } from '../../platform/input-files.js';
import type { SplittingRules } from '../../read/splitting/rules.js';
import { diagnoseReading } from '../diagnose.js';
import { loadInputs } from '../load-files.js';
import { readerProcesses } from '../isolation/reader-processes.js';
import { readInputs, type ReadInputs } from '../read-inputs.js';
import { detectRead, segmentRead } from '../segmentation.js';
import { readSplittingSettings, type FileReadingSettings } from './file-settings.js';
import { surroundings } from './surroundings.js';

/** How files are read and segmented. */
export interface SegmentFilesOptions extends FileReadingSettings {
  /** Base of relative paths; the current folder by default. */
  readonly cwd?: string;
  readonly signal?: AbortSignal;
  readonly onDiagnostic?: (diagnostic: Diagnostic) => void;
}

/**
 * Reads files, detects the languages of their paragraphs and splits their sentences; `-` is standard
 * input. No model is needed.
 *
 * @throws AppError for files that cannot be read, settings that name no source, and `bad-rules`
 */
export async function segmentFiles(
  paths: readonly string[],
  options: SegmentFilesOptions = {},
): Promise<Source[]> {
  const { read, splitting } = await readAll(paths, options);
  return eachOf(segmentRead(read, { ...options, ...(splitting && { splitting }) }), options);
}

/** Like `segmentFiles`, without splitting the sentences: the sources have none. */
export async function detectFiles(
  paths: readonly string[],
  options: SegmentFilesOptions = {},
): Promise<Source[]> {
  const { read } = await readAll(paths, options);
  return eachOf(detectRead(read, options), options);
}

async function readAll(
  paths: readonly string[],
  options: SegmentFilesOptions,
): Promise<{ readonly read: ReadInputs; readonly splitting: SplittingRules | undefined }> {
  const around = surroundings(options);
  const splitting = await readSplittingSettings(options, ({ name, path }) =>
    readInputFile(resolve(around.cwd, path), name),
  );
  const inputs = await loadInputs(around, paths);
  const read = await readInputs(inputs, options, readerProcesses(options.signal));
  if (options.onDiagnostic) diagnoseReading(read.texts, options.onDiagnostic);
  return { read, splitting };
}

function eachOf(sources: Iterable<Source>, { signal }: SegmentFilesOptions): Source[] {
  const all: Source[] = [];
  for (const source of sources) {
    signal?.throwIfAborted();
    all.push(source);
  }
  return all;
}
