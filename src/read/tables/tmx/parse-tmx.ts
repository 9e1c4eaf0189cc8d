import { AppError } from '../../../errors.js';
import { parseXml, parseXmlSteps, type XmlAttributes } from '../../xml/parse-xml.js';
import { InlineText, type InlineRole } from '../inline-text.js';

/** What a unit says in one language. */
export interface TmxVariant {
  /** As the file writes it; empty if it does not say. */
  readonly language: string;
  /** Without codes; white space as in the file. */
  readonly text: string;
  /** It says which source it is of, as memories written by paralign do. */
  readonly hasSource: boolean;
}

/** A translation unit. */
export interface TmxUnit {
  /** Its `tuid`, else its number in the file, from 1. */
  readonly id: string;
  /** In the order of the file; one without `<seg>` has an empty text. */
  readonly variants: readonly TmxVariant[];
}

/** What to do with what a memory holds, in its order. */
export interface TmxHandlers {
  /** The header's language of the source texts; not called for `*all*`. */
  sourceLanguage(language: string): void;
  unit(unit: TmxUnit): void;
}

/**
 * Reads a memory in TMX 1.1 to 1.4b as it comes.
 *
 * @param encoding the encoding, if somebody named it
 * @throws AppError as `parseXml`, and `unreadable-document` for XML that is no TMX
 */
export async function parseTmx(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  handlers: TmxHandlers,
  encoding?: string,
): Promise<void> {
  const units = new UnitParser(name, handlers);
  await parseXml(name, chunks, units, encoding === undefined ? {} : { encoding });
}

/**
 * The units of a memory as they come, some at a time.
 *
 * @throws AppError as `parseTmx`
 */
export async function* tmxUnits(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  sourceLanguage: (language: string) => void = () => undefined,
): AsyncGenerator<readonly TmxUnit[], void, undefined> {
  let units: TmxUnit[] = [];
  const handlers = { sourceLanguage, unit: (unit: TmxUnit) => void units.push(unit) };
  const parser = new UnitParser(name, handlers);
  const steps = parseXmlSteps(name, chunks, parser);
  while ((await steps.next()).done !== true) {
    if (units.length > 0) yield units;
    units = [];
  }
}

class UnitParser {
  readonly #name: string;
  readonly #handlers: TmxHandlers;
  #count = 0;
  #id = '';
  #variants: TmxVariant[] = [];
  #language: string | undefined;
  #hasSource = false;
  #segment: InlineText | undefined;
  #text = '';

  constructor(name: string, handlers: TmxHandlers) {
    this.#name = name;
    this.#handlers = handlers;
  }

  open({
    local,
    attributes,
    depth,
  }: {
    readonly local: string;
    readonly attributes: XmlAttributes;
    readonly depth: number;
  }): void {
    if (depth === 1 && local !== 'tmx') {
      throw new AppError(
        'unreadable-document',
        `${this.#name}: not TMX: its root element is <${local}>`,
        {
          hint: 'leave out the format, and it will be recognised',
        },
      );
    }
    if (this.#segment) this.#segment.open(local, attributes);
    else if (local === 'header') {
      const source = attributes['srclang'];
      if (source !== undefined && !/^\*all\*$/i.test(source.trim()))
        this.#handlers.sourceLanguage(source);
    } else if (local === 'tu') {
      this.#count++;
      this.#id = attributes['tuid']?.trim() || String(this.#count);
      this.#variants = [];
    } else if (local === 'tuv') {
      this.#language = languageOf(attributes);
      this.#hasSource = false;
      this.#text = '';
    } else if (local === 'prop' && attributes['type'] === 'x-source') {
      this.#hasSource = true;
    } else if (local === 'seg' && this.#language !== undefined) {
      this.#segment = new InlineText(roleOf);
    }
  }

  close(local: string): void {
    if (this.#segment) {
      if (this.#segment.depth > 0) {
        this.#segment.close();
        return;
      }
      this.#text += (this.#text === '' ? '' : ' ') + this.#segment.toString();
      this.#segment = undefined;
    } else if (local === 'tuv' && this.#language !== undefined) {
      const [language, text, hasSource] = [this.#language, this.#text, this.#hasSource];
      this.#variants.push({ language, text, hasSource });
      this.#language = undefined;
    } else if (local === 'tu') {
      this.#handlers.unit({ id: this.#id, variants: this.#variants });
      this.#variants = [];
    }
  }

  text(text: string): void {
    this.#segment?.add(text);
  }
}

/** TMX 1.1 had `lang`; programs write it in either case. */
function languageOf(attributes: XmlAttributes): string {
  const said = attributes['xml:lang'] ?? attributes['lang'];
  if (said !== undefined) return said;
  return Object.entries(attributes).find(([key]) => /^(?:xml:)?lang$/i.test(key))?.[1] ?? '';
}

/** What is inside a code is markup of the program that the text came from, but for its `sub`. */
function roleOf(local: string, { type }: XmlAttributes): InlineRole {
  if (local === 'sub') return 'apart';
  if (!codes.has(local)) return 'keep';
  return type === 'lb' ? 'break' : 'drop';
}

const codes: ReadonlySet<string> = new Set(['bpt', 'ept', 'ph', 'it', 'ut']);
