import { AppError } from '../../errors.js';
import { parseXml } from '../xml/parse-xml.js';
import type { NumberLink, NumberLinks } from './number-formats.js';

/** More targets than this are no link. */
const mostTargets = 1000;

/**
 * Links as InterText writes them: `<link xtargets="s4;s5 s6" status="man"/>`, the ids of the second text
 * (`toDoc`) first. An id is that of a sentence by its number: `s4`, or `4`.
 *
 * @throws AppError as `parseXml`, and `unreadable-document` for ids that are no numbers
 */
export async function parseLinkGrp(name: string, bytes: Uint8Array): Promise<NumberLinks> {
  const links: NumberLink[] = [];
  let texts: readonly [string, string] | undefined;
  const numbersOf = (ids: string): number[] => {
    const words = ids.split(/\s+/).filter((word) => word !== '');
    if (words.length > mostTargets)
      throw unreadable(name, `a link has more than ${mostTargets} sentences`);
    return words
      .map((word) => {
        const number = /^s?([1-9]\d{0,8})$/.exec(word)?.[1];
        if (number === undefined)
          throw unreadable(
            name,
            `"${word.slice(0, 40)}" is not the number of a sentence, such as s4`,
          );
        return Number(number);
      })
      .sort((x, y) => x - y);
  };
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield bytes;
  }
  await parseXml(name, whole(), {
    open: ({ local, attributes }) => {
      if (local === 'linkGrp') {
        const { fromDoc = '', toDoc = '' } = attributes;
        if (fromDoc !== '' && toDoc !== '') texts = [fromDoc, toDoc];
      } else if (local === 'link') {
        const [to = '', from, ...more] = (attributes['xtargets'] ?? '').split(';');
        if (from === undefined || more.length > 0)
          throw unreadable(name, 'a link has no xtargets such as "s4;s5 s6"');
        const [a, b] = [numbersOf(from), numbersOf(to)];
        if (a.length === 0 || b.length === 0) return;
        links.push({ a, b, ...(attributes['status'] === 'man' && { isManual: true }) });
      }
    },
  });
  return { links, ...(texts && { texts }) };
}

function unreadable(name: string, problem: string): AppError {
  return new AppError('unreadable-document', `${name}: ${problem}`, {
    hint: 'only links by sentence number are read, as "paralign convert" writes them',
  });
}
