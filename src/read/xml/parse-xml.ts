import { SaxesParser } from 'saxes';
import { AppError } from '../../errors.js';
import { decodeXml } from './decode-xml.js';

/** The attributes of an element by the name that they have in the file, prefix included. */
export type XmlAttributes = Readonly<Record<string, string | undefined>>;

/** An element that begins. */
export interface XmlElement {
  /** The name without its prefix. */
  readonly local: string;
  /** The namespace, empty if there is none. */
  readonly uri: string;
  /** Attributes by name: those of another namespace with their prefix (`xml:lang`). */
  readonly attributes: XmlAttributes;
  /** 1 for the root. */
  readonly depth: number;
}

/** What to do with what a file of XML holds. What a handler throws ends the parsing. */
export interface XmlHandlers {
  open?(element: XmlElement): void;
  /** Every element that began ends, empty ones too. */
  close?(local: string, uri: string, depth: number): void;
  /** Text and CDATA, in pieces. */
  text?(text: string): void;
}

/** How a file of XML is read. */
export interface XmlOptions {
  /** Named entities that the file may use without declaring them, such as those of XHTML. */
  readonly entities?: Readonly<Record<string, string>>;
  /** Deepest nesting: 256 by default. */
  readonly mostDepth?: number;
  /**
   * Longest stretch of a file, in UTF-16 units, without any element, text or comment ending in it: 4 Mi by
   * default.
   */
  readonly mostSilence?: number;
  /** Most elements and attributes of the file, which cost time however short they are: 20 million by default. */
  readonly mostParts?: number;
  /** Most elements: ten million by default. */
  readonly mostElements?: number;
  /** The encoding, if somebody named it. */
  readonly encoding?: string;
}

const usualSilence = 4 << 20;
/** Three times what 100 MB of a translation memory have. */
const usualParts = 20_000_000;
const pieceLength = 1 << 16;

/**
 * Parses XML as it comes, in memory that does not grow with it. It expands no entities but those of XML
 * and the given ones, and loads nothing.
 *
 * @param name the file, for messages
 * @throws AppError `unreadable-document` with line and column: not well-formed, nested too deeply,
 *   declarations of its own in the DOCTYPE, a tag or a text too long to be meant; `too-large` for too many
 *   elements; `undecodable-source`
 */
export async function parseXml(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
  options: XmlOptions = {},
): Promise<void> {
  const steps = parseXmlSteps(name, chunks, handlers, options);
  while ((await steps.next()).done !== true);
}

/** As `parseXml`, a piece at each step: for a reader that hands on what it has found between them. */
export async function* parseXmlSteps(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
  options: XmlOptions = {},
): AsyncGenerator<void, void, undefined> {
  const machine = new XmlMachine(name, handlers, options);
  for await (const text of decodeXml(name, chunks, options.encoding)) {
    machine.write(text);
    yield;
  }
  machine.end();
}

/** As `parseXml`, for a file that is read already. */
export async function parseXmlBytes(
  name: string,
  bytes: Uint8Array,
  handlers: XmlHandlers,
  options: XmlOptions = {},
): Promise<void> {
  async function* whole(): AsyncGenerator<Uint8Array> {
    for (let from = 0; from < bytes.length; from += pieceLength)
      yield bytes.subarray(from, from + pieceLength);
  }
  return parseXml(name, whole(), handlers, options);
}

class XmlMachine {
  readonly #name: string;
  readonly #parser = new SaxesParser({ xmlns: true });
  readonly #mostSilence: number;
  #silence = 0;
  #depth = 0;
  #parts = 0;
  #elements = 0;

  constructor(
    name: string,
    handlers: XmlHandlers,
    {
      entities,
      mostDepth = 256,
      mostSilence = usualSilence,
      mostElements = 10_000_000,
      mostParts = usualParts,
    }: XmlOptions,
  ) {
    this.#name = name;
    this.#mostSilence = mostSilence;
    const parser = this.#parser;
    // Not a new object: those of XML itself are on its prototype.
    if (entities) Object.assign(parser.ENTITIES, entities);
    parser.on('error', (error) => {
      // The library puts the place before its messages.
      const [, line, column, reason] = /^(\d+):(\d+): (.*)$/s.exec(error.message) ?? [];
      throw this.#refuse(reason ?? error.message, line, column, error);
    });
    parser.on('opentag', ({ local, uri, attributes }) => {
      this.#silence = 0;
      this.#depth++;
      this.#parts++;
      if (this.#depth > mostDepth)
        throw this.#refuse(`elements are nested more than ${mostDepth} deep`);
      if (++this.#elements > mostElements)
        throw new AppError('too-large', `${name}: has more than ${mostElements} elements`, {
          hint: 'split it',
        });
      const values: Record<string, string> = {};
      for (const key in attributes) {
        values[key] = attributes[key]?.value ?? '';
        this.#parts++;
      }
      if (this.#parts > mostParts)
        throw this.#refuse(`it has more than ${mostParts} elements and attributes`);
      handlers.open?.({ local, uri, attributes: values, depth: this.#depth });
    });
    parser.on('closetag', ({ local, uri }) => {
      this.#silence = 0;
      handlers.close?.(local, uri, this.#depth);
      this.#depth--;
    });
    const onText = (text: string): void => {
      this.#silence = 0;
      handlers.text?.(text);
    };
    parser.on('text', onText);
    parser.on('cdata', onText);
    parser.on('comment', () => (this.#silence = 0));
    parser.on('processinginstruction', () => (this.#silence = 0));
    parser.on('doctype', (doctype) => {
      this.#silence = 0;
      if (doctype.includes('['))
        throw this.#refuse('its DOCTYPE declares entities or elements of its own');
    });
  }

  write(text: string): void {
    for (let from = 0; from < text.length; from += pieceLength) {
      const piece = text.slice(from, from + pieceLength);
      this.#silence += piece.length;
      this.#parser.write(piece);
      if (this.#silence > this.#mostSilence)
        throw this.#refuse(`a tag, comment or text is longer than ${this.#mostSilence} characters`);
    }
  }

  end(): void {
    this.#parser.close();
  }

  #refuse(
    reason: string,
    line: number | string = this.#parser.line,
    column: number | string = this.#parser.column,
    cause?: unknown,
  ): AppError {
    return new AppError(
      'unreadable-document',
      `${this.#name}:${line}:${column}: not XML that can be read: ${reason.replace(/\.$/, '')}`,
      { hint: 'repair the file, or save it again in the program that made it', cause },
    );
  }
}
