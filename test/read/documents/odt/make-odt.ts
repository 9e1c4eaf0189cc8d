/** OpenDocument texts made of a few elements. */
import { makeZip, type ZipFile } from '../../archive/make-zip.js';

const subjects = ['office', 'text', 'table', 'style', 'draw', 'meta', 'svg-compatible'];
const namespaces = `${subjects
  .map(
    (subject) =>
      `xmlns:${subject.split('-')[0]}="urn:oasis:names:tc:opendocument:xmlns:${subject}:1.0"`,
  )
  .join(
    ' ',
  )} xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:math="http://www.w3.org/1998/Math/MathML"`;

/** Parts besides the text. */
export interface OdtParts {
  /** Styles of the file `styles.xml`. */
  readonly styles?: string;
  /** Master pages. */
  readonly masters?: string;
  /** Styles of the file of the text itself. */
  readonly automatic?: string;
}

/** The files of a text. */
export function odtFiles(text: string, parts: OdtParts = {}): ZipFile[] {
  const root = (name: string, inside: string): string =>
    `<?xml version="1.0"?><office:${name} ${namespaces}>${inside}</office:${name}>`;
  return [
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', stored: true },
    {
      name: 'content.xml',
      content: root(
        'document-content',
        `<office:automatic-styles>${parts.automatic ?? ''}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body>`,
      ),
    },
    {
      name: 'styles.xml',
      content: root(
        'document-styles',
        `<office:styles>${parts.styles ?? ''}</office:styles><office:master-styles>${parts.masters ?? ''}</office:master-styles>`,
      ),
    },
    { name: 'META-INF/manifest.xml', content: '<manifest/>' },
  ];
}

/** A text in an archive. */
export function makeOdt(text: string, parts: OdtParts = {}): Buffer {
  return makeZip(odtFiles(text, parts));
}

/** A text in one file of XML. */
export function makeFlatOdt(text: string, parts: OdtParts = {}): Buffer {
  const { styles = '', masters = '', automatic = '' } = parts;
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<office:document ${namespaces} office:mimetype="application/vnd.oasis.opendocument.text">` +
      `<office:styles>${styles}</office:styles><office:automatic-styles>${automatic}</office:automatic-styles>` +
      `<office:master-styles>${masters}</office:master-styles><office:body><office:text>${text}</office:text></office:body></office:document>`,
  );
}
