/** Word documents made of a few elements. */
import { makeZip, type ZipFile } from '../../archive/make-zip.js';

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const namespaces = [
  `xmlns:w="${word}"`,
  `xmlns:r="${relationships}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');

/** Parts besides the body, each the inside of its root element. */
export interface DocxParts {
  readonly styles?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly header?: string;
  readonly footer?: string;
}

const roots: Readonly<Record<keyof DocxParts, string>> = {
  styles: 'styles',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  header: 'hdr',
  footer: 'ftr',
};

/** The files of a document. */
export function docxFiles(body: string, parts: DocxParts = {}): ZipFile[] {
  const names = Object.keys(roots).filter(
    (name): name is keyof DocxParts => parts[name as keyof DocxParts] !== undefined,
  );
  const part = (root: string, inside: string): string =>
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${root} ${namespaces}>${inside}</w:${root}>`;
  const pointers = (list: readonly [string, string, string][]): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
      .map(
        ([id, type, target]) =>
          `<Relationship Id="${id}" Type="${relationships}/${type}" Target="${target}"/>`,
      )
      .join('')}</Relationships>`;
  return [
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: '_rels/.rels',
      content: pointers([['r1', 'officeDocument', 'word/document.xml']]),
    },
    {
      name: 'word/document.xml',
      content: part('document', `<w:body>${body}</w:body>`),
    },
    {
      name: 'word/_rels/document.xml.rels',
      content: pointers(names.map((name) => [name, name, `${name}.xml`])),
    },
    ...names.map((name) => ({
      name: `word/${name}.xml`,
      content: part(roots[name], parts[name] ?? ''),
    })),
  ];
}

/** A document with the body. */
export function makeDocx(body: string, parts: DocxParts = {}): Buffer {
  return makeZip(docxFiles(body, parts));
}

/** A paragraph of runs; what is no element is text. */
export function p(inside: string, properties = ''): string {
  const runs = inside.startsWith('<') ? inside : r(inside);
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

/** A run of text. */
export function r(text: string, properties = ''): string {
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}
