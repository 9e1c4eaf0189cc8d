/** White space beyond ASCII, as regular expressions know it. */
const wideSpace = /\s/;

/** Whether a UTF-16 unit is white space (`\s`): for loops over long texts, where a regular expression would be slow. */
export function isWhiteSpace(unit: number): boolean {
  if (unit <= 0x20) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  if (unit < 0xa0) return false;
  if (unit < 0x1680) return unit === 0xa0;
  const mayBe = unit < 0x2000 ? unit === 0x1680 : unit <= 0x3000 || unit === 0xfeff;
  return mayBe && wideSpace.test(String.fromCharCode(unit));
}
