/** Control words and symbols of RTF that stand for characters. */

/** Characters by control word. Soft hyphens are left out: they only say where a line may break. */
export const wordCharacters: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  page: '\n',
  column: '\n',
  emdash: '\u2014',
  endash: '\u2013',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  bullet: '\u2022',
  lquote: '\u2018',
  rquote: '\u2019',
  ldblquote: '\u201c',
  rdblquote: '\u201d',
  ltrmark: '\u200e',
  rtlmark: '\u200f',
  zwj: '\u200d',
  zwnj: '\u200c',
  zwbo: '\u200b',
  zwnbo: '\u2060',
};

/** Characters by control symbol. */
export const symbolCharacters: Readonly<Record<string, string>> = {
  '~': '\u00a0',
  _: '\u2011',
};
