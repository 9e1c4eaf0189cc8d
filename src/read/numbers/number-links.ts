/** Files that link the sentences of two texts by number and hold no text themselves. */
import { headText } from '../decode/head-text.js';
import { ladderLinks } from '../tables/ladder.js';
import { vecalignLinks } from '../tables/vecalign.js';
import { rootElement } from '../xml/root-element.js';
import { parseLinkGrp } from './linkgrp.js';
import type { NumberFormat, NumberLinks } from './number-formats.js';

const vecalignLine = /^(?:\s*#[^\n]*\n)*\s*\[[\d,\s]*\]\s*:\s*\[[\d,\s]*\]\s*(?::|\r?\n|$)/;
/** A ladder begins at the beginning of both texts. */
const ladderLines = /^0\t0\t-?[\d.]+(?:e[-+]?\d+)?(?:\r?\n\d+\t\d+\t|\s*$)/i;

/** The format of a file of links by its first bytes; undefined if it is none. */
export function numberFormatOf(head: Uint8Array): NumberFormat | undefined {
  if (rootElement(head)?.local === 'linkGrp') return 'linkgrp';
  const text = headText(head);
  if (vecalignLine.test(text)) return 'vecalign';
  return ladderLines.test(text) ? 'ladder' : undefined;
}

/** Reads links. Throws AppError `bad-anchor` or `unreadable-document`, with the line. */
export async function readNumberLinks(
  name: string,
  bytes: Uint8Array,
  format: NumberFormat,
): Promise<NumberLinks> {
  if (format === 'linkgrp') return parseLinkGrp(name, bytes);
  const text = new TextDecoder().decode(bytes);
  const lines = format === 'vecalign' ? vecalignLinks(name, text) : ladderLinks(name, text);
  return {
    links: lines.map(({ sides: [a, b], score }) => ({
      a: a?.sentences ?? [],
      b: b?.sentences ?? [],
      ...(score !== undefined && { score }),
    })),
  };
}
