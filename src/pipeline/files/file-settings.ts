/**
 * How files are aligned, as plain data that can be sent elsewhere: it refers to sources by letter, number
 * or name before they have been read, and to an anchors file by its path.
 */
import type { SplittingRules } from '../../read/splitting/rules.js';
import type { Glossary } from '../../text/terms/glossary.js';
import type { AlignSettings } from '../align-options.js';
import type { SegmentationOptions } from '../source-input.js';
import type { LanguageReferences, SourceReference } from '../references/source-references.js';

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
  /** Rules of splitting, in SRX 2.0. They count before those that `splitting` holds. */
  readonly srx?: FileReference;
  /** Abbreviations that never end a sentence. They count before those that `splitting` holds. */
  readonly abbreviations?: FileReference;
}

/** How files are aligned; plain data, independent of the sources. */
export interface FileSettings
  extends FileReadingSettings, Omit<AlignSettings, 'languages' | 'pivot' | 'anchors' | 'formats'> {
  readonly pivot?: SourceReference;
  /** Known links: by sentence number, or a file that links texts. */
  readonly anchors?: FileReference;
  /** Agreed translations, for the settings that do not hold them as `glossary`. */
  readonly glossaryFile?: FileReference;
}

/** The settings that name files. */
export type NamedFiles = Pick<FileSettings, 'anchors' | 'srx' | 'abbreviations' | 'glossaryFile'>;

/** The files that settings name, with what messages call them. */
export function settingFiles({ anchors, srx, abbreviations, glossaryFile }: NamedFiles): {
  readonly path: string;
  readonly what: string;
}[] {
  const named = (what: string, file: FileReference | undefined) =>
    file === undefined ? [] : [{ path: file.path, what: `${what} ${file.name}` }];
  return [
    ...named('the anchors file', anchors),
    ...named('the rules file', srx),
    ...named('the abbreviations file', abbreviations),
    ...named('the glossary', glossaryFile),
  ];
}

/**
 * How sentences are split, the files that settings name read; undefined if they say nothing of it. Throws
 * AppError `bad-rules`, `unreadable-document` or `undecodable-source` for what the files hold, and what
 * `readFile` throws.
 */
export async function readSplittingSettings(
  { srx, abbreviations, splitting }: FileReadingSettings,
  readFile: (file: FileReference) => Promise<Uint8Array>,
): Promise<SplittingRules | undefined> {
  if (srx === undefined && abbreviations === undefined) return splitting;
  const read = async (file: FileReference) => ({ name: file.name, bytes: await readFile(file) });
  // Loaded late: few runs have such files.
  const { readSplitting } = await import('../../read/splitting/read-splitting.js');
  const rules = await readSplitting({
    ...(srx && { srx: await read(srx) }),
    ...(abbreviations && { abbreviations: await read(abbreviations) }),
  });
  return { ...splitting, ...rules };
}

/**
 * The glossary of settings, its file read; undefined if there is none. Throws AppError `bad-glossary`,
 * `unreadable-document` or `undecodable-source` for what the file holds, and what `readFile` throws.
 */
export async function readGlossarySettings(
  { glossary, glossaryFile }: Pick<FileSettings, 'glossary' | 'glossaryFile'>,
  readFile: (file: FileReference) => Promise<Uint8Array>,
): Promise<Glossary | undefined> {
  if (glossaryFile === undefined) return glossary;
  // Loaded late: few runs have one.
  const { readGlossary } = await import('../../read/glossary/read-glossary.js');
  return readGlossary(glossaryFile.name, await readFile(glossaryFile));
}

/**
 * The settings that `alignSources` takes: the files read that they name, every default filled in. Which
 * sources they mean is found out when those are read. Throws AppError `bad-anchor` with the line that is
 * wrong, `bad-rules` and others as `readSplittingSettings`, and what `readFile` throws.
 */
export async function readFileSettings(
  settings: FileSettings,
  readFile: (file: FileReference) => Promise<Uint8Array>,
): Promise<AlignSettings> {
  const {
    anchors,
    srx: _srx,
    abbreviations: _abbreviations,
    glossaryFile: _file,
    ...rest
  } = settings;
  const splitting = await readSplittingSettings(settings, readFile);
  const glossary = await readGlossarySettings(settings, readFile);
  return {
    ...rest,
    ...(splitting && { splitting }),
    ...(glossary && { glossary }),
    segmented: settings.segmented ?? false,
    keepNoise: settings.keepNoise ?? false,
    mode: settings.mode ?? 'auto',
    checks: settings.checks ?? true,
    ...(anchors && (await readAnchorFile(anchors, readFile))),
  };
}

async function readAnchorFile(
  anchors: FileReference,
  readFile: (file: FileReference) => Promise<Uint8Array>,
): Promise<Pick<AlignSettings, 'anchors' | 'anchorTexts'>> {
  // Loaded late: it brings the readers of documents.
  const { readAnchors } = await import('./anchor-file.js');
  return readAnchors(anchors.name, await readFile(anchors));
}
