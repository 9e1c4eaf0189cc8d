/**
 * All matches of a pattern with the flag `g`, in order. As `String.matchAll`, which makes a new pattern of each that it
 * is given: after every collection of garbage, V8 compiles it again.
 */
export function allMatches(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] !== '') continue;
    // Not between the halves of a character beyond the basic plane.
    const next = match.index;
    const isWide = (text.codePointAt(next) ?? 0) > 0xffff;
    pattern.lastIndex = next + (isWide && /[uv]/.test(pattern.flags) ? 2 : 1);
  }
  return found;
}
