/** Encodings of East Asian text that get by with seven bits: ISO-2022-JP, ISO-2022-KR and HZ. */

/** A text of seven bits, in the encoding of eight bits that has the same characters. */
export interface EightBitText {
  readonly encoding: 'euc-jp' | 'euc-kr' | 'gb18030';
  readonly bytes: Buffer;
}

const announcesKorean = /\x1b\$\)C/;
const shiftsToJapanese = /\x1b(?:\$[@B]|\$\(D|\([JI])/;
/** Runs of two-byte characters between shifts that are closed. */
const chinese = /~\{((?:[\x21-\x77][\x21-\x7e])+)~\}/;

/** What a named encoding of seven bits is called here, or null for any other name. */
export function sevenBitName(label: string): string | null {
  if (/^(?:cs)?iso-?2022-?jp(?:-?[123])?$/.test(label)) return 'iso-2022-jp';
  if (/^(?:cs)?iso-?2022-?kr$/.test(label)) return 'iso-2022-kr';
  return /^hz(?:-?gb-?2312)?$/.test(label) ? 'hz' : null;
}

/** Which encoding of seven bits shifts of character sets show, or null. */
export function recogniseSevenBit(bytes: Uint8Array): string | null {
  const escape = bytes.indexOf(0x1b);
  const shift = escape >= 0 || bytes.includes(0x7e);
  if (!shift || bytes.some((byte) => byte > 0x7f || byte === 0)) return null;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (escape >= 0) {
    if (announcesKorean.test(text) && text.includes('\x0e')) return 'iso-2022-kr';
    if (shiftsToJapanese.test(text)) return 'iso-2022-jp';
  }
  // Two tildes with braces occur in program text too: no ASCII word is left between them.
  return chinese.test(text) && !hasUnclosedShift(text) ? 'hz' : null;
}

function hasUnclosedShift(text: string): boolean {
  return text.split('~{').length !== text.split('~}').length;
}

/** The same text in eight bits. */
export function toEightBits(bytes: Uint8Array, name: string): EightBitText {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const make = (encoding: EightBitText['encoding'], converted: string): EightBitText => ({
    encoding,
    bytes: Buffer.from(converted, 'latin1'),
  });
  if (name === 'iso-2022-jp') return make('euc-jp', japaneseInEightBits(text));
  if (name === 'iso-2022-kr') {
    const shifted = text.replace(/\x1b\$\)C\r?\n?/g, '');
    return make(
      'euc-kr',
      shifted.replace(/\x0e([^\x0f\n]*)\x0f?/g, (_, run: string) => high(run)),
    );
  }
  const shifted = text.replace(/~\{([^\n]*?)~\}/g, (_, run: string) => high(run));
  return make(
    'gb18030',
    shifted.replace(/~(~|\n)/g, (_, kept: string) => (kept === '~' ? '~' : '')),
  );
}

function japaneseInEightBits(text: string): string {
  const [first = '', ...runs] = text.split(/\x1b(?=[$(])/);
  const converted = runs.map((run) => {
    const [, set = '', rest = ''] = /^(\$\([A-Z]|\$[@AB]|\([A-Z])([^]*)$/.exec(run) ?? [];
    if (set === '') return `\x1b${run}`;
    if (set === '(B' || set === '(J') return rest;
    if (set === '(I') return rest.replace(/[\x21-\x5f]/g, (byte) => `\x8e${high(byte)}`);
    // JIS X 0212 has a byte of its own before its characters.
    return set === '$(D'
      ? rest.replace(/[\x21-\x7e]{2}/g, (pair) => `\x8f${high(pair)}`)
      : high(rest);
  });
  return first + converted.join('');
}

const high = (run: string): string =>
  run.replace(/[\x21-\x7e]/g, (byte) => String.fromCharCode(byte.charCodeAt(0) | 0x80));
