/** What is known of one source, with a list that may be too long for one string. */
export interface SourceJson {
  /** The fields before the list. */
  readonly head: object;
  /** The field that holds the list. */
  readonly list: string;
  readonly items: Iterable<object>;
}

/** Text is handed on in pieces of about this many UTF-16 units. */
const pieceLength = 1 << 16;

/**
 * The document `{ "sources": [...] }`, as `JSON.stringify` indents it by two spaces, in pieces: that of a long
 * text is longer than a string can be.
 */
export function* sourcesJson(sources: Iterable<SourceJson>): Generator<string, void, undefined> {
  yield '{\n  "sources": [';
  let separator = '\n';
  for (const { head, list, items } of sources) {
    const fields = indented(head, '    ');
    const open = fields === '{}' ? '{\n' : `${fields.slice(0, -'\n    }'.length)},\n`;
    let piece = `${separator}    ${open}      ${JSON.stringify(list)}: [`;
    let before = '\n        ';
    for (const item of items) {
      piece += `${before}${indented(item, '        ')}`;
      before = ',\n        ';
      if (piece.length < pieceLength) continue;
      yield piece;
      piece = '';
    }
    yield `${piece}${before.startsWith(',') ? '\n      ' : ''}]\n    }`;
    separator = ',\n';
  }
  yield separator === '\n' ? ']\n}\n' : '\n  ]\n}\n';
}

/** A value within others; strings in JSON have no line breaks of their own. */
function indented(value: object, indent: string): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`);
}
