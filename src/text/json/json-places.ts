/** Finds a mistake or a key in a JSON text, so that people can look it up in an editor. */
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

/** Where and why a text is not valid JSON. */
export interface JsonFault extends TextPlace {
  /** The end of a sentence: `a comma is missing`. */
  readonly what: string;
}

const strict: ParseOptions = { disallowComments: true, allowTrailingComma: false };

/** The place of an offset (in UTF-16 units). */
export function placeAt(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: before.length, column: [...(before.at(-1) ?? '')].length + 1 };
}

/** Where a text that `JSON.parse` rejects goes wrong. */
export function jsonFault(text: string): JsonFault {
  if (text.trim() === '') return { line: 1, column: 1, what: 'it is empty' };
  const first = firstError(text);
  if (first === undefined) return { ...placeAt(text, 0), what: 'it cannot be parsed' };
  const name = printParseErrorCode(first.error);
  if (/^(?:PropertyName|Value)Expected$/.test(name) && /[}\]]/.test(text[first.offset] ?? '')) {
    const comma = text.slice(0, first.offset).trimEnd().length - 1;
    if (text[comma] === ',') return { ...placeAt(text, comma), what: 'there is a comma too many' };
  }
  // A text that ends too early is wrong after its last character, not on the empty line that follows.
  const atEnd = text.trimEnd().length <= first.offset;
  const place = placeAt(text, atEnd ? text.trimEnd().length : first.offset);
  return { ...place, what: atEnd ? `it ends too early: ${words(name)}` : words(name) };
}

/** Finds keys by their path; undefined if there is no such key. */
export function keyPlaces(text: string): (path: readonly string[]) => TextPlace | undefined {
  const root = read(text);
  return (path) => {
    let value = root;
    let key: Node | undefined;
    for (const name of path) {
      // If a key occurs twice, the later one counts.
      const property = value?.children?.findLast(({ children }) => children?.[0]?.value === name);
      [key, value] = property?.children ?? [];
    }
    return key && placeAt(text, key.offset);
  };
}

/** How the value of a key of the outermost object is written: a number may have more digits than JavaScript keeps. */
export function writtenValue(text: string, name: string): string | undefined {
  const property = read(text)?.children?.findLast(({ children }) => children?.[0]?.value === name);
  const value = property?.children?.[1];
  return value && text.slice(value.offset, value.offset + value.length);
}

/** Does not build a tree of the text, which may be large. */
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
    // The text is nested too deeply.
    if (error !== stop && !(error instanceof RangeError)) throw error;
  }
  return first;
}

/** The tree of a text, as far as it can be read. */
function read(text: string): Node | undefined {
  try {
    return parseTree(text, [], strict);
  } catch (error) {
    // The text is nested too deeply.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function words(name: string): string {
  return reasons[name] ?? 'it cannot be parsed';
}

const reasons: Readonly<Record<string, string>> = {
  InvalidSymbol: 'expected text in quotation marks, a number, true, false or null',
  InvalidNumberFormat: 'this is not a valid number',
  PropertyNameExpected: 'expected a key in quotation marks',
  ValueExpected: 'expected a value',
  ColonExpected: 'a colon is missing',
  CommaExpected: 'a comma is missing',
  CloseBraceExpected: 'a closing } is missing',
  CloseBracketExpected: 'a closing ] is missing',
  EndOfFileExpected: 'there is more text after the end',
  InvalidCommentToken: 'JSON has no comments',
  UnexpectedEndOfComment: 'JSON has no comments',
  UnexpectedEndOfString: 'a closing quotation mark is missing',
  UnexpectedEndOfNumber: 'a number is cut off',
  InvalidUnicode: '\\u must be followed by four hexadecimal digits',
  InvalidEscapeCharacter: 'this escape sequence does not exist',
  InvalidCharacter: 'a control character must be escaped',
};
