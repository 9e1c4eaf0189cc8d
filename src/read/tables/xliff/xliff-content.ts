import type { XmlAttributes } from '../../xml/parse-xml.js';
import { InlineText, type InlineRole } from '../inline-text.js';

/** A segment that a marker sets apart inside a source or a target. */
export interface MarkedSegment {
  readonly id: string;
  readonly text: string;
}

/** What is inside a `<source>`, `<seg-source>` or `<target>`, as it is read. */
export class XliffContent {
  readonly #whole = new InlineText(roleOf);
  readonly #segments: { readonly id: string; readonly text: InlineText }[] = [];
  readonly #keepsSpace: boolean;
  #inSegment = false;

  /** @param keepsSpace whether white space means what it says; else line breaks are layout */
  constructor(keepsSpace: boolean) {
    this.#keepsSpace = keepsSpace;
  }

  /** The segments that `<mrk mtype="seg">` sets apart, if any. */
  get segments(): MarkedSegment[] {
    return this.#segments.map(({ id, text }) => ({ id, text: text.toString() }));
  }

  /** The text outside of such segments: all of it where there are none. */
  get rest(): string {
    return this.#whole.toString();
  }

  open(local: string, attributes: XmlAttributes): void {
    if (this.#inSegment) this.#current.open(local, attributes);
    else if (local === 'mrk' && attributes['mtype'] === 'seg') {
      this.#segments.push({ id: attributes['mid'] ?? '', text: new InlineText(roleOf) });
      this.#inSegment = true;
    } else this.#whole.open(local, attributes);
  }

  /** An element ends; returns false if it is the content itself. */
  close(): boolean {
    if (this.#current.depth > 0) this.#current.close();
    else if (this.#inSegment) this.#inSegment = false;
    else return false;
    return true;
  }

  add(text: string): void {
    this.#current.add(this.#keepsSpace ? text : text.replace(/[ \t]*[\r\n]\s*/g, ' '));
  }

  get #current(): InlineText {
    return (this.#inSegment ? this.#segments.at(-1)?.text : undefined) ?? this.#whole;
  }
}

/**
 * Codes are dropped, with the native markup that those of 1.2 hold; texts inside such markup are kept
 * apart. What is unknown is kept.
 */
function roleOf(local: string, attributes: XmlAttributes): InlineRole {
  if (local === 'sub') return 'apart';
  if (!codes.has(local)) return 'keep';
  const kind = attributes['ctype'] ?? attributes['subType'] ?? '';
  return /^(?:xlf:)?(?:lb|x-(?:html-)?br)$/i.test(kind) ? 'break' : 'drop';
}

const codes: ReadonlySet<string> = new Set([
  'x',
  'bx',
  'ex',
  'bpt',
  'ept',
  'ph',
  'it',
  'sc',
  'ec',
  'cp',
]);
