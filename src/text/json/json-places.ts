/** Where things stand in a JSON text: a mistake, a key. For people, who look for them in an editor. */
import {
  type Node,
  type ParseError,
  type ParseOptions,
  parseTree,
  printParseErrorCode,
  visit,
} from 'jsonc-parser';

/** A place in a text; both count from 1, columns in characters. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** Where and why a text is no JSON. */
export interface JsonFault extends TextPlace {
  /** In words that end a sentence: `a comma is missing`. */
  readonly what: string;
}

const strict: ParseOptions = { disallowComments: true, allowTrailingComma: false };

/** The place of an offset (in UTF-16 units). */
export function placeAt(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: before.length, column: [...(before.at(-1) ?? '')].length + 1 };
}

/** Where a text that `JSON.parse` refuses goes wrong. */
export function jsonFault(text: string): JsonFault {
  if (text.trim() === '') return { line: 1, column: 1, what: 'it is empty' };
  const first = firstError(text);
  if (first === undefined) return { ...placeAt(text, 0), what: 'it is no JSON' };
  const name = printParseErrorCode(first.error);
  if (/^(?:PropertyName|Value)Expected$/.test(name) && /[}\]]/.test(text[first.offset] ?? '')) {
    const comma = text.slice(0, first.offset).trimEnd().length - 1;
    if (text[comma] === ',') return { ...placeAt(text, comma), what: 'a comma too many' };
  }
  // What ends too early is wrong behind its last sign, not on the empty line that follows.
  const atEnd = text.trimEnd().length <= first.offset;
  const place = placeAt(text, atEnd ? text.trimEnd().length : first.offset);
  return { ...place, what: atEnd ? `it ends too early: ${words(name)}` : words(name) };
}

/** Finds where keys stand, given by their path; undefined where there is none. */
export function keyPlaces(text: string): (path: readonly string[]) => TextPlace | undefined {
  const root = read(text);
  return (path) => {
    let value = root;
    let key: Node | undefined;
    for (const name of path) {
      // Of a key that is there twice the later one counts.
      const property = value?.children?.findLast(({ children }) => children?.[0]?.value === name);
      [key, value] = property?.children ?? [];
    }
    return key && placeAt(text, key.offset);
  };
}

/** Found without a tree of the text, which may be a large one. */
function firstError(text: string): Pick<ParseError, 'error' | 'offset'> | undefined {
  let first: Pick<ParseError, 'error' | 'offset'> | undefined;
  const stop = new Error('found');
  try {
    visit(
      text,
      {
        onError(error, offset) {
          first = { error, offset };
          throw stop;
        },
      },
      strict,
    );
  } catch (error) {
    // Brackets within brackets without end.
    if (error !== stop && !(error instanceof RangeError)) throw error;
  }
  return first;
}

/** The tree of a text, as far as it can be read. */
function read(text: string): Node | undefined {
  try {
    return parseTree(text, [], strict);
  } catch (error) {
    // Brackets within brackets without end.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function words(name: string): string {
  return reasons[name] ?? 'it is no JSON';
}

const reasons: Readonly<Record<string, string>> = {
  InvalidSymbol: 'this is neither text in quotation marks nor a number, true, false or null',
  InvalidNumberFormat: 'this is no number',
  PropertyNameExpected: 'a key in quotation marks belongs here',
  ValueExpected: 'a value belongs here',
  ColonExpected: 'a colon is missing',
  CommaExpected: 'a comma is missing',
  CloseBraceExpected: 'a closing } is missing',
  CloseBracketExpected: 'a closing ] is missing',
  EndOfFileExpected: 'something follows the end',
  InvalidCommentToken: 'JSON has no comments',
  UnexpectedEndOfComment: 'JSON has no comments',
  UnexpectedEndOfString: 'a closing quotation mark is missing',
  UnexpectedEndOfNumber: 'a number is cut off',
  InvalidUnicode: 'an escape must be \\u and four digits',
  InvalidEscapeCharacter: 'there is no such escape',
  InvalidCharacter: 'a control character must be escaped',
};
