/** The encoding of XML: by byte order mark, by its declaration, else UTF-8. */
import iconv from 'iconv-lite';
import { AppError } from '../../errors.js';
import { peek } from '../decode/chunks.js';
import { declarationLength, xmlEncoding } from './xml-encoding.js';

/**
 * The text of a file of XML, piece by piece, without its byte order mark.
 *
 * @param named the encoding that somebody named, which holds against the declaration
 * @throws AppError `undecodable-source` for bytes that are not in the file's encoding,
 *   `unreadable-document` for an encoding that nobody knows
 */
export async function* decodeXml(
  name: string,
  stream: AsyncIterable<Uint8Array>,
  named?: string,
): AsyncGenerator<string, void, undefined> {
  const { head, chunks } = await peek(stream, declarationLength);
  const encoding = named ?? xmlEncoding(head);
  if (/^utf-?(?:8|16(?:le|be)?)$/i.test(encoding)) {
    yield* decodeStrictly(name, encoding, chunks);
    return;
  }
  if (!iconv.encodingExists(encoding)) {
    throw new AppError('unreadable-document', `${name}: its encoding "${encoding}" is unknown`, {
      hint: 'save it as UTF-8',
    });
  }
  yield* decodeOld(name, encoding, chunks);
}

async function* decodeOld(
  name: string,
  encoding: string,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<string, void, undefined> {
  const decoder = iconv.getDecoder(encoding);
  // Those that can write the character that stands for what is not valid may mean it.
  const hasMark = iconv.decode(iconv.encode('\ufffd', encoding), encoding) === '\ufffd';
  let offset = 0;
  const checked = (text: string): string => {
    if (!hasMark && text.includes('\ufffd'))
      throw new AppError(
        'undecodable-source',
        `${name}: not valid ${encoding} after byte ${offset}`,
        { hint: 'name the encoding that it is in, or save it as UTF-8' },
      );
    return text;
  };
  for await (const chunk of chunks) {
    yield checked(decoder.write(Buffer.from(chunk)));
    offset += chunk.length;
  }
  yield checked(decoder.end() ?? '');
}

async function* decodeStrictly(
  name: string,
  encoding: string,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<string, void, undefined> {
  const label = /^utf-?16$/i.test(encoding) ? 'utf-16le' : encoding.replace(/^utf(?=\d)/i, 'utf-');
  const decoder = new TextDecoder(label, { fatal: true });
  let offset = 0;
  try {
    for await (const chunk of chunks) {
      yield decoder.decode(chunk, { stream: true });
      offset += chunk.length;
    }
    yield decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new AppError(
      'undecodable-source',
      `${name}: not valid ${label.toUpperCase()} after byte ${offset}`,
      { hint: 'save it as UTF-8', cause: error },
    );
  }
}
