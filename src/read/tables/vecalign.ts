import { badLink, contentLines, type LinkLine } from './links.js';

const beadLine = /^\[([\d,\s]*)\]\s*:\s*\[([\d,\s]*)\]\s*(?::\s*(.*))?$/;

/**
 * Links of two sources as vecalign writes them: `[0, 1]:[2]:0.5`, sentences counted from 0. Sentences
 * without a partner are no link. Throws AppError `bad-anchor` with the line.
 */
export function vecalignLinks(name: string, text: string): LinkLine[] {
  return contentLines(text).flatMap(({ line, content }) => {
    const [, a, b, last = ''] = beadLine.exec(content) ?? [];
    if (a === undefined || b === undefined)
      throw badLink(name, line, `"${content.slice(0, 60)}" is not like [0, 1]:[2]:0.5`);
    const sides = [a, b].map((side, source) => ({
      source,
      sentences: (side.match(/\d+/g) ?? [])
        .map((number) => Number(number) + 1)
        .sort((x, y) => x - y),
    }));
    if (sides.some(({ sentences }) => sentences.length === 0)) return [];
    const score = last.trim() === '' ? NaN : Number(last);
    return [{ line, sides, ...(Number.isFinite(score) && { score }) }];
  });
}
