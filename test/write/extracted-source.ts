/** A source whose text was extracted, with two paragraphs that say where they stand. */
import type { Source } from '../../src/domain.js';
import { makeSource } from './table-fixture.js';

export function extractedSource(name: string, language: string): Source {
  const source = makeSource(name, language, ['One.', 'Two.', 'Three.']);
  const places = [
    { locator: { kind: 'cue', start: 1000, end: 2500 }, segmented: true },
    { locator: { kind: 'page', page: 2 } },
    {},
  ] as const;
  const paragraphs = source.paragraphs.map((own, index) => ({ ...own, ...places[index] }));
  return { ...source, format: 'subtitles', textIs: 'extracted', paragraphs };
}
