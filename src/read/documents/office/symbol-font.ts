/** Fonts whose characters are not what their codes say: they show letters as signs. */

/** What the Symbol font shows for the codes from 0x20 on, and from 0xA0 on; a space for what nobody has. */
const symbolLow =
  ' !∀#∃%&∍()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_ αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼';
const symbolHigh =
  ' ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…  ↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓⋄〈   ∑           〉∫⌠ ⌡         ';

/** Signs of Wingdings that stand in texts; the others are ornaments. */
const wingdings: Readonly<Record<number, string>> = {
  0x4a: '☺',
  0x6c: '●',
  0x6e: '■',
  0x6f: '□',
  0x71: '❑',
  0x75: '◆',
  0x76: '❖',
  0x9f: '•',
  0xa7: '▪',
  0xa8: '◻',
  0xd8: '➢',
  0xdf: '←',
  0xe0: '→',
  0xe8: '➔',
  0xf0: '⇨',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
};

/**
 * The text that a character of a font stands for. Office programs shift the codes of such fonts to
 * U+F000. A character that only the font knows stays as it is, empty for a code that is none.
 */
export function symbolText(font: string, code: number): string {
  if (!(code >= 0x20 && code <= 0x10ffff) || (code >= 0xd800 && code < 0xe000)) return '';
  const own = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (own > 0xff) return String.fromCodePoint(code);
  if (/^symbol/i.test(font)) {
    const shown = own < 0x80 ? symbolLow[own - 0x20] : symbolHigh[own - 0xa0];
    if (shown !== undefined && (shown !== ' ' || own === 0x20)) return shown;
  } else if (/^wingdings/i.test(font)) {
    const shown = wingdings[own];
    if (shown !== undefined) return shown;
  } else if (own === code) {
    return String.fromCodePoint(code);
  }
  return String.fromCodePoint(0xf000 + own);
}
