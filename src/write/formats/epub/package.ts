/** The files that make an archive a book. */
import { isRightToLeft } from '../../../text/direction.js';
import { escapeXml } from '../../xml/xml-text.js';
import { isoDate } from '../../records/iso-date.js';
import type { OutputHead } from '../../records/head.js';
import { bookTitle } from '../book/blocks.js';

/** EPUB demands a time of change; a fixed one unless it is given, so that the same input gives the same bytes. */
const fixedTime = '2000-01-01T00:00:00Z';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Says where the package is. */
export const container = `${declaration}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
`;

/** A page of the book. */
export function xhtmlPage(
  title: string,
  language: string,
  body: string,
  folder: '' | '../',
): string {
  const tag = escapeXml(language === 'und' ? '' : language);
  return `${declaration}<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="${tag}" lang="${tag}">
<head>
<meta charset="utf-8"/>
<title>${escapeXml(title)}</title>
<link rel="stylesheet" type="text/css" href="${folder}style.css"/>
</head>
<body>
${body}</body>
</html>
`;
}

/** What a package is about. */
export interface PackageContent {
  readonly languages: readonly string[];
  readonly files: readonly string[];
  /** A number in hexadecimal that only this text has. */
  readonly identity: string;
  /** As in `FormatOptions`. */
  readonly date: string | undefined;
}

/** The package: metadata, files, reading order. */
export function packageDocument(
  head: OutputHead,
  { languages, files, identity, date }: PackageContent,
): string {
  const modified = date === undefined ? fixedTime : isoDate(date);
  const tags = languages.map((tag) => `<dc:language>${escapeXml(tag)}</dc:language>`);
  const items = files.map(
    (name, index) =>
      `<item id="t${index + 1}" href="${name}" media-type="application/xhtml+xml"/>\n`,
  );
  const spine = files.map((_, index) => `<itemref idref="t${index + 1}"/>\n`);
  const direction = isRightToLeft(languages[0] ?? '') ? ' page-progression-direction="rtl"' : '';
  return `${declaration}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:paralign:${identity}</dc:identifier>
<dc:title>${escapeXml(bookTitle(head))}</dc:title>
${tags.join('\n')}
<meta property="dcterms:modified">${modified}</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="style.css" media-type="text/css"/>
${items.join('')}</manifest>
<spine${direction}>
${spine.join('')}</spine>
</package>
`;
}
