import type { Diagnostic } from '../../diagnostics.js';
import type { Source } from '../../domain.js';
import { diagnoseReading } from '../diagnose.js';
import { loadInputs } from '../load-files.js';
import { readerProcesses } from '../isolation/reader-processes.js';
import { readInputs } from '../read-inputs.js';
import { segmentRead } from '../segmentation.js';
import type { FileReadingSettings } from './file-settings.js';
import { surroundings } from './surroundings.js';

/** How files are read and segmented. */
export interface SegmentFilesOptions extends FileReadingSettings {
  /** What relative paths start from: the current folder by default. */
  readonly cwd?: string;
  readonly signal?: AbortSignal;
  readonly onDiagnostic?: (diagnostic: Diagnostic) => void;
}

/**
 * Reads files, detects the languages of their paragraphs and splits their sentences; `-` is standard
 * input. No model is needed.
 *
 * @throws AppError for files that can't be read and settings that name no source
 */
export async function segmentFiles(
  paths: readonly string[],
  options: SegmentFilesOptions = {},
): Promise<Source[]> {
  const read = await readInputs(
    await loadInputs(surroundings(options), paths),
    options,
    readerProcesses(options.signal),
  );
  if (options.onDiagnostic) diagnoseReading(read.texts, options.onDiagnostic);
  const sources: Source[] = [];
  for (const source of segmentRead(read, options)) {
    options.signal?.throwIfAborted();
    sources.push(source);
  }
  return sources;
}
