/**
 * How files are aligned, as plain data that can be sent elsewhere: it refers to sources by letter, number
 * or name before they have been read, and to an anchors file by its path.
 */
import { parseLinks } from '../../read/tables/parse-links.js';
import type { AlignSettings } from '../align-options.js';
import type { SegmentationOptions } from '../source-input.js';
import type { LanguageReferences, SourceReference } from '../source-references.js';

/** A file that goes with a run. */
export interface FileReference {
  /** Its name in messages. */
  readonly name: string;
  /** The path by which it is read, absolute or relative to the run's folder. */
  readonly path: string;
}

/** How files are read and segmented; plain data. */
export interface FileReadingSettings extends Omit<SegmentationOptions, 'languages' | 'formats'> {
  readonly languages?: LanguageReferences;
}

/** How files are aligned; plain data, independent of the sources. */
export interface FileSettings
  extends FileReadingSettings, Omit<AlignSettings, 'languages' | 'pivot' | 'anchors' | 'formats'> {
  readonly pivot?: SourceReference;
  /** Known links, as `parseLinks` reads them. */
  readonly anchors?: FileReference;
}

/**
 * The settings that `alignSources` takes: the anchors file read, every default filled in. Which sources
 * they mean is determined when those are read. Throws AppError `bad-anchor` with the line that is wrong,
 * and what `readFile` throws for the anchors file.
 */
export async function readFileSettings(
  settings: FileSettings,
  readFile: (file: FileReference) => Promise<Uint8Array>,
): Promise<AlignSettings> {
  const { anchors, ...rest } = settings;
  return {
    ...rest,
    segmented: settings.segmented ?? false,
    keepNoise: settings.keepNoise ?? false,
    mode: settings.mode ?? 'auto',
    checks: settings.checks ?? true,
    ...(anchors && {
      anchors: {
        name: anchors.name,
        lines: parseLinks(anchors.name, new TextDecoder().decode(await readFile(anchors))),
      },
    }),
  };
}
