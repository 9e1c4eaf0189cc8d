/** The first half of the way: from bytes to sentences, source by source. */
import type { Source } from '../domain.js';
import type { SourceInput } from './source-input.js';
import type { TextInput } from './source-input.js';
import { detectLanguages } from '../language/detect-languages.js';
import { readSource } from '../read/read-source.js';
import { segmentSource } from '../segment/segment-source.js';
import type { SourceOptions } from './source-input.js';

/**
 * One source from bytes or text to sentences: read, languages detected, split. Throws AppError for
 * a source that can't be read (empty, binary, not decodable).
 */
export function segment(input: SourceInput | TextInput, options: SourceOptions = {}): Source {
  const { segmented = false, keepNoise = false, encoding, only, language } = options;
  const known = 'text' in input;
  const bytes = known ? new TextEncoder().encode(input.text) : input.bytes;
  const read = readSource(input.name, bytes, {
    segmented,
    ...(known ? { encoding: 'utf-8' } : encoding !== undefined && { encoding }),
  });
  const paragraphs = detectLanguages(read, {
    ...(language && { language }),
    ...(only && { only }),
    whole: segmented,
  });
  const sentences = segmentSource(read, paragraphs, { segmented, keepNoise });
  return { name: read.name, text: read.text, paragraphs, sentences };
}
