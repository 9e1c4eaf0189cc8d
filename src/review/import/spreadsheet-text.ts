/** Distinguishes what spreadsheets do to texts from what users do. */
import { guardFormula, withoutGuard } from '../../text/formula-guard.js';

/** Spreadsheets cut a cell at 32767 characters. */
const longestCell = 32_767;

/** In whatever language the program speaks: `#NAME?`, `#WERT!`, `#N/A`; LibreOffice's `Err:508`. */
const errorValue = /^(?:#[\p{Lu}\d/Ø]+[!?]|#N\/A|#NV|Err:\d{3})$/u;

/** Blanks, line breaks and the normal form of letters don't count. */
function fold(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** Whether a field still has its original text, however the spreadsheet rewrote it. */
export function saysTheSame(field: string, own: string): boolean {
  if (field === own) return true;
  const [there, here] = [fold(field), fold(own)];
  return (
    there === here ||
    there === fold(guardFormula(own)) ||
    lostCharacters(there, here) ||
    (field.length >= longestCell - 1 && here.startsWith(there)) ||
    fold(inUtf8(field) ?? field) === here
  );
}

/** The text that a user wrote into a field: no guard, one line, letters composed where `own` has them so. */
export function writtenText(field: string, own: string): string {
  const text = withoutGuard(field, own).replace(/\s+/gu, ' ').trim();
  return own === own.normalize('NFC') ? text.normalize('NFC') : text;
}

/** Why a changed field can't be a user's edit; null if it may be one. */
export function damageOf(field: string, own: string): string | null {
  const text = field.trim();
  if (errorValue.test(text)) return `${text} is a spreadsheet error, not text`;
  const lost = (sign: string) => count(text, sign) > count(own, sign);
  if (lost('\ufffd')) return 'characters were lost when the file was saved; save it as UTF-8';
  if (inUtf8(field) !== null) {
    return 'it was read in the wrong encoding; open the CSV as UTF-8';
  }
  if (lost('?') && beyondWestern.test(own) && !beyondWestern.test(text)) {
    return 'characters became "?" when the file was saved; save it as UTF-8';
  }
  return null;
}

/** Letters that Windows-1252 lacks. */
const beyondWestern =
  /[\u0100-\u0151\u0154-\u015f\u0162-\u0177\u0179-\u017c\u017f-\u0191\u0193-\u02c5\u02dd-\u1fff\u2c00-\uffff]/;

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

/** Whether a text is the other one with "?" for some letters, as old encodings write characters they lack. */
function lostCharacters(text: string, own: string): boolean {
  if (text.length !== own.length) return false;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === own[index]) continue;
    if (text[index] !== '?' || own.charCodeAt(index) < 0x80) return false;
  }
  return true;
}

/** Characters of Windows-1252 at 0x80 to 0x9F; the five undefined ones map to themselves. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const bytesOf = new Map([...windows1252].map((letter, index) => [letter, 0x80 + index]));

/** Repairs UTF-8 that was read as Windows-1252 (`Ã©` for `é`); null for any other text. */
function inUtf8(text: string): string | null {
  const bytes = new Uint8Array(text.length);
  let ascii = true;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const byte = code < 0x100 ? code : bytesOf.get(text[index] ?? '');
    if (byte === undefined) return null;
    bytes[index] = byte;
    ascii &&= byte < 0x80;
  }
  if (ascii) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
