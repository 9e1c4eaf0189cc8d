/** The languages of texts that nobody holds. */
import type { Block, Paragraph } from '../../domain.js';
import { detectLanguages } from '../../language/detect-languages.js';
import { mostWritten } from '../../segment/streams.js';
import type { PairText } from './passing-pairs.js';

/**
 * A text with the language of each of its sentences, as these are detected in the whole of it.
 *
 * @param sentenceAt its sentences, by their place from 0
 */
export function detectedText(
  own: Pick<PairText, 'name' | 'notices'>,
  sentenceAt: (index: number) => string,
  count: number,
): PairText {
  const paragraphs = detectLanguages(blocksOf(own.name, sentenceAt, count), { whole: true });
  const tags: string[] = [];
  const indexes = new Uint16Array(paragraphs.length);
  const confidences = new Float64Array(paragraphs.length);
  const lengths = new Map<string, number>();
  for (const [index, { language, confidence, start, end }] of paragraphs.entries()) {
    const known = tags.indexOf(language);
    indexes[index] = known < 0 ? tags.push(language) - 1 : known;
    confidences[index] = confidence;
    lengths.set(language, (lengths.get(language) ?? 0) + end - start);
  }
  return {
    ...own,
    language: mostWritten(lengths),
    detected: (index): Pick<Paragraph, 'language' | 'confidence'> => ({
      language: tags[indexes[index] ?? 0] ?? 'und',
      confidence: confidences[index] ?? 0,
    }),
  };
}

/** The text as a whole, which detection takes; not held any longer. */
function blocksOf(name: string, sentenceAt: (index: number) => string, count: number) {
  const blocks: Block[] = [];
  const texts: string[] = [];
  let start = 0;
  for (let index = 0; index < count; index++) {
    const text = sentenceAt(index);
    const end = start + text.length;
    blocks.push({ number: index + 1, start, end, heading: 0, noise: null });
    texts.push(text);
    start = end + 1;
  }
  return { name, text: texts.join('\n'), format: 'text', textIs: 'extracted' as const, blocks };
}
