/** Makes PDF files, object by object: small ones to look at, and such as are made to harm. */
import { deflateSync } from 'node:zlib';

/** A file of objects, numbered from 1; the first is the catalogue. */
export function pdfOf(objects: readonly (string | Buffer)[], trailer = ''): Uint8Array {
  const chunks: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  let length = chunks[0]?.length ?? 0;
  const offsets: number[] = [];
  objects.forEach((object, index) => {
    offsets.push(length);
    const chunk = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      Buffer.isBuffer(object) ? object : Buffer.from(object, 'latin1'),
      Buffer.from('\nendobj\n'),
    ]);
    chunks.push(chunk);
    length += chunk.length;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  chunks.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}` +
        `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(chunks));
}

/** A stream, as it stands or compressed already. */
export function stream(data: string | Buffer, entries = ''): Buffer {
  const bytes = Buffer.isBuffer(data) ? data : Buffer.from(data, 'latin1');
  return Buffer.concat([
    Buffer.from(`<< /Length ${bytes.length} ${entries} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);
}

const resources = '/Resources << /Font << /F 3 0 R >> >>';
const box = '/MediaBox [0 0 595 842]';

/** A file of pages in Helvetica, each the text between `BT` and `ET`. */
export function pagesOf(
  contents: readonly string[],
  more: readonly (string | Buffer)[] = [],
): Uint8Array {
  const first = 4;
  const kids = contents.map((_, index) => `${first + 2 * index} 0 R`).join(' ');
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} ${box} ${resources} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...contents.flatMap((content, index) => [
      `<< /Type /Page /Parent 2 0 R /Contents ${first + 2 * index + 1} 0 R >>`,
      stream(`BT\n${content}\nET`),
    ]),
    ...more,
  ]);
}

/** Lines of text, one under the other. */
export const lines = (texts: readonly string[], x = 60, y = 700, size = 10): string =>
  `/F ${size} Tf 1 0 0 1 ${x} ${y} Tm ${size * 1.3} TL ` +
  texts.map((text) => `(${text.replace(/[()\\]/g, '\\$&')}) Tj T*`).join(' ');

/** One page whose content is a stream that is given. */
const pageOf = (content: Buffer, more: readonly (string | Buffer)[] = []): Uint8Array =>
  pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [4 0 R] /Count 1 ${box} ${resources} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Type /Page /Parent 2 0 R /Contents 5 0 R >>',
    content,
    ...more,
  ]);

/** A page of blanks that takes so many bytes when it is inflated. */
export const flateBomb = (length: number): Uint8Array =>
  pageOf(stream(deflateSync(Buffer.alloc(length, 32), { level: 1 }), '/Filter /FlateDecode'));

/** Forms that draw forms that draw forms: ten to the ninth texts. */
export function formBomb(): Uint8Array {
  const depth = 9;
  const form = (index: number): Buffer =>
    stream(
      index === depth ? 'BT /F 10 Tf (harm) Tj ET' : '/X Do '.repeat(10),
      `/Type /XObject /Subtype /Form /BBox [0 0 99 99] /Resources << /Font << /F 3 0 R >> /XObject << /X ${7 + index} 0 R >> >>`,
    );
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [4 0 R] /Count 1 ${box} /Resources << /XObject << /X 6 0 R >> >> >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Type /Page /Parent 2 0 R /Contents 5 0 R >>',
    stream('/X Do '.repeat(10)),
    ...Array.from({ length: depth + 1 }, (_, index) => form(index)),
  ]);
}

/** A tree of pages as deep as it has nodes. */
export const deepTree = (depth: number): Uint8Array =>
  pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    ...Array.from(
      { length: depth },
      (_, index) =>
        `<< /Type /Pages /Kids [${index + 3} 0 R] /Count 1 ${index > 0 ? `/Parent ${index + 1} 0 R` : box} >>`,
    ),
    `<< /Type /Page /Parent ${depth + 1} 0 R >>`,
  ]);

/** A page that says there are a billion of it. */
export const manyPages = (): Uint8Array =>
  pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [3 0 R] /Count 1000000000 ${box} >>`,
    '<< /Type /Page /Parent 2 0 R >>',
  ]);

/** Objects that nothing refers to. */
export const manyObjects = (count: number): Uint8Array =>
  pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [3 0 R] /Count 1 ${box} >>`,
    '<< /Type /Page /Parent 2 0 R >>',
    ...Array.from({ length: count }, () => '<< /A [1 0 R 2 0 R] >>'),
  ]);
