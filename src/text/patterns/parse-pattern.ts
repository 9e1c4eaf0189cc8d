/**
 * Parses regular expressions as ICU and Java write them, which segmentation rules hold. Everything that
 * can be matched in one pass over the text is taken; what needs more (back references) is refused.
 */
import { anything, ignoringCase, shorthands, single, type CharacterSet } from './character-set.js';
import { atomic, possessive } from './atomic.js';
import { Cursor } from './cursor.js';
import { parseEscape, parseSet } from './parse-set.js';
import { choice, emptyPattern, PatternError, sequence, type Pattern } from './pattern.js';

/** Groups inside groups. */
const maxDepth = 100;
/** Characters of an expression; the longest rules list all abbreviations of a language in one. */
export const maxPatternLength = 100_000;

interface Flags {
  readonly ignoreCase: boolean;
  /** White space and `#` comments in the expression mean nothing. */
  readonly comments: boolean;
}

/** Parses an expression. Throws PatternError, which says where and why it cannot be used. */
export function parsePattern(source: string): Pattern {
  if (source.length > maxPatternLength) {
    throw new PatternError(`is longer than ${maxPatternLength} characters`, 0);
  }
  const parser = new PatternParser(source);
  return parser.parse();
}

class PatternParser {
  readonly #cursor: Cursor;
  #flags: Flags = { ignoreCase: false, comments: false };
  #depth = 0;

  constructor(source: string) {
    this.#cursor = new Cursor(source);
  }

  parse(): Pattern {
    const pattern = this.#choice();
    if (!this.#cursor.atEnd) this.#cursor.fail('there is no "(" for this ")"');
    return pattern;
  }

  /** Alternatives up to the end or the closing bracket; flags set inside end there. */
  #choice(): Pattern {
    const flags = this.#flags;
    const items: Pattern[] = [];
    do items.push(this.#sequence());
    while (this.#cursor.take('|'));
    this.#flags = flags;
    return choice(items);
  }

  #sequence(): Pattern {
    const cursor = this.#cursor;
    const items: Pattern[] = [];
    for (;;) {
      this.#skipComments();
      if (cursor.atEnd || cursor.sees('|') || cursor.sees(')')) return sequence(items);
      if (cursor.take('\\Q')) {
        items.push(...this.#quoted());
        continue;
      }
      const at = cursor.at;
      const item = this.#item();
      if (item !== null) items.push(this.#repeated(item, at));
    }
  }

  #skipComments(): void {
    if (!this.#flags.comments) return;
    while (this.#cursor.match(/\s+|#[^\n\r]*/y) !== undefined);
  }

  /** `\Q...\E`: nothing in it means anything; what repeats behind it repeats its last character. */
  #quoted(): Pattern[] {
    const cursor = this.#cursor;
    const items: Pattern[] = [];
    let at = cursor.at;
    while (!cursor.atEnd && !cursor.take('\\E')) {
      at = cursor.at;
      items.push(this.#set(single(cursor.next())));
    }
    const last = items.pop();
    return last === undefined ? [] : [...items, this.#repeated(last, at)];
  }

  #item(): Pattern | null {
    const cursor = this.#cursor;
    const at = cursor.at;
    if (cursor.take('(')) return this.#group(at);
    if (cursor.sees('[')) return this.#set(parseSet(cursor));
    if (cursor.take('.')) return { kind: 'set', set: anything };
    if (cursor.take('^')) return { kind: 'place', place: 'start' };
    if (cursor.take('$')) return { kind: 'place', place: 'end' };
    if (cursor.sees('\\')) return this.#escape(at);
    const repeat = cursor.match(/[*+?{]/y);
    if (repeat !== undefined) cursor.fail(`there is nothing that "${repeat}" repeats`, at);
    return this.#set(single(cursor.next()));
  }

  #set(set: CharacterSet): Pattern {
    return { kind: 'set', set: this.#flags.ignoreCase ? ignoringCase(set) : set };
  }

  #escape(at: number): Pattern {
    const cursor = this.#cursor;
    if (cursor.take('\\b')) return { kind: 'place', place: 'word-boundary' };
    if (cursor.take('\\B')) return { kind: 'place', place: 'no-word-boundary' };
    if (cursor.take('\\A')) return { kind: 'place', place: 'start' };
    if (cursor.take('\\Z') || cursor.take('\\z')) return { kind: 'place', place: 'end' };
    if (cursor.take('\\E')) return emptyPattern;
    if (cursor.take('\\R')) return { kind: 'set', set: shorthands['v'] ?? anything };
    if (cursor.match(/\\(?:[1-9]|k)/y) !== undefined) {
      cursor.fail('refers back to what a group matched, which is not supported', at);
    }
    if (cursor.match(/\\[GXN]/y) !== undefined) {
      cursor.fail(`${cursor.since(at)} is not supported`, at);
    }
    return this.#set(parseEscape(cursor));
  }

  #group(at: number): Pattern {
    const cursor = this.#cursor;
    if (++this.#depth > maxDepth) cursor.fail(`groups are nested deeper than ${maxDepth}`, at);
    const inner = this.#groupBody(at);
    this.#depth--;
    return inner ?? emptyPattern;
  }

  #groupBody(at: number): Pattern | null {
    const cursor = this.#cursor;
    if (cursor.take('?#')) {
      if (cursor.match(/[^)]*\)/y) === undefined) cursor.fail('the comment has no end', at);
      return null;
    }
    const look = cursor.match(/\?<?[=!]/y);
    if (look !== undefined) {
      const item = this.#closed(at);
      const ahead = !look.includes('<');
      return { kind: 'look', ahead, negated: look.endsWith('!'), item };
    }
    if (cursor.take('?>')) {
      const item = atomic(this.#closed(at));
      return item ?? cursor.fail('this atomic group is too complex; write it without "?>"', at);
    }
    if (cursor.take('?:') || cursor.match(/\?P?<[A-Za-z]\w*>/y) !== undefined) {
      return this.#closed(at);
    }
    const flags = cursor.match(/\?[a-zA-Z]*(?:-[a-zA-Z]*)?(?=[:)])/y);
    if (flags !== undefined) return this.#flagged(flags, at);
    if (cursor.sees('?')) cursor.fail('this kind of group is not supported', at);
    return this.#closed(at);
  }

  /** `(?i)` holds to the end of the group that it stands in, `(?i:...)` inside its own. */
  #flagged(text: string, at: number): Pattern | null {
    const cursor = this.#cursor;
    const outer = this.#flags;
    const [on = '', off = ''] = text.slice(1).split('-');
    const strange = /[^ismxudU]/.exec(on + off)?.[0];
    if (strange !== undefined) cursor.fail(`the flag "${strange}" is not supported`, at);
    const set = (flag: string, before: boolean): boolean =>
      !off.includes(flag) && (on.includes(flag) || before);
    this.#flags = { ignoreCase: set('i', outer.ignoreCase), comments: set('x', outer.comments) };
    if (cursor.take(')')) return null;
    cursor.take(':');
    const item = this.#closed(at);
    this.#flags = outer;
    return item;
  }

  #closed(at: number): Pattern {
    const item = this.#choice();
    if (!this.#cursor.take(')')) this.#cursor.fail('the group has no ")"', at);
    return item;
  }

  #repeated(item: Pattern, at: number): Pattern {
    const cursor = this.#cursor;
    let whole = item;
    for (;;) {
      this.#skipComments();
      const found = cursor.match(/[*+?]|\{\s*\d+\s*(?:,\s*\d*\s*)?\}/y);
      if (found === undefined) return whole;
      const { min, max } = countsOf(found);
      if (max < min) cursor.fail('the repeat has more at least than at most', at);
      const kind = cursor.match(/[+?]/y);
      if (kind === '+') {
        whole =
          possessive(whole, min, max) ??
          cursor.fail('this possessive repeat is too complex; write it without the "+"', at);
      } else whole = { kind: 'repeat', item: whole, min, max, lazy: kind === '?' };
    }
  }
}

function countsOf(text: string): { readonly min: number; readonly max: number } {
  if (text === '*') return { min: 0, max: Infinity };
  if (text === '+') return { min: 1, max: Infinity };
  if (text === '?') return { min: 0, max: 1 };
  const [, min = '', comma, max = ''] = /(\d+)\s*(,)?\s*(\d*)/.exec(text) ?? [];
  const least = Number(min);
  if (comma === undefined) return { min: least, max: least };
  return { min: least, max: max === '' ? Infinity : Number(max) };
}
