/** The first half of the pipeline: from bytes to sentences. */
import type { Source, SourceText } from '../domain.js';
import { detectLanguages } from '../language/detect-languages.js';
import { segmentSource } from '../segment/segment-source.js';
import { readInputs, type ReadInputs } from './read-inputs.js';
import { anchorsOfPassages, type SourceAnchors } from './source-anchors.js';
import type { SegmentationOptions, SourceInput, SourceOptions, TextInput } from './source-input.js';

/** The segmented content of a file. */
export interface Segmentation {
  /** Usually one; several in formats that can contain several. */
  readonly sources: readonly Source[];
  /** Links between the file's sources that the file itself contains, in the form of an alignment's `anchors`. */
  readonly links?: readonly SourceAnchors[];
}

/**
 * Turns one file or text into sentences: reads it, detects languages and splits it.
 *
 * @throws AppError for unreadable input (empty, binary, not decodable), as `readSource`
 */
export async function segment(
  input: SourceInput | TextInput,
  options: SourceOptions = {},
): Promise<Segmentation> {
  const read = await readInputs([input], options);
  const { language } = options;
  const sources = read.texts.map((text, index) =>
    segmentOne(text, options, language ?? read.languages[index]),
  );
  return {
    sources,
    ...(read.links.length > 0 && { links: anchorsOfPassages(sources, read.links) }),
  };
}

/** The sources of a run, each segmented in turn. */
export function* segmentRead(
  { texts, languages }: ReadInputs,
  options: Pick<SegmentationOptions, 'segmented' | 'keepNoise' | 'only'>,
): Generator<Source, void, undefined> {
  for (const [index, text] of texts.entries()) yield segmentOne(text, options, languages[index]);
}

/** Turns a text that has been read into sentences. `language` is that of the whole text, if known. */
function segmentOne(
  read: SourceText,
  {
    segmented = false,
    keepNoise = false,
    only,
  }: Pick<SegmentationOptions, 'segmented' | 'keepNoise' | 'only'>,
  language: string | undefined,
): Source {
  const paragraphs = detectLanguages(read, {
    ...(language && { language }),
    ...(only && { only }),
    whole: segmented,
  });
  const sentences = segmentSource(read, paragraphs, { segmented, keepNoise });
  const { name, text, format, textIs, encodingDoubt, notices } = read;
  return {
    name,
    text,
    format,
    textIs,
    ...(encodingDoubt && { encodingDoubt }),
    ...(notices && { notices }),
    paragraphs,
    sentences,
  };
}
