/** One memory of several that `writeTmx` wrote. */
import { memoryEnd, memoryHead } from './formats/tmx.js';
import { XmlText } from './xml/xml-text.js';

/** A memory of a job. */
export interface PooledMemory {
  /** Put before the ids of its units, which are numbers of rows. */
  readonly id: string;
  /** The lines of the file, without their ends. */
  readonly lines: AsyncIterable<string>;
}

/**
 * The units of all memories, in the order given, a piece at a time. Texts are escaped, so that a line that
 * begins with a tag is one of the format's own.
 */
export async function* pooledMemory(
  memories: AsyncIterable<PooledMemory>,
): AsyncGenerator<string, void, undefined> {
  const xml = new XmlText();
  yield memoryHead(xml, '*all*', '');
  for await (const { id, lines } of memories) {
    let source = '';
    let piece: string[] = [];
    let isBody = false;
    for await (const line of lines) {
      if (line === '</body>') break;
      if (!isBody) {
        source = /^<header .*? srclang="([^"]*)"/.exec(line)?.[1] ?? source;
        isBody = line === '<body>';
        continue;
      }
      piece.push(line.startsWith('<tu ') ? unitStart(line, xml.attribute(id), source) : line);
      if (piece.length < linesPerPiece) continue;
      yield `${piece.join('\n')}\n`;
      piece = [];
    }
    if (piece.length > 0) yield `${piece.join('\n')}\n`;
  }
  yield memoryEnd;
}

const linesPerPiece = 1024;

/** With the job in its id, and the language that its own memory's header named. */
function unitStart(line: string, id: string, source: string): string {
  const own = line.replace(/ tuid="/, () => ` tuid="${id}/`);
  if (source === '*all*' || source === '' || / srclang="/.test(own)) return own;
  return own.replace(/^(<tu tuid="[^"]*")/, (start) => `${start} srclang="${source}"`);
}
