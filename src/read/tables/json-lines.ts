import { jsonFault } from '../../text/json/json-places.js';
import { badLink, contentLines, sentenceNumbers, sourceOfLetter, type LinkLine } from './links.js';

/**
 * Links of any two or more sources, one JSON object per line: `{"a":[3,4],"c":5}`, keys being the
 * sources' letters. Throws AppError `bad-anchor` with the line.
 */
export function jsonLinks(name: string, text: string): LinkLine[] {
  return contentLines(text).map(({ line, content }) => {
    let value: unknown;
    try {
      value = JSON.parse(content);
    } catch {
      const { column, what } = jsonFault(content);
      throw badLink(name, line, `not valid JSON, column ${column}: ${what}`);
    }
    if (typeof value !== 'object' || value === null) {
      throw badLink(name, line, 'not an object like {"a":[3],"b":[4]}');
    }
    const sides = Object.entries(value).map(([key, list]: [string, unknown]) => {
      const given = Array.isArray(list) ? list : [list];
      const source = sourceOfLetter(key, name, line);
      return [source, sentenceNumbers(given.join(','), name, line)] as const;
    });
    // `a` and `A` are one source: the later one holds.
    return {
      line,
      sides: [...new Map(sides)].map(([source, sentences]) => ({ source, sentences })),
    };
  });
}
