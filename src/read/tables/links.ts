/** Links between sentences of sources, as files write them: by 1-based sentence numbers. */
import { AppError } from '../../errors.js';
import { columnIndex } from '../../text/column-letters.js';

/** The sentences of one source in a link. */
export interface LinkSide {
  /** Index of the source: columns and letters go by it. */
  readonly source: number;
  /** 1-based, ascending; maybe none. */
  readonly sentences: readonly number[];
}

/** A link and the line, 1-based, where it stands. Plain data. */
export interface LinkLine {
  readonly line: number;
  /** One entry a source, in the order of the line. */
  readonly sides: readonly LinkSide[];
  /** As the line gives it. */
  readonly score?: number;
}

/** The lines of a text that say something: not empty, no comment (`#`). */
export function contentLines(text: string): { line: number; content: string }[] {
  return text
    .split(/\r\n|\n|\r/)
    .map((content, index) => ({ line: index + 1, content: content.replace(/^\ufeff/, '').trim() }))
    .filter(({ content }) => content !== '' && !content.startsWith('#'));
}

/** `3,4`, `3-4;7` or nothing, as numbers. Throws AppError `bad-anchor` with the line. */
export function sentenceNumbers(text: string, name: string, line: number): number[] {
  return text
    .split(/[,;\s]+/)
    .filter((part) => part !== '')
    .flatMap((part) => {
      const range = /^([1-9]\d*)(?:-([1-9]\d*))?$/.exec(part);
      if (!range) throw badLink(name, line, `"${part}" is not a sentence number`);
      const from = Number(range[1]);
      const to = Number(range[2] ?? range[1]);
      // No link holds a thousand sentences: a typing error must not fill the memory.
      if (to < from || to - from > 1000) throw badLink(name, line, `"${part}" is not a range`);
      return Array.from({ length: to - from + 1 }, (_, step) => from + step);
    })
    .sort((x, y) => x - y);
}

/** Index of the source with this letter. Throws AppError `bad-anchor` with the line. */
export function sourceOfLetter(key: string, name: string, line: number): number {
  const index = key.length <= 2 ? columnIndex(key) : undefined;
  if (index === undefined) throw badLink(name, line, `"${key}" is not the letter of a source`);
  return index;
}

/** What is wrong with a line of links: AppError `bad-anchor`. */
export function badLink(name: string, line: number, reason: string): AppError {
  return new AppError('bad-anchor', `${name}:${line}: ${reason}`, {
    hint: 'write one link per line, by sentence number: 12:14, or 3,4:5',
  });
}
