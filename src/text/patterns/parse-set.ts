/** Parses sets (`[a-z&&[^q]]`) and escapes that stand for characters (`\p{Lu}`, `\x{201c}`). */
import {
  complement,
  difference,
  intersection,
  namedSet,
  range,
  shorthands,
  single,
  union,
  type CharacterSet,
} from './character-set.js';
import type { Cursor } from './cursor.js';

/** Sets inside sets. */
const maxDepth = 20;

/** Parses a set; the cursor stands at its `[`. */
export function parseSet(cursor: Cursor, depth = 0): CharacterSet {
  const start = cursor.at;
  if (depth > maxDepth) cursor.fail(`sets are nested deeper than ${maxDepth}`, start);
  const posix = cursor.match(/\[:\^?[A-Za-z_= ]+:\]/y);
  if (posix !== undefined) return posixSet(cursor, posix, start);
  cursor.take('[');
  const negated = cursor.take('^');
  const set = parseOperands(cursor, start, depth);
  return negated ? complement(set) : set;
}

function posixSet(cursor: Cursor, text: string, at: number): CharacterSet {
  const negated = text.startsWith('[:^');
  const name = text.slice(negated ? 3 : 2, -2);
  const set = namedSet(name) ?? cursor.fail(`there is no class "${name}"`, at);
  return negated ? complement(set) : set;
}

/** Unions, joined by `&&` or `&`, `--` or `-` before a set, up to the closing bracket. */
function parseOperands(cursor: Cursor, start: number, depth: number): CharacterSet {
  let before: CharacterSet | null = null;
  let join: typeof intersection = intersection;
  let sets: CharacterSet[] = [];
  const joined = (at: number): CharacterSet => {
    if (sets.length === 0) cursor.fail('the set is empty', at);
    const own = union(sets);
    return before === null ? own : join(before, own);
  };
  for (;;) {
    if (cursor.atEnd) cursor.fail('the set has no "]"', start);
    if (cursor.take(']')) return joined(start);
    const at = cursor.at;
    const operator = cursor.match(/&&|--|[&-](?=\[)/y);
    if (operator !== undefined && sets.length + (before === null ? 0 : 1) > 0) {
      before = joined(at);
      join = operator.startsWith('&') ? intersection : difference;
      sets = [];
    } else if (cursor.sees('[')) sets.push(parseSet(cursor, depth + 1));
    else sets.push(parseMember(cursor));
  }
}

/** A character, a range or a class. */
function parseMember(cursor: Cursor): CharacterSet {
  const at = cursor.at;
  const first = member(cursor);
  if (typeof first !== 'number') return first;
  if (cursor.match(/-(?![\]\[-])/y) === undefined) return single(first);
  const last = member(cursor);
  if (typeof last !== 'number' || last < first) return cursor.fail('the range has no order', at);
  return range(first, last);
}

function member(cursor: Cursor): number | CharacterSet {
  return cursor.sees('\\') ? escape(cursor) : cursor.next();
}

/** Parses an escape that stands for one character or a class; the cursor stands at its `\`. */
export function parseEscape(cursor: Cursor): CharacterSet {
  const found = escape(cursor);
  return typeof found === 'number' ? single(found) : found;
}

const controls: Readonly<Record<string, number>> = {
  a: 0x07,
  e: 0x1b,
  f: 0x0c,
  n: 0x0a,
  r: 0x0d,
  t: 0x09,
};

function escape(cursor: Cursor): number | CharacterSet {
  const at = cursor.at;
  cursor.take('\\');
  const property = cursor.match(/[pP](?:\{\s*\^?[^{}]*\}|[A-Za-z])/y);
  if (property !== undefined) return propertySet(cursor, property, at);
  const code = cursor.match(
    /u[\da-fA-F]{4}|U[\da-fA-F]{8}|x\{\s*[\da-fA-F]{1,6}\s*\}|x[\da-fA-F]{1,2}|0[0-7]{1,3}/y,
  );
  if (code !== undefined) return codePoint(cursor, code, at);
  const control = cursor.match(/c[@-_a-z]/y);
  if (control !== undefined) return control.toUpperCase().charCodeAt(1) ^ 0x40;
  const letter = cursor.match(/[A-Za-z0-9]/y);
  if (letter === undefined) return cursor.next();
  const known = controls[letter];
  if (known !== undefined) return known;
  const set = shorthands[letter.toLowerCase()];
  if (set === undefined) return cursor.fail(`"\\${letter}" is not supported`, at);
  return letter === letter.toLowerCase() ? set : complement(set);
}

function propertySet(cursor: Cursor, text: string, at: number): CharacterSet {
  const name = text.slice(1).replace(/^\{\s*|\s*\}$/g, '');
  const turned = name.startsWith('^');
  const set =
    namedSet(turned ? name.slice(1) : name) ??
    cursor.fail(`there is no property "${name}" of characters`, at);
  return turned !== text.startsWith('P') ? complement(set) : set;
}

function codePoint(cursor: Cursor, text: string, at: number): number {
  const code = text.startsWith('0')
    ? Number.parseInt(text, 8)
    : Number.parseInt(/[\da-fA-F]+/.exec(text.slice(1))?.[0] ?? '', 16);
  if (code > 0x10ffff) cursor.fail(`there is no character "\\${text}"`, at);
  // Java writes characters beyond the first plane as two halves.
  if (code >= 0xd800 && code < 0xdc00) {
    const low = cursor.match(/\\u[dD][c-fC-F][\da-fA-F]{2}/y);
    if (low !== undefined) {
      return 0x10000 + ((code - 0xd800) << 10) + (Number.parseInt(low.slice(2), 16) - 0xdc00);
    }
  }
  return code;
}
