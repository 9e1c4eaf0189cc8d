/** Reads glossaries: agreed translations as people and programs keep them. */
import { AppError } from '../../errors.js';
import type { Glossary, GlossaryEntry } from '../../text/terms/glossary.js';
import { decodeBytes } from '../decode/decode.js';
import { csvEntries } from './csv-glossary.js';
import { hunalignEntries, isHunalign } from './hunalign-dictionary.js';
import { tbxEntries } from './tbx-glossary.js';

/** More entries are no glossary of a text. */
const mostEntries = 200_000;

/**
 * Reads a glossary: a table (CSV, TSV) with a column for each language, TBX (ISO 30042, versions 2 and 3), or a dictionary of
 * hunalign, which is recognised by its lines `target @ source`.
 *
 * @param name the file, for messages
 * @throws AppError `bad-glossary` with the line that is wrong, `unreadable-document` for XML that is none or no TBX,
 *   `undecodable-source`, `too-large`
 */
export async function readGlossary(name: string, bytes: Uint8Array): Promise<Glossary> {
  const entries = await readEntries(name, bytes);
  if (entries.length === 0)
    throw new AppError('bad-glossary', `${name}: there is no term with a translation in it`, {
      hint: 'a glossary has a column for each language (en,de), or is TBX',
    });
  if (entries.length > mostEntries)
    throw new AppError('too-large', `${name}: has more than ${mostEntries} entries`, {
      hint: 'leave out what is no term of these texts',
    });
  return { name, entries };
}

async function readEntries(name: string, bytes: Uint8Array): Promise<readonly GlossaryEntry[]> {
  if (isXml(bytes)) return tbxEntries(name, bytes);
  const { text } = await decodeBytes(name, bytes, undefined);
  return isHunalign(text) ? hunalignEntries(name, text) : csvEntries(name, text);
}

/** XML begins with `<`, after a byte order mark and white space, in whatever encoding. */
function isXml(bytes: Uint8Array): boolean {
  const mark: readonly number[] = [0xef, 0xbb, 0xbf, 0xfe, 0xff];
  const blank: readonly number[] = [0, 0x09, 0x0a, 0x0d, 0x20];
  const first = bytes.find((byte) => !mark.includes(byte) && !blank.includes(byte));
  return first === 0x3c;
}
