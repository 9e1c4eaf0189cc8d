import { badLink, contentLines, sentenceNumbers, type LinkLine } from './links.js';

/**
 * Links of two sources, one a line: `12:14`, `3,4:5`, `3-4:5`. Throws AppError `bad-anchor` with the
 * line.
 */
export function numberPairLinks(name: string, text: string): LinkLine[] {
  return contentLines(text).map(({ line, content }) => {
    const sides = content.split(':');
    if (sides.length !== 2) throw badLink(name, line, `"${content}" is not a link like 12:14`);
    return {
      line,
      sides: sides.map((side, source) => ({
        source,
        sentences: sentenceNumbers(side, name, line),
      })),
    };
  });
}
