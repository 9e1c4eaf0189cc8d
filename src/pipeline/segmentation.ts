/** The first half of the pipeline: from bytes to sentences. */
import type { Paragraph, Sentence, Source, SourceText } from '../domain.js';
import { detectLanguages } from '../language/detect-languages.js';
import { segmentSource } from '../segment/segment-source.js';
import type { Splitter } from '../segment/segment-text.js';
import { makeSplitter } from '../segment/splitting/splitter.js';
import { readInputs, type ReadInputs } from './read-inputs.js';
import { anchorsOfPassages, type SourceAnchors } from './references/source-anchors.js';
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
 * @throws AppError for what cannot be read (empty, binary, not decodable), as `readSource`; `bad-rules` for a
 *   rule of splitting that takes too much work
 */
export async function segment(
  input: SourceInput | TextInput,
  options: SourceOptions = {},
): Promise<Segmentation> {
  const read = await readInputs([input], options);
  const { language } = options;
  const split = makeSplitter(options.splitting);
  const sources = read.texts.map((text, index) =>
    segmentOne(text, { ...options, split }, language ?? read.languages[index]),
  );
  return {
    sources,
    ...(read.links.length > 0 && { links: anchorsOfPassages(sources, read.links) }),
  };
}

/** The sources of a run, each segmented in turn. */
export function* segmentRead(
  { texts, languages }: Pick<ReadInputs, 'texts' | 'languages'>,
  options: Pick<SegmentationOptions, 'segmented' | 'keepNoise' | 'only' | 'splitting'>,
): Generator<Source, void, undefined> {
  const split = makeSplitter(options.splitting);
  for (const [index, text] of texts.entries()) {
    yield segmentOne(text, { ...options, split }, languages[index]);
  }
}

/** The sources of a run with the languages of their paragraphs, each in turn; without sentences. */
export function* detectRead(
  { texts, languages }: ReadInputs,
  options: Pick<SegmentationOptions, 'segmented' | 'only'>,
): Generator<Source, void, undefined> {
  for (const [index, text] of texts.entries()) {
    yield sourceOf(text, detectOne(text, options, languages[index]), []);
  }
}

function detectOne(
  read: SourceText,
  { segmented = false, only }: Pick<SegmentationOptions, 'segmented' | 'only'>,
  language: string | undefined,
): Paragraph[] {
  return detectLanguages(read, {
    ...(language && { language }),
    ...(only && { only }),
    whole: segmented,
  });
}

/** Turns a text that has been read into sentences. `language` is that of the whole text, if known. */
function segmentOne(
  read: SourceText,
  {
    segmented = false,
    keepNoise = false,
    only,
    split,
  }: Pick<SegmentationOptions, 'segmented' | 'keepNoise' | 'only'> & { readonly split: Splitter },
  language: string | undefined,
): Source {
  const paragraphs = detectOne(read, { segmented, ...(only && { only }) }, language);
  return sourceOf(
    read,
    paragraphs,
    segmentSource(read, paragraphs, { segmented, keepNoise, split }),
  );
}

function sourceOf(
  { name, text, format, textIs, encodingDoubt, notices }: SourceText,
  paragraphs: readonly Paragraph[],
  sentences: readonly Sentence[],
): Source {
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
