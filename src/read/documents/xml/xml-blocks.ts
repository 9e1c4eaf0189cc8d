/** Finds the blocks of a document in XML as its elements come. */
import type { Locator } from '../../../domain.js';
import { AppError } from '../../../errors.js';
import type { XmlElement, XmlHandlers } from '../../xml/parse-xml.js';
import { mostCharacters, type BlockDetails } from '../text-builder.js';
import { runText, type Piece } from './run-text.js';

/** What an element is for the blocks of its document. */
export type ElementRole =
  /** It holds blocks; text directly in it makes blocks of its own. */
  | 'structure'
  /** It is a block; blocks inside it split it. */
  | 'block'
  /** It is a block if it has text of its own, and holds blocks if not: an item, a cell. */
  | 'container'
  /** It is part of the text around it. */
  | 'inline'
  /** It makes blocks of its own behind the one that it stands in: a note. */
  | 'apart'
  /** It is a word or a sign. */
  | 'token'
  /** One of its children counts: the one that `choose` picks. */
  | 'choice'
  /** It is left out with all that is inside. */
  | 'skip'
  /**
   * Inside a block it is part of the text. Elsewhere its contents tell: it is a block if it has text of
   * its own or nothing but one such element, and a structure if not.
   */
  | 'open';

/** What is known of a block: as of any, and which of the file's texts it is in. */
export type XmlDetails = BlockDetails & { readonly part?: string };

/** How an element is read. */
export interface ElementRule {
  readonly role: ElementRole;
  /** What its block is. Blocks inside it are in the same text and, unless they say what they are, the same. */
  readonly details?: XmlDetails;
  /** Text that stands before or behind it. */
  readonly before?: string;
  readonly after?: string;
  /** Of a token: on which sides nothing stands between it and the next. */
  readonly join?: 'left' | 'right' | 'both';
  /** Of a choice: which of its children, by their names, counts. */
  choose?(names: readonly string[]): number;
}

/** Where an element stands. */
export interface ElementPlace {
  /** Whether it is part of a text: inside a block, or with text before it in the same element. */
  readonly isInText: boolean;
  /** The names of the elements around it, the root first. */
  readonly path: readonly string[];
}

/** What is done with a document's elements and blocks. */
export interface XmlVocabulary {
  rule(element: XmlElement, place: ElementPlace): ElementRule;
  /** A block that is complete, in document order. */
  block(text: string, details: XmlDetails): void;
}

interface Draft {
  readonly text: string;
  readonly details: XmlDetails;
}

type Part =
  | Piece
  /** An element that is a block unless it stands in text. */
  | {
      readonly kind: 'candidate';
      readonly pieces: readonly Piece[];
      readonly details: XmlDetails;
    }
  | { readonly kind: 'blocks' | 'apart'; readonly blocks: readonly Draft[] };

interface Frame {
  readonly name: string;
  role: ElementRole;
  readonly rule: ElementRule;
  readonly details: XmlDetails;
  readonly isInBlock: boolean;
  parts: Part[];
  /** Of a choice: its children. */
  readonly options: { readonly name: string; readonly parts: readonly Part[] }[];
}

/** Most blocks of a document. */
const mostBlocks = 2_000_000;
/** An element with more parts than this and no text of its own is a structure. */
const mostParts = 64;
/** Up to so many elements among text are part of it, however little the text is. */
const fewElements = 8;
/** Of so small a share of text among elements the elements are no part. */
const strayShare = 0.02;

/** Makes blocks of the elements that a parser reports. */
export class XmlBlocks implements Required<XmlHandlers> {
  readonly #name: string;
  readonly #vocabulary: XmlVocabulary;
  readonly #frames: Frame[] = [];
  readonly #path: string[] = [];
  #skipFrom = Infinity;
  #depth = 0;
  #characters = 0;
  #blocks = 0;

  /** @param name the file, for messages */
  constructor(name: string, vocabulary: XmlVocabulary) {
    this.#name = name;
    this.#vocabulary = vocabulary;
  }

  open(element: XmlElement): void {
    this.#depth++;
    if (this.#depth > this.#skipFrom) return;
    const parent = this.#frames.at(-1);
    const isInBlock = parent !== undefined && opensBlock(parent);
    const isInText = isInBlock || (parent !== undefined && isText(parent));
    const rule = this.#vocabulary.rule(element, { isInText, path: this.#path });
    if (rule.role === 'skip') {
      this.#skipFrom = this.#depth;
      return;
    }
    this.#path.push(element.local);
    this.#frames.push({
      name: element.local,
      role: rule.role === 'open' && isInBlock ? 'inline' : rule.role,
      rule,
      isInBlock,
      details: { ...inherited(parent?.details, rule.details), ...rule.details },
      parts: rule.before === undefined ? [] : [rule.before],
      options: [],
    });
  }

  text(text: string): void {
    const frame = this.#frames.at(-1);
    if (!frame || this.#skipFrom !== Infinity || frame.role === 'choice') return;
    const tidy = text.replace(/[ \t\r\n]+/g, ' ');
    if (tidy === ' ' && frame.parts.length === 0 && frame.role !== 'inline') return;
    this.#characters += tidy.length;
    if (this.#characters > mostCharacters)
      throw this.#tooLarge(`holds more than ${mostCharacters} characters of text`);
    frame.parts.push(tidy);
  }

  close(): void {
    const depth = this.#depth--;
    if (depth === this.#skipFrom) this.#skipFrom = Infinity;
    else if (depth < this.#skipFrom) this.#closeFrame();
  }

  #closeFrame(): void {
    const frame = this.#frames.pop();
    this.#path.pop();
    if (!frame) return;
    const { after } = frame.rule;
    const parts = this.#resolve(frame);
    const parent = this.#frames.at(-1);
    if (!parent) {
      this.#emit(blocksOf(parts, frame.details, true));
    } else if (parent.role === 'choice') {
      parent.options.push({ name: frame.name, parts });
    } else {
      // Many parts may be handed on through many elements.
      if (parts.length > mostParts) parent.parts = parent.parts.concat(parts);
      else parent.parts.push(...parts);
      if (after !== undefined) parent.parts.push(after);
      if (parent.role === 'open' && parent.parts.length > mostParts) this.#settle();
      this.#flush();
    }
  }

  #resolve(frame: Frame): readonly Part[] {
    const { role, parts, details, rule, options } = frame;
    switch (role) {
      case 'inline':
      case 'skip':
        return parts;
      case 'token': {
        const { join } = rule;
        const text = runText(parts.filter(isPiece));
        const token = {
          text,
          joinsLeft: join === 'left' || join === 'both',
          joinsRight: join === 'right' || join === 'both',
        };
        return [...(text === '' ? [] : [token]), ...parts.filter((part) => !isPiece(part))];
      }
      case 'choice':
        return options[rule.choose?.(options.map(({ name }) => name)) ?? 0]?.parts ?? [];
      case 'apart':
        return [
          { kind: frame.isInBlock ? 'apart' : 'blocks', blocks: blocksOf(parts, details, false) },
        ];
      case 'block':
      case 'structure':
        return [{ kind: 'blocks', blocks: blocksOf(parts, details, role === 'structure') }];
      case 'open':
      case 'container': {
        const parent = this.#frames.at(-1);
        const found = resolveOpen(parts, details, parent !== undefined && isText(parent));
        return role === 'open'
          ? found
          : [{ kind: 'blocks', blocks: blocksOf(found, details, true) }];
      }
    }
  }

  /** What is long and without text of its own is a structure, and so is what it stands in. */
  #settle(): void {
    const last = this.#frames.at(-1);
    if (!last || hasOwnText(last.parts)) return;
    for (const frame of this.#frames)
      if (frame.role === 'open' && !hasOwnText(frame.parts)) frame.role = 'structure';
  }

  /** Hands on what is complete of the structures that are open. */
  #flush(): void {
    for (const frame of this.#frames) {
      if (frame.role !== 'structure') return;
      const last = frame.parts.at(-1);
      // A piece may go on.
      if (last === undefined || isPiece(last)) continue;
      this.#emit(blocksOf(frame.parts, frame.details, true));
      frame.parts = [];
    }
  }

  #emit(blocks: readonly Draft[]): void {
    for (const { text, details } of blocks) {
      if (++this.#blocks > mostBlocks) throw this.#tooLarge(`holds more than ${mostBlocks} blocks`);
      this.#vocabulary.block(text, details);
    }
  }

  #tooLarge(what: string): AppError {
    return new AppError('too-large', `${this.#name}: ${what}`, { hint: 'split it' });
  }
}

function inherited(outer: XmlDetails = {}, own: XmlDetails = {}): XmlDetails {
  const { part, kind, heading } = outer;
  const isKnown = own.kind !== undefined || own.heading !== undefined;
  return {
    ...(part !== undefined && { part }),
    ...(kind !== undefined && !isKnown && { kind }),
    ...(heading !== undefined && !isKnown && { heading }),
  };
}

/** Whether what is inside this element is inside a block. */
function opensBlock({ role, isInBlock }: Frame): boolean {
  switch (role) {
    case 'block':
    case 'apart':
    case 'token':
      return true;
    case 'structure':
    case 'container':
      return false;
    default:
      return isInBlock;
  }
}

/** Whether an element whose contents tell what it is has text of its own so far. */
function isText({ role, parts }: Frame): boolean {
  return (role === 'open' || role === 'container') && hasOwnText(parts);
}

function isPiece(part: Part): part is Piece {
  return typeof part === 'string' || !('kind' in part);
}

function lengthOf(piece: Piece): number {
  return (typeof piece === 'string' ? piece : piece.text).trim().length;
}

const hasOwnText = (parts: readonly Part[]): boolean =>
  parts.some((part) => isPiece(part) && lengthOf(part) > 0);

/** What an element whose contents tell what it is gives to the one around it. */
function resolveOpen(
  parts: readonly Part[],
  details: XmlDetails,
  isInText: boolean,
): readonly Part[] {
  let own = 0;
  let others = 0;
  let candidates = 0;
  let isWhole = true;
  for (const part of parts) {
    if (isPiece(part)) own += lengthOf(part);
    else if (part.kind === 'candidate') {
      candidates++;
      for (const piece of part.pieces) others += lengthOf(piece);
    } else isWhole = false;
  }
  const isRun = isInText || (own > 0 && (candidates <= fewElements || own >= strayShare * others));
  if (!isWhole || (!isRun && candidates + Number(own > 0) > 1))
    return [{ kind: 'blocks', blocks: blocksOf(parts, details, !isRun) }];
  const only = parts.find((part) => !isPiece(part));
  const inner = !isRun && only && !isPiece(only) && only.kind === 'candidate' ? only.details : {};
  const pieces = parts.flatMap((part) =>
    isPiece(part) ? [part] : part.kind === 'candidate' ? part.pieces : [],
  );
  if (!pieces.some((piece) => lengthOf(piece) > 0)) return [];
  return [{ kind: 'candidate', pieces, details: { ...details, ...inner } }];
}

/**
 * The blocks of an element's contents.
 *
 * @param isStructure whether elements that may be blocks are, among its text
 */
function blocksOf(
  parts: readonly Part[],
  details: XmlDetails,
  isStructure: boolean,
): readonly Draft[] {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined && !isPiece(only) && only.kind === 'blocks')
    return only.blocks;
  const drafts: Draft[] = [];
  const notes: Draft[] = [];
  let run: Piece[] = [];
  const end = (): void => {
    const text = runText(run);
    if (text.trim() !== '') drafts.push({ text, details });
    run = [];
  };
  for (const part of parts) {
    if (isPiece(part)) run.push(part);
    else if (part.kind === 'candidate' && !isStructure)
      for (const piece of part.pieces) run.push(piece);
    else if (part.kind === 'candidate') {
      end();
      drafts.push({ text: runText(part.pieces), details: part.details });
    } else if (part.kind === 'blocks') {
      end();
      for (const draft of part.blocks) drafts.push(draft);
    } else for (const draft of part.blocks) notes.push(draft);
  }
  end();
  for (const note of notes) drafts.push(note);
  return drafts;
}

/** The place of an element with an identifier. */
export function identifierOf({ attributes }: XmlElement): { readonly locator?: Locator } {
  const id = attributes['xml:id'] ?? attributes['id'];
  return id === undefined || id.trim() === '' ? {} : { locator: { kind: 'unit', id: id.trim() } };
}
