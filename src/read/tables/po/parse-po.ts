import { AppError } from '../../../errors.js';

/** A message of a catalogue. */
export interface PoMessage {
  /** Line of the file, from 1, on which its `msgctxt` or `msgid` stands. */
  readonly line: number;
  readonly isFuzzy: boolean;
  readonly context?: string;
  readonly id: string;
  readonly plural?: string;
  /** The comments before it, from their `#` on, without what is obsolete. */
  readonly comments?: readonly string[];
  /** Its translations: one, or one for each plural form. Empty where there is none yet. */
  readonly translations: readonly string[];
}

/** Longest line and longest message, in UTF-16 units. */
const mostLength = 4 << 20;
/** Most lines of comments that are kept of a message. */
const mostComments = 1000;
/** Highest plural form; no language has more than six. */
const mostForms = 16;

const statement = /^(msgctxt|msgid_plural|msgid|msgstr(?:\[(\d{1,3})\])?|domain)\s*(".*)$/s;

/** Reads a catalogue of gettext line by line. What is obsolete (`#~`) is left out. */
export class PoParser {
  readonly #name: string;
  readonly #onMessage: (message: PoMessage) => void;
  #line = 0;
  #isFuzzy = false;
  #comments: string[] = [];
  #draft: Draft | undefined;
  /** The string that a line of quotes alone goes on with. */
  #open: string[] | undefined;
  #length = 0;

  /** @param name the file, for messages */
  constructor(name: string, onMessage: (message: PoMessage) => void) {
    this.#name = name;
    this.#onMessage = onMessage;
  }

  /**
   * Takes the next line, without its end.
   *
   * @throws AppError `unreadable-document` with the line, for what is no catalogue
   */
  add(given: string): void {
    this.#line++;
    const line = given.trim();
    if (line === '') return;
    if (line.startsWith('#')) {
      if (this.#draft && this.#draft.translations.length > 0) this.#finish();
      if (!line.startsWith('#~') && this.#comments.length < mostComments) this.#comments.push(line);
      if (/^#,(?:.*[\s,])?fuzzy(?:[\s,]|$)/.test(line)) this.#isFuzzy = true;
      return;
    }
    if (line.startsWith('"')) {
      if (!this.#open) throw this.#refuse('a string that belongs to nothing');
      this.#append(line);
      return;
    }
    const [, keyword, form, string] = statement.exec(line) ?? [];
    if (keyword === undefined || string === undefined)
      throw this.#refuse(`not a line of a PO catalogue: ${shorten(line)}`);
    this.#begin(keyword, form);
    this.#append(string);
  }

  /** The file ends. Throws AppError `unreadable-document` if it ends inside a message. */
  end(): void {
    this.#finish();
  }

  #begin(keyword: string, form: string | undefined): void {
    const draft = this.#draft;
    if (keyword === 'domain') {
      this.#finish();
      this.#open = [];
    } else if (keyword === 'msgctxt' || (keyword === 'msgid' && (!draft || draft.id))) {
      this.#finish();
      const begun: Draft = {
        line: this.#line,
        isFuzzy: this.#isFuzzy,
        comments: this.#comments,
        translations: [],
      };
      this.#isFuzzy = false;
      this.#comments = [];
      this.#draft = begun;
      this.#open = keyword === 'msgid' ? (begun.id = []) : (begun.context = []);
    } else if (keyword === 'msgid' && draft) {
      this.#open = draft.id = [];
    } else if (!draft?.id) {
      throw this.#refuse(`${keyword} without a msgid before it`);
    } else if (keyword === 'msgid_plural') {
      if (draft.plural || draft.translations.length > 0)
        throw this.#refuse('msgid_plural is not where it belongs');
      this.#open = draft.plural = [];
    } else {
      this.#open = this.#form(draft, form);
    }
  }

  #form({ plural, translations }: Draft, form: string | undefined): string[] {
    const index = Number(form ?? 0);
    if ((form !== undefined) !== (plural !== undefined))
      throw this.#refuse(
        form === undefined
          ? 'msgstr of a plural without a number'
          : 'msgstr with a number, but no msgid_plural',
      );
    if (index !== translations.length || index >= mostForms)
      throw this.#refuse(
        form === undefined ? 'a second msgstr' : `msgstr[${index}] is not the next one`,
      );
    const own: string[] = [];
    translations.push(own);
    return own;
  }

  #append(quoted: string): void {
    const inside = insideQuotes(quoted);
    if (inside === undefined) throw this.#refuse(`a string with broken quotes: ${shorten(quoted)}`);
    this.#length += inside.length;
    if (this.#length > mostLength)
      throw this.#refuse(`a message is longer than ${mostLength} characters`);
    this.#open?.push(inside.includes('\\') ? unescape(inside) : inside);
  }

  #finish(): void {
    const draft = this.#draft;
    this.#draft = this.#open = undefined;
    this.#length = 0;
    if (!draft) return;
    const { line, isFuzzy, comments, context, id, plural, translations } = draft;
    if (!id) throw this.#refuse('msgctxt without a msgid');
    if (translations.length === 0) throw this.#refuse(`the message of line ${line} has no msgstr`);
    this.#onMessage({
      line,
      isFuzzy,
      ...(comments.length > 0 && { comments }),
      id: id.join(''),
      ...(context && { context: context.join('') }),
      ...(plural && { plural: plural.join('') }),
      translations: translations.map((pieces) => pieces.join('')),
    });
  }

  #refuse(reason: string): AppError {
    return new AppError('unreadable-document', `${this.#name}:${this.#line}: ${reason}`, {
      hint: 'check the file with msgfmt',
    });
  }
}

/** What stands in quotes; undefined where they are broken. In steps that no length of a line is too much for. */
function insideQuotes(quoted: string): string | undefined {
  if (quoted.length < 2 || !quoted.endsWith('"')) return undefined;
  const inside = quoted.slice(1, -1);
  return /["\\]/.test(inside.replace(/\\[\s\S]/g, '')) ? undefined : inside;
}

/** A message of which not all is read: its strings in pieces. */
interface Draft {
  readonly line: number;
  readonly isFuzzy: boolean;
  readonly comments: readonly string[];
  context?: string[];
  id?: string[];
  plural?: string[];
  readonly translations: string[][];
}

function shorten(line: string): string {
  return JSON.stringify(line.length > 60 ? `${line.slice(0, 60)}...` : line);
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
};

/** The escapes of C; what is none stays without its backslash. */
function unescape(text: string): string {
  return text.replace(
    /\\(?:([0-7]{1,3})|x([\da-f]{2})|(.))/gi,
    (_all, octal?: string, hex?: string, other?: string) =>
      octal !== undefined
        ? String.fromCharCode(parseInt(octal, 8))
        : hex !== undefined
          ? String.fromCharCode(parseInt(hex, 16))
          : (escapes[other ?? ''] ?? other ?? ''),
  );
}
