/**
 * Settings that speak of sources before anybody has read them. People name sources by letter, number
 * or name; what that means is known once the sources are there, and `resolveSettings` says so.
 */
import { AppError } from '../../errors.js';
import type { AlignSettings } from '../align-options.js';
import type { SegmentationOptions } from '../source-input.js';
import { readAnchors } from './anchors-file.js';
import { findSource, type NamedSource } from './source-reference.js';

/** A source by letter, number or name. */
export interface SourceReference {
  readonly source: string;
  /** Where it was said, for messages: `--pivot`. */
  readonly where: string;
}

/** Languages of sources: of single ones, or of all in order. */
export interface LanguageReferences {
  readonly bySource: readonly { readonly source: string; readonly language: string }[];
  /** Empty, or a language for every source. */
  readonly inOrder: readonly string[];
  /** Where they were said, for messages: `--lang`. */
  readonly where: string;
}

/** A file that goes with a run. */
export interface FileReference {
  /** As messages call it. */
  readonly name: string;
  /** What it is read by: a path, absolute or from the run's folder. */
  readonly path: string;
}

/** How files are read and segmented; plain data. */
export interface FileReadingSettings extends Omit<SegmentationOptions, 'languages'> {
  readonly languages?: LanguageReferences;
}

/** How files are aligned; plain data, the same for every run over other sources. */
export interface FileSettings
  extends FileReadingSettings, Omit<AlignSettings, 'languages' | 'pivot' | 'anchors'> {
  readonly pivot?: SourceReference;
  /** Known links, as `readAnchors` takes them. */
  readonly anchors?: FileReference;
}

/**
 * The language of every source, undefined where nothing is said of it. Throws AppError `usage` for a
 * source that is not there, or when languages in order are more or fewer than the sources.
 */
export function resolveLanguages(
  references: LanguageReferences | undefined,
  sources: readonly NamedSource[],
): (string | undefined)[] {
  const languages: (string | undefined)[] = sources.map(() => undefined);
  if (references === undefined) return languages;
  const { bySource, inOrder, where } = references;
  for (const { source, language } of bySource)
    languages[findSource(source, sources, where)] = language;
  if (inOrder.length > 0 && inOrder.length !== sources.length)
    throw new AppError(
      'usage',
      `${where} ${inOrder.join(',')}: ${inOrder.length} languages for ${sources.length} sources`,
      { hint: `say which source is meant: ${where} A=es` },
    );
  return languages.map((language, index) => language ?? inOrder[index]);
}

/**
 * What the settings mean for these sources, every setting filled in. Throws AppError `usage` for a
 * source that is not there, `bad-anchor`, and what `readFile` throws for the anchors file.
 */
export async function resolveSettings(
  settings: FileSettings,
  sources: readonly NamedSource[],
  readFile: (file: FileReference) => Promise<Uint8Array>,
): Promise<AlignSettings> {
  const { only, encoding, pivot, anchors } = settings;
  const languages = resolveLanguages(settings.languages, sources);
  const pivotIndex = pivot && findSource(pivot.source, sources, pivot.where);
  return {
    segmented: settings.segmented ?? false,
    languages,
    ...(only && { only }),
    ...(encoding !== undefined && { encoding }),
    keepNoise: settings.keepNoise ?? false,
    mode: settings.mode ?? 'auto',
    ...(pivotIndex !== undefined && { pivot: pivotIndex }),
    ...(anchors && {
      anchors: readAnchors(anchors.name, await readFile(anchors), sources.length),
    }),
    checks: settings.checks ?? true,
  };
}
