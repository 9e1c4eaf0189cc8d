import { AppError } from '../../errors.js';
import { languageReader } from '../../text/languages/stated-language.js';
import type { GlossaryEntry, GlossaryTerm } from '../../text/terms/glossary.js';
import { localAttribute } from '../xml/local-attribute.js';
import { parseXmlBytes, type XmlElement } from '../xml/parse-xml.js';
import { termOf } from './bounds.js';

/** Roots of TBX: since version 3, of version 2, and of its forerunners. */
const roots: ReadonlySet<string> = new Set(['tbx', 'martif', 'TBX']);
const concepts: ReadonlySet<string> = new Set(['conceptEntry', 'termEntry']);
const sections: ReadonlySet<string> = new Set(['langSec', 'langSet']);
/** Terms with these notes are not to be used. */
const forbidden = /^(?:deprecated|superseded|obsolete|forbidden|not ?recommended)/i;

/**
 * The concepts of TBX (ISO 30042), versions 2 and 3 in either style, with the terms of every language. Terms marked as deprecated
 * are left out.
 *
 * @throws AppError as `parseXml`, and `unreadable-document` for XML that is no TBX
 */
export async function tbxEntries(name: string, bytes: Uint8Array): Promise<GlossaryEntry[]> {
  const parser = new TbxParser(name);
  await parseXmlBytes(name, bytes, parser);
  return parser.entries;
}

class TbxParser {
  readonly entries: GlossaryEntry[] = [];
  readonly #name: string;
  readonly #understand = languageReader();
  #concept: GlossaryTerm[] | null = null;
  #number = 0;
  #language = 'und';
  /** The term of the section that is being read; it counts when its section ends. */
  #term: string | null = null;
  #isForbidden = false;
  /** Text is collected of the terms, and of what says whether they may be used. */
  #collects: 'term' | 'status' | null = null;
  #text = '';

  constructor(name: string) {
    this.#name = name;
  }

  open({ local, attributes, depth }: XmlElement): void {
    if (depth === 1 && !roots.has(local))
      throw new AppError('unreadable-document', `${this.#name}: not TBX: its root is <${local}>`, {
        hint: 'a glossary is TBX, or a table with a column for each language',
      });
    if (concepts.has(local)) {
      this.#concept = [];
      this.#number++;
    } else if (sections.has(local)) {
      this.#language = this.#understand(localAttribute(attributes, 'lang') ?? '').language ?? 'und';
    } else if (local === 'term' && this.#concept !== null) {
      this.#begin('term');
    } else if (isStatus(local, attributes['type'])) {
      this.#begin('status');
    }
  }

  text(text: string): void {
    if (this.#collects !== null) this.#text += text;
  }

  close(local: string): void {
    if (local === 'term' && this.#collects === 'term') {
      // A term without a section of its own (version 2 has several ways to wrap it) ends with the next.
      this.#keep();
      this.#term = termOf(this.#text, `${this.#name}: concept ${this.#number}`);
      this.#isForbidden = false;
      this.#collects = null;
    } else if (this.#collects === 'status' && isStatusName(local)) {
      this.#isForbidden ||= forbidden.test(this.#text.trim().replace(/Term-admn-sts$/, ''));
      this.#collects = null;
    } else if (sections.has(local)) this.#keep();
    else if (concepts.has(local) && this.#concept !== null) {
      this.#keep();
      const languages = new Set(this.#concept.map(({ language }) => language));
      if (languages.size > 1) this.entries.push(this.#concept);
      this.#concept = null;
    }
  }

  #begin(what: 'term' | 'status'): void {
    this.#collects = what;
    this.#text = '';
  }

  #keep(): void {
    if (this.#term !== null && this.#term !== '' && !this.#isForbidden && this.#language !== 'und')
      this.#concept?.push({ language: this.#language, text: this.#term });
    this.#term = null;
  }
}

/** `<termNote type="administrativeStatus">` (style dca) or `<min:administrativeStatus>` (dct). */
function isStatus(local: string, type: string | undefined): boolean {
  return (
    local === 'administrativeStatus' ||
    (local === 'termNote' && /^(?:administrativeStatus|normativeAuthorization)$/.test(type ?? ''))
  );
}

function isStatusName(local: string): boolean {
  return local === 'administrativeStatus' || local === 'termNote';
}
