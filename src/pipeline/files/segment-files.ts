import { resolve } from 'node:path';
import type { Diagnostic } from '../../diagnostics.js';
import type { Source } from '../../domain.js';
import { readInputFile } from '../../platform/input-files.js';
import { diagnoseReading } from '../diagnose.js';
import { loadInputs } from '../load-files.js';
import { readerProcesses } from '../isolation/reader-processes.js';
import { readInputs } from '../read-inputs.js';
import { segmentRead } from '../segmentation.js';
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
  const around = surroundings(options);
  const splitting = await readSplittingSettings(options, ({ name, path }) =>
    readInputFile(resolve(around.cwd, path), name),
  );
  const read = await readInputs(
    await loadInputs(around, paths),
    options,
    readerProcesses(options.signal),
  );
  if (options.onDiagnostic) diagnoseReading(read.texts, options.onDiagnostic);
  const sources: Source[] = [];
  for (const source of segmentRead(read, { ...options, ...(splitting && { splitting }) })) {
    options.signal?.throwIfAborted();
    sources.push(source);
  }
  return sources;
}
