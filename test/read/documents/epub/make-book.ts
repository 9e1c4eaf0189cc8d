/** Books for tests, file by file. */

export const container = `<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`;

/** A chapter with this in its body. */
export const chapter = (body: string): string =>
  `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>${body}</body></html>`;

/** A file of a book that its package lists. */
export interface BookItem {
  readonly href: string;
  readonly type?: string;
  /** Attributes of its item. */
  readonly item?: string;
  /** Attributes of its place in the reading order; null if it has none. */
  readonly itemref?: string | null;
}

/** A package that lists these, in this reading order. */
export function packageOf(items: readonly BookItem[], metadata = ''): string {
  const listed = items.map(
    ({ href, type = 'application/xhtml+xml', item = '' }, index) =>
      `<item id="i${index}" href="${href}" media-type="${type}" ${item}/>`,
  );
  const spine = items.map(({ itemref }, index) =>
    itemref === null ? '' : `<itemref idref="i${index}" ${itemref ?? ''}/>`,
  );
  return `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">${metadata}</metadata><manifest>${listed.join('')}</manifest><spine>${spine.join('')}</spine></package>`;
}
