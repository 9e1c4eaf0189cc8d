/** Sets of characters, as regular expressions name them. */

/** A set of code points. Sets with the same key are the same set. */
export interface CharacterSet {
  readonly key: string;
  /** The only member, if there is but one. */
  readonly only?: number;
  has(code: number): boolean;
}

/** A single character. */
export function single(code: number): CharacterSet {
  return { key: `c${code.toString(16)}`, only: code, has: (other) => other === code };
}

/** All characters from the first to the last. */
export function range(first: number, last: number): CharacterSet {
  return {
    key: `r${first.toString(16)}-${last.toString(16)}`,
    has: (code) => code >= first && code <= last,
  };
}

/** What a class of JavaScript's expressions matches: `\p{Lu}`, `[\t\p{Zs}]`. */
export function classOf(source: string): CharacterSet {
  const pattern = new RegExp(`^${source}$`, 'u');
  return { key: `p${source}`, has: (code) => pattern.test(String.fromCodePoint(code)) };
}

/** Characters in any of the sets. */
export function union(sets: readonly CharacterSet[]): CharacterSet {
  const [only] = sets;
  if (sets.length === 1 && only) return only;
  return {
    key: `u(${sets.map(({ key }) => key).join(' ')})`,
    has: (code) => sets.some((set) => set.has(code)),
  };
}

/** Characters in both sets. */
export function intersection(a: CharacterSet, b: CharacterSet): CharacterSet {
  return { key: `i(${a.key} ${b.key})`, has: (code) => a.has(code) && b.has(code) };
}

/** Characters of the first set that are not in the second. */
export function difference(a: CharacterSet, b: CharacterSet): CharacterSet {
  return { key: `d(${a.key} ${b.key})`, has: (code) => a.has(code) && !b.has(code) };
}

/** All characters but these. */
export function complement(set: CharacterSet): CharacterSet {
  return { key: `n(${set.key})`, has: (code) => !set.has(code) };
}

/** The set and the capital and small letters of its letters. */
export function ignoringCase(set: CharacterSet): CharacterSet {
  return {
    key: `f(${set.key})`,
    has: (code) => set.has(code) || otherCases(code).some((other) => set.has(other)),
  };
}

function otherCases(code: number): number[] {
  const character = String.fromCodePoint(code);
  const cases = [character.toLowerCase(), character.toUpperCase()];
  return [...cases, ...cases.map((form) => form.toLowerCase())].flatMap((form) => {
    const other = form.codePointAt(0) ?? code;
    return String.fromCodePoint(other) === form ? [other] : [];
  });
}

/** Every character: a text has no line breaks by the time it is split. */
export const anything: CharacterSet = { key: 'any', has: () => true };

/** ICU's `\d`, `\s`, `\w`, `\h`, `\v`. */
export const shorthands: Readonly<Record<string, CharacterSet>> = {
  d: classOf('\\p{Nd}'),
  s: classOf('[\\t\\n\\v\\f\\r\\u0085\\p{Z}]'),
  w: classOf('[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\u200c\\u200d]'),
  h: classOf('[\\t\\p{Zs}]'),
  v: classOf('[\\n\\v\\f\\r\\u0085\\u2028\\u2029]'),
};

/** Names of POSIX, also as Java writes them in `\p{...}`; in lower case. */
const posix: ReadonlyMap<string, string> = new Map([
  ['alpha', '\\p{Alphabetic}'],
  ['lower', '\\p{Lowercase}'],
  ['upper', '\\p{Uppercase}'],
  ['punct', '[\\p{P}$+<=>^`|~]'],
  ['digit', '\\p{Nd}'],
  ['xdigit', '[\\p{Nd}\\p{Hex_Digit}]'],
  ['alnum', '[\\p{Alphabetic}\\p{Nd}]'],
  ['space', '\\p{White_Space}'],
  ['blank', '[\\t\\p{Zs}]'],
  ['cntrl', '\\p{Cc}'],
  ['graph', '[^\\p{White_Space}\\p{Cc}\\p{Cs}\\p{Cn}]'],
  ['print', '[^\\p{Cc}\\p{Cs}\\p{Cn}]'],
  ['word', '[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\u200c\\u200d]'],
  ['ascii', '[\\0-\\x7f]'],
  ['any', '[^]'],
  ['assigned', '\\P{Cn}'],
  ['javalowercase', '\\p{Lowercase}'],
  ['javauppercase', '\\p{Uppercase}'],
  ['javawhitespace', '\\p{White_Space}'],
  ['javaletter', '\\p{L}'],
  ['javadigit', '\\p{Nd}'],
  ['javaletterordigit', '[\\p{L}\\p{Nd}]'],
]);

/** A name as Unicode writes it, whatever its case: `greek`, `lowercase_letter`. */
const asWritten = (name: string): string =>
  name
    .split(/[\s_-]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
    .join('_');

/**
 * The set of a property by its name: `Lu`, `L`, `Letter`, `Greek`, `script=Greek`, `IsLatin`, `Alpha`,
 * `alpha` of `[:alpha:]`; undefined if there is no such property.
 */
export function namedSet(name: string): CharacterSet | undefined {
  const known = posix.get(name.trim().toLowerCase());
  if (known !== undefined) return classOf(known);
  const [property = '', value] = name.split(/[=:]/).map((part) => part.trim());
  const candidates: string[] = [];
  if (value !== undefined) {
    const kind = /^(?:gc|general[ _]?category)$/i.test(property)
      ? 'gc'
      : /^(?:sc|script)$/i.test(property)
        ? 'sc'
        : /^(?:scx|script[ _]?extensions)$/i.test(property)
          ? 'scx'
          : undefined;
    if (kind === undefined) return undefined;
    candidates.push(`${kind}=${value}`, `${kind}=${asWritten(value)}`);
  } else {
    for (const own of [property, property.replace(/^is_?/i, '')]) {
      const written = asWritten(own);
      const names = [own, written].flatMap((form) => [form, `gc=${form}`, `sc=${form}`]);
      candidates.push(...names);
    }
    const bare = posix.get(property.replace(/^is_?/i, '').toLowerCase());
    if (bare !== undefined) return classOf(bare);
  }
  for (const candidate of candidates) {
    if (!/^[\w=]+$/.test(candidate)) continue;
    try {
      return classOf(`\\p{${candidate}}`);
    } catch {
      // Not the name of a property; the next form may be.
    }
  }
  return undefined;
}
