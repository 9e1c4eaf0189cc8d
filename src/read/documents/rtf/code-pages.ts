/** Which encodings the fonts and the head of an RTF file name. */
import iconv from 'iconv-lite';

/** Encodings of the character sets that fonts may have; what is not here goes by the head of the file. */
const byCharset: Readonly<Record<number, string>> = {
  0: 'windows-1252',
  77: 'macroman',
  78: 'shift_jis',
  79: 'cp949',
  80: 'gbk',
  81: 'big5',
  85: 'macgreek',
  86: 'macturkish',
  88: 'maccenteuro',
  89: 'maccyrillic',
  128: 'shift_jis',
  129: 'cp949',
  134: 'gbk',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
  254: 'cp437',
  255: 'cp850',
};

/** Names of code pages that iconv does not know by their numbers. */
const byNumber: Readonly<Record<number, string>> = {
  708: 'iso-8859-6',
  932: 'shift_jis',
  936: 'gbk',
  950: 'big5',
  10000: 'macroman',
  10001: 'shift_jis',
  10006: 'macgreek',
  10007: 'maccyrillic',
  10029: 'maccenteuro',
  10081: 'macturkish',
  54936: 'gb18030',
  65001: 'utf-8',
};

/** The set of fonts that show signs: Symbol, Wingdings. */
export const symbolCharset = 2;

/** The encoding of a font's character set; undefined if the set does not tell. */
export function encodingOfCharset(charset: number): string | undefined {
  return byCharset[charset];
}

/** The encoding of a code page; undefined for one that nobody knows. */
export function encodingOfCodePage(page: number): string | undefined {
  const name = byNumber[page] ?? `cp${page}`;
  return iconv.encodingExists(name) ? name : undefined;
}
