/** Who made an Office document, and when: only if somebody says so, as the same input gives the same bytes. */
import { isoDate } from '../../records/iso-date.js';
import type { FormatOptions } from '../../records/output-format.js';
import { escapeXml } from '../../xml/xml-text.js';
import type { ZipEntry } from './zip.js';

/** The part and what leads to it; empty if there is nothing to say. */
export interface CoreProperties {
  readonly entries: readonly ZipEntry[];
  /** For `[Content_Types].xml`. */
  readonly contentType: string;
  /** For `_rels/.rels`. */
  readonly relationship: string;
}

/** The properties that the options give. */
export function coreProperties({ date, author }: FormatOptions): CoreProperties {
  if (date === undefined && author === undefined)
    return { entries: [], contentType: '', relationship: '' };
  const time = (name: string): string =>
    date === undefined
      ? ''
      : `<dcterms:${name} xsi:type="dcterms:W3CDTF">${isoDate(date)}</dcterms:${name}>`;
  const creator = author === undefined ? '' : `<dc:creator>${escapeXml(author)}</dc:creator>`;
  const content = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${creator}${time('created')}${time('modified')}</cp:coreProperties>`;
  return {
    entries: [{ name: 'docProps/core.xml', content }],
    contentType:
      '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
    relationship:
      '<Relationship Id="rIdCore" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>',
  };
}
