/** One line of text as the only paragraph, or the only cell, of a file in other formats. */
import { createWriteStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { zipBytes, type ZipEntry } from '../../src/write/formats/zip/zip.js';

const xml = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Writes `source.FORMAT` for formats that hold texts, and `linked.FORMAT` for those that link two. */
export async function writeSources(folder: string, line: string): Promise<void> {
  const text = line.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const page = `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Line</title></head><body><p>${text}</p></body></html>`;
  const pair = { hu: line, en: 'A short text.' };
  const plain: Record<string, string> = {
    'source.html': `<!DOCTYPE html>${page}`,
    'source.md': `# Line\n\n${line}\n`,
    'source.tei': `${xml}<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><p>${text}</p></body></text></TEI>`,
    'source.rtf': `{\\rtf1\\ansi ${rtf(line)}\\par}`,
    'source.csv': `text\n"${line.replaceAll('"', '""')}"\n`,
    'source.tsv': `text\n${line}\n`,
    'source.jsonl': `${JSON.stringify({ text: line })}\n`,
    'source.json': JSON.stringify([{ text: line }]),
    'source.srt': `1\n00:00:01,000 --> 00:00:02,000\n${line}\n`,
    'linked.csv': `hu,en\n"${line.replaceAll('"', '""')}",A short text.\n`,
    'linked.tsv': `hu\ten\n${line}\tA short text.\n`,
    'linked.json': JSON.stringify([pair]),
    'linked.jsonl': `${JSON.stringify(pair)}\n`,
    'linked.tmx': `${xml}<tmx version="1.4"><header srclang="hu"/><body><tu><tuv xml:lang="hu"><seg>${text}</seg></tuv><tuv xml:lang="en"><seg>A short text.</seg></tuv></tu></body></tmx>`,
    'linked.xliff': `${xml}<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file source-language="hu" target-language="en" original="x" datatype="plaintext"><body><trans-unit id="1"><source>${text}</source><target>A short text.</target></trans-unit></body></file></xliff>`,
    'linked.po': `msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: en\\n"\n\nmsgid ${JSON.stringify(line)}\nmsgstr "A short text."\n`,
  };
  for (const [name, content] of Object.entries(plain)) writeFileSync(join(folder, name), content);
  const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const container = 'urn:oasis:names:tc:opendocument:xmlns:container';
  await archive(join(folder, 'source.docx'), [
    {
      name: '[Content_Types].xml',
      content: `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/document.xml',
      content: `${xml}<w:document xmlns:w="${word}"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`,
    },
  ]);
  await archive(join(folder, 'source.epub'), [
    { name: 'mimetype', content: 'application/epub+zip', stored: true },
    {
      name: 'META-INF/container.xml',
      content: `${xml}<container version="1.0" xmlns="${container}"><rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`,
    },
    {
      name: 'book.opf',
      content: `${xml}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="i">x</dc:identifier><dc:title>Line</dc:title><dc:language>hu</dc:language></metadata><manifest><item id="p" href="page.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="p"/></spine></package>`,
    },
    { name: 'page.xhtml', content: `${xml}${page}` },
  ]);
  const office = 'urn:oasis:names:tc:opendocument:xmlns';
  await archive(join(folder, 'source.odt'), [
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', stored: true },
    {
      name: 'META-INF/manifest.xml',
      content: `${xml}<manifest:manifest xmlns:manifest="${office}:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
    },
    {
      name: 'content.xml',
      content: `${xml}<office:document-content xmlns:office="${office}:office:1.0" xmlns:text="${office}:text:1.0"><office:body><office:text><text:p>${text}</text:p></office:text></office:body></office:document-content>`,
    },
  ]);
}

function archive(path: string, entries: readonly ZipEntry[]): Promise<void> {
  return pipeline(zipBytes(entries), createWriteStream(path));
}

/** Signs of RTF, and letters beyond ASCII by number. */
function rtf(line: string): string {
  return line
    .replace(/[\\{}]/g, '\\$&')
    .replace(/[^\0-\x7f]/g, (sign) => `\\u${(sign.charCodeAt(0) << 16) >> 16}?`);
}
