/** Job ids become file names, which must be valid on any file system. */

const reserved =
  /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[\d\u00b9\u00b2\u00b3])\s*(?:\.|$)/iu;

/** Longest id in bytes; leaves room for the ending and for the additions of a temporary name. */
const longest = 200;

/** Why an id can't name a file in the output folder; undefined if it can. */
export function idProblem(id: string): string | undefined {
  if (id === '') return 'is empty';
  if (/[/\\]/.test(id)) return 'must not contain / or \\: it names a file in the output folder';
  if (/[<>:"|?*]/.test(id)) return 'contains a character that file names cannot have';
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(id)) return 'contains a control character or a line break';
  if (/\p{Cs}/u.test(id)) return 'contains half a character (a lone surrogate)';
  if (/\p{Noncharacter_Code_Point}/u.test(id)) return 'contains a code that is not a character';
  if (/\p{Bidi_Control}/u.test(id))
    return 'contains a bidirectional control character, which hides how it reads';
  if (id.startsWith('.')) return 'must not begin with a dot';
  if (/^\s/u.test(id)) return 'must not begin with a space';
  if (/[.\s]$/u.test(id)) return 'must not end in a dot or a space';
  if (reserved.test(id)) return 'is a reserved name';
  if (!/[^\p{Default_Ignorable_Code_Point}]/u.test(id)) return 'has no visible character';
  if (new TextEncoder().encode(id).length > longest) return `is longer than ${longest} bytes`;
  return undefined;
}

/**
 * A key for file systems that ignore case and normal forms (Windows, macOS): two names with the same
 * key may be the same file.
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFC');
}

/** Why two ids that a file system may treat as one can't be in the same batch; `where` is the other's place. */
export function sameName(id: string, other: string, where = ''): string {
  return id === other
    ? `id "${id}" is already used${where}`
    : `id "${id}" differs from "${other}"${where} only in ways that some file systems ignore (case, normal form, invisible characters)`;
}
