import { AppError } from '../../../errors.js';
import { parseXml, type XmlAttributes, type XmlElement } from '../../xml/parse-xml.js';
import { XliffContent } from './xliff-content.js';

/** The two sides of a unit of XLIFF 1.x, or of a segment of 2.x. */
export interface XliffPair {
  /** File, unit and (2.x) segment, with `/` between them. */
  readonly id: string;
  /** With the segments that `<seg-source>` has, if it has any. */
  readonly source?: XliffContent;
  readonly target?: XliffContent;
  /** Of `xml:lang`, else of the file; empty if neither says. */
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  /** Whether the file says of the target that it is no translation yet. */
  readonly isDoubtful?: boolean;
  /** Where the target stands among those of its unit, if that is another place than the source's. */
  readonly order?: number;
}

/** What to do with what a file holds: the pairs of a unit at a time. */
export type OnUnit = (pairs: readonly XliffPair[]) => void;

/**
 * Reads XLIFF 1.0 to 1.2, programs' own dialects included, and 2.0 to 2.2 as it comes. What is not a
 * unit's own source and target (suggested matches, notes, a program's own elements) is passed over.
 *
 * @param encoding the encoding, if somebody named it
 * @throws AppError as `parseXml`, and `unreadable-document` for XML that is no XLIFF or another version
 */
export async function parseXliff(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  onUnit: OnUnit,
  encoding?: string,
): Promise<void> {
  const parser = new XliffParser(name, onUnit);
  await parseXml(name, chunks, parser, encoding === undefined ? {} : { encoding });
}

/** What is passed over with all that is inside. */
const passedOver: ReadonlySet<string> = new Set([
  'alt-trans',
  'header',
  'note',
  'notes',
  'skeleton',
  'originalData',
]);

type Draft = { -readonly [Key in keyof XliffPair]: XliffPair[Key] };

class XliffParser {
  readonly #name: string;
  readonly #onUnit: OnUnit;
  #namespace = '';
  #languages = { source: '', target: '' };
  #file = '';
  #fileCount = 0;
  #unit = '';
  #unitCount = 0;
  #pairs: XliffPair[] = [];
  #draft: Draft | undefined;
  #content: XliffContent | undefined;
  #skipFrom = Infinity;
  /** Whether white space is kept, of the elements that are open. */
  readonly #keepsSpace: boolean[] = [];

  constructor(name: string, onUnit: OnUnit) {
    this.#name = name;
    this.#onUnit = onUnit;
  }

  open(element: XmlElement): void {
    const { local, uri, attributes, depth } = element;
    if (depth === 1) this.#begin(element);
    if (this.#content) {
      this.#content.open(local, attributes);
      return;
    }
    const space = attributes['xml:space'];
    const before = this.#keepsSpace.at(-1) ?? false;
    this.#keepsSpace.push(space === undefined ? before : space === 'preserve');
    if (depth > this.#skipFrom) return;
    if (uri !== this.#namespace || passedOver.has(local)) this.#skipFrom = depth;
    else this.#openOwn(local, attributes);
  }

  #begin({ local, uri, attributes }: XmlElement): void {
    if (local !== 'xliff') throw this.#refuse(`not XLIFF: its root element is <${local}>`);
    const version = attributes['version'];
    if (version !== undefined && !/^(?:1\.[012]|2\.[012])$/.test(version.trim()))
      throw this.#refuse(
        `XLIFF of version "${version}", but only 1.0 to 1.2 and 2.0 to 2.2 are supported`,
      );
    this.#namespace = uri;
    this.#languages = { source: attributes['srcLang'] ?? '', target: attributes['trgLang'] ?? '' };
  }

  #openOwn(local: string, attributes: XmlAttributes): void {
    switch (local) {
      case 'file':
        this.#openFile(attributes);
        return;
      case 'trans-unit':
        this.#openUnit(attributes);
        // What gettext's converters make of a catalogue's header is no text.
        if (attributes['restype'] !== 'x-gettext-domain-header')
          this.#draft = this.#pair(this.#unit);
        return;
      case 'unit':
        this.#openUnit(attributes);
        return;
      case 'segment':
      case 'ignorable': {
        const own = attributes['id'] ?? String(this.#pairs.length + 1);
        this.#draft = this.#pair(`${this.#unit}/${own}`);
        return;
      }
      case 'source':
      case 'seg-source':
      case 'target':
        this.#openContent(local, attributes);
        return;
    }
  }

  #openFile(attributes: XmlAttributes): void {
    this.#fileCount++;
    // The path of a file of 1.x is that of somebody's computer.
    const original = attributes['original']?.trim().split(/[\\/]/).at(-1);
    this.#file = attributes['id']?.trim() || original || String(this.#fileCount);
    this.#languages = {
      source: attributes['source-language'] ?? this.#languages.source,
      target:
        attributes['target-language'] ??
        (attributes['source-language'] === undefined ? this.#languages.target : ''),
    };
  }

  #openUnit(attributes: XmlAttributes): void {
    this.#unitCount++;
    this.#unit = `${this.#file}/${attributes['id']?.trim() || this.#unitCount}`;
    this.#pairs = [];
  }

  #pair(id: string): Draft {
    const { source, target } = this.#languages;
    return { id, sourceLanguage: source, targetLanguage: target };
  }

  #openContent(local: string, attributes: XmlAttributes): void {
    if (!this.#draft) return;
    const language = attributes['xml:lang'];
    this.#content = new XliffContent(this.#keepsSpace.at(-1) ?? false);
    if (local === 'target') {
      this.#draft.target = this.#content;
      this.#draft.targetLanguage = language ?? this.#draft.targetLanguage;
      const order = Number(attributes['order']);
      if (order > 0) this.#draft.order = order;
      // In 2.x the first state is every target's that nobody set a state for.
      this.#draft.isDoubtful = /^(?:new|needs-translation)$/.test(attributes['state'] ?? '');
    } else {
      this.#draft.sourceLanguage = language ?? this.#draft.sourceLanguage;
      if (local === 'source') this.#draft.source ??= this.#content;
    }
  }

  close(local: string, _uri: string, depth: number): void {
    if (this.#content) {
      if (this.#content.close()) return;
      // Without segments it says nothing that the source does not.
      if (local === 'seg-source' && this.#draft && this.#content.segments.length > 0)
        this.#draft.source = this.#content;
      this.#content = undefined;
    }
    this.#keepsSpace.pop();
    if (depth > this.#skipFrom) return;
    if (depth === this.#skipFrom) this.#skipFrom = Infinity;
    else if (local === 'trans-unit' || local === 'segment' || local === 'ignorable') {
      if (this.#draft) this.#pairs.push(this.#draft);
      this.#draft = undefined;
      if (local === 'trans-unit') this.#end();
    } else if (local === 'unit') this.#end();
  }

  #end(): void {
    this.#onUnit(this.#pairs);
    this.#pairs = [];
  }

  text(text: string): void {
    this.#content?.add(text);
  }

  #refuse(what: string): AppError {
    return new AppError('unreadable-document', `${this.#name}: ${what}`, {
      hint: 'export it again as XLIFF 1.2 or 2.1',
    });
  }
}
