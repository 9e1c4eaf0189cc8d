/** The encoding of a page, which may say what it is in. */
import iconv from 'iconv-lite';
import { decodeBytes, decodeDeclared, type DecodedText } from '../../decode/decode.js';

/** Names on the web for what browsers read as another encoding that contains it. */
const asRead: Readonly<Record<string, string>> = {
  ascii: 'windows-1252',
  'us-ascii': 'windows-1252',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'iso-8859-11': 'windows-874',
  'tis-620': 'windows-874',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
  'x-sjis': 'shift_jis',
  sjis: 'shift_jis',
  'windows-31j': 'shift_jis',
  'euc-kr': 'cp949',
  'windows-949': 'cp949',
  'ks_c_5601-1987': 'cp949',
  big5: 'big5-hkscs',
  'iso-8859-8': 'windows-1255',
  'iso-8859-8-i': 'windows-1255',
  'x-euc-jp': 'euc-jp',
};

/** A declaration stands near the beginning. */
const headLength = 4096;
/**
 * Decodes a page: by the encoding that somebody named, a byte order mark, UTF-8 if it is valid, what the
 * page declares unless that makes no sense of it, else by what the bytes say.
 *
 * @throws AppError as `decodeBytes` does
 */
export async function decodePage(
  name: string,
  bytes: Uint8Array,
  named?: string,
): Promise<DecodedText> {
  if (named !== undefined && named.toLowerCase() !== 'auto') return decodeBytes(name, bytes, named);
  return decodeDeclared(name, bytes, declaredEncoding(bytes));
}

/** What a page says that it is in, as iconv names it; undefined for nothing or an unknown name. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, headLength))
    .toString('latin1')
    .replace(/<!--[\s\S]*?-->/g, '');
  const [, label] =
    /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head) ??
    /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w:.-]+)/i.exec(head) ??
    [];
  if (label === undefined) return undefined;
  const lower = label.toLowerCase();
  const encoding = asRead[lower] ?? lower;
  return iconv.encodingExists(encoding) ? encoding : undefined;
}
