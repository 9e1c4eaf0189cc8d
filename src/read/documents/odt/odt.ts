import { AppError } from '../../../errors.js';
import { openArchive, type Archive } from '../../archive/archive.js';
import { isZip } from '../../archive/is-zip.js';
import { localAttribute } from '../../xml/local-attribute.js';
import { parseXml, parseXmlBytes } from '../../xml/parse-xml.js';
import type { DocumentReader, FoundText } from '../document.js';
import { mostParts } from '../office/limits.js';
import { Furniture } from '../office/furniture.js';
import { TextBuilder } from '../text-builder.js';
import { OdfText } from './odf-text.js';

/**
 * Reads OpenDocument texts, in an archive (ODT, OTT) or in one file of XML (FODT). Notes come after the
 * paragraph that refers to them, text boxes after the one they are anchored in. Tracked changes are
 * taken as accepted. Headers, footers and tables of contents are marked as noise; comments, hidden
 * text, formulas and the readings of ruby are left out.
 */
export const odtReader: DocumentReader = {
  takes: 'bytes',
  textIs: 'extracted',
  read: async (name, bytes) => {
    const document = new OdfDocument(name);
    if (!isZip(bytes)) return document.readFlat(bytes);
    return document.readPackage(await openArchive(name, bytes));
  },
};

/** Longest picture in a flat file, in characters. */
const longestData = 64 << 20;

class OdfDocument {
  readonly #name: string;
  readonly #builder: TextBuilder;
  readonly #furniture = new Furniture();
  readonly #handlers: OdfText;
  #isHidden = false;
  #objects = 0;
  #hasBody = false;

  constructor(name: string) {
    this.#name = name;
    this.#builder = new TextBuilder(name);
    this.#handlers = new OdfText({
      name,
      emit: ({ text, details }) => void this.#builder.add(text, details),
      emitFurniture: ({ text }) => this.#furniture.add(text),
      onBody: (kind) => {
        refuseOther(name, kind);
        this.#hasBody = true;
      },
      onHidden: () => (this.#isHidden = true),
      onObject: () => this.#objects++,
    });
  }

  async readFlat(bytes: Uint8Array): Promise<FoundText> {
    await parseXmlBytes(this.#name, bytes, this.#parserHandlers(), {
      mostSilence: longestData,
      mostParts,
    });
    return this.#finish();
  }

  async readPackage(archive: Archive): Promise<FoundText> {
    if (archive.has('mimetype')) refuseOther(this.#name, kindOfType(await mimetypeOf(archive)));
    if (archive.has('encrypted-package') || (await isEncrypted(this.#name, archive)))
      throw new AppError('unreadable-document', `${this.#name}: is protected by a password`, {
        hint: 'save it without a password',
      });
    for (const part of ['styles.xml', 'content.xml']) {
      // Only the styles may be missing.
      if (part === 'styles.xml' && !archive.has(part)) continue;
      await parseXml(`${this.#name}: ${part}`, archive.stream(part), this.#parserHandlers(), {
        mostParts,
      });
    }
    return this.#finish();
  }

  #parserHandlers(): Required<Parameters<typeof parseXml>[2]> {
    const handlers = this.#handlers;
    return {
      open: (element) => handlers.open(element),
      close: (local, uri, depth) => handlers.close(local, uri, depth),
      text: (text) => handlers.text(text),
    };
  }

  #finish(): FoundText {
    if (!this.#hasBody)
      throw new AppError(
        'unreadable-document',
        `${this.#name}: an OpenDocument file without text`,
        {
          hint: 'download or save the file again',
        },
      );
    this.#furniture.addTo(this.#builder);
    const notices = [
      ...(this.#isHidden ? ['hidden text is left out'] : []),
      ...(this.#objects === 0
        ? []
        : [
            this.#objects === 1
              ? 'a formula, chart or other object is left out'
              : `${this.#objects} formulas, charts or other objects are left out`,
          ]),
    ];
    return { ...this.#builder.finish(), notices };
  }
}

async function mimetypeOf(archive: Archive): Promise<string> {
  for await (const chunk of archive.stream('mimetype'))
    return Buffer.from(chunk).toString('latin1', 0, 200).trim();
  return '';
}

/** `application/vnd.oasis.opendocument.text-template` is of the kind `text`. */
function kindOfType(mimetype: string): string {
  return /opendocument\.([a-z]+)|sun\.xml\.([a-z]+)/.exec(mimetype)?.slice(1).join('') ?? 'text';
}

async function isEncrypted(name: string, archive: Archive): Promise<boolean> {
  const manifest = 'META-INF/manifest.xml';
  if (!archive.has(manifest)) return false;
  let entry = '';
  let found = false;
  await parseXml(`${name}: ${manifest}`, archive.stream(manifest), {
    open: ({ local, attributes }) => {
      if (local === 'file-entry') entry = localAttribute(attributes, 'full-path') ?? '';
      else if (local === 'encryption-data') found ||= entry === 'content.xml';
    },
  });
  return found;
}

/** What OpenDocument files may be besides texts, and what to do with them. */
const otherKinds: Readonly<Record<string, readonly [title: string, hint: string]>> = {
  spreadsheet: ['a spreadsheet', 'save it as XLSX or CSV'],
  presentation: ['a presentation', 'save its outline as a text'],
  graphics: ['a drawing', 'copy its text into a text document'],
  drawing: ['a drawing', 'copy its text into a text document'],
  chart: ['a chart', 'copy its text into a text document'],
  image: ['a picture', 'copy its text into a text document'],
  formula: ['a formula', 'copy its text into a text document'],
  database: ['a database', 'export its tables as CSV'],
  base: ['a database', 'export its tables as CSV'],
  writer: ['a text of OpenOffice 1', 'save it as ODT'],
  calc: ['a spreadsheet of OpenOffice 1', 'save it as XLSX or CSV'],
  impress: ['a presentation of OpenOffice 1', 'save its outline as a text'],
};

function refuseOther(name: string, kind: string): void {
  const other = Object.hasOwn(otherKinds, kind) ? otherKinds[kind] : undefined;
  if (!other) return;
  const [title, hint] = other;
  throw new AppError('unreadable-document', `${name}: ${title} is not read as a source`, { hint });
}
