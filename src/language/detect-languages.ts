import type { Block, Paragraph, SourceText, Span } from '../domain.js';
import { cutAtSwitches } from './cut-at-switches.js';
import { clearLetters, DocumentPrior, type DocumentLanguages } from './document-prior.js';
import { glanceAt, weighEvidence } from './evidence.js';
import { EvidenceList, LanguageShares } from './evidence-list.js';
import { mostProbable } from './most-probable.js';
import { evidenceText } from './prepare.js';
import { heedStated } from './stated-languages.js';
import { markupWithin } from '../text/markup.js';
import { primaryLanguage } from '../text/tags.js';

/** Hints for detection. */
export interface LanguageOptions {
  /** BCP-47 tag of the whole source: nothing is detected then. */
  readonly language?: string;
  /** BCP-47 tags of the languages to expect; others need clear evidence. */
  readonly only?: readonly string[];
  /** Keeps blocks whole: each is a sentence that must not be split. */
  readonly whole?: boolean;
}

/** Fewer letters are no evidence, unless the script alone decides. */
const minLetters = 3;
/** Numbers are in no language. */
const romanNumeral = /^[IVXLCDM]+$/;
/** A guess among many candidates is not trusted, even in longer passages. */
const leastConfidence = 0.11;
const minConfidence = 0.25;

/**
 * Gives each block of a source a language and a confidence. The languages of the whole document are
 * the prior, which matters much for a heading and not at all for a long paragraph. A block that
 * changes language is split at that sentence (unless blocks must stay whole), and all blocks are
 * renumbered. What the file states decides only where that leaves a language open.
 */
export function detectLanguages(source: SourceText, options: LanguageOptions = {}): Paragraph[] {
  if (options.language !== undefined) {
    const language = options.language;
    return source.blocks.map((block) => ({ ...unstated(block), language, confidence: 1 }));
  }
  const text = withoutMarkup(source);
  const only =
    options.only && options.only.length > 0 ? new Set(options.only.map(primaryLanguage)) : null;
  const spansOf = (block: Block): readonly Span[] =>
    options.whole === true || block.segmented === true
      ? [block]
      : withMarkup(
          source.text,
          block,
          cutAtSwitches(text, block, (unit) => glanceAt(evidenceText(unit), only)),
        );
  const pieces: Piece[] = [];
  for (const block of source.blocks) {
    for (const span of spansOf(block)) pieces.push(span === block ? block : { block, span });
  }
  const evidence = new EvidenceList(pieces.length);
  const letters = new LanguageShares();
  for (const piece of pieces) {
    const { start, end } = spanOf(piece);
    const own = evidenceText(text.slice(start, end));
    const found = romanNumeral.test(own) ? null : weighEvidence(own, only);
    const counts = found && (found.letters >= minLetters || found.distinct) ? found : null;
    evidence.add(counts);
    if (counts) letters.add(counts);
  }
  const shares = letters.shares();
  const document = { shares, main: mainLanguage(shares), total: evidence.letters };
  const prior = new DocumentPrior(document);
  const found = pieces.map((piece, index) =>
    paragraph(piece, index, { document, prior, evidence }),
  );
  if (source.blocks.every(({ stated }) => stated === undefined)) return found;
  const passages = found.map((own, index) => {
    const piece = pieces[index];
    const tag = piece && blockOf(piece).stated;
    const isMeant = tag === undefined || only === null || only.has(primaryLanguage(tag));
    return {
      paragraph: own,
      evidence: evidence.kindOf(index),
      stated: isMeant ? tag : undefined,
    };
  });
  return heedStated(passages);
}

/** A block without what the file states. Most state nothing, and leaving out a property takes V8 microseconds. */
function unstated(block: Block): Omit<Block, 'stated'> {
  if (!('stated' in block)) return block;
  const { stated: _stated, ...own } = block;
  return own;
}

/** A passage in one language: a whole block, or a part of it. */
type Piece = Block | { readonly block: Block; readonly span: Span };

const blockOf = (piece: Piece): Block => ('block' in piece ? piece.block : piece);
const spanOf = (piece: Piece): Span => ('block' in piece ? piece.span : piece);

/** Parts of a block that were cut without its markup: marks that open something go to the part they open. */
function withMarkup(text: string, { end, markup }: Block, parts: readonly Span[]): readonly Span[] {
  if (markup === undefined || parts.length < 2) return parts;
  let mark = 0;
  const starts = parts.map((part) => {
    let { start } = part;
    while ((markup[mark]?.end ?? Infinity) <= start) mark++;
    for (let before = mark - 1; before >= 0; before--) {
      const own = markup[before];
      if (own?.opens !== true || own.end !== start) break;
      start = own.start;
    }
    return start;
  });
  return starts.map((start, index) => ({
    start,
    end: start + text.slice(start, starts[index + 1] ?? end).trimEnd().length,
  }));
}

/** The text with blanks in the place of markup, which is in no language; itself if it has none. */
function withoutMarkup({ text, blocks }: SourceText): string {
  const markup = blocks.flatMap((block) => block.markup ?? []);
  if (markup.length === 0) return text;
  const parts: string[] = [];
  let from = 0;
  for (const { start, end, says = '' } of markup) {
    parts.push(text.slice(from, start), says.padEnd(end - start));
    from = end;
  }
  return [...parts, text.slice(from)].join('');
}

/** What the document says of its passages. */
interface Known {
  readonly document: DocumentLanguages;
  readonly prior: DocumentPrior;
  readonly evidence: EvidenceList;
}

function paragraph(piece: Piece, index: number, known: Known): Paragraph {
  const { main } = known.document;
  const kind = known.evidence.kindOf(index);
  if (!kind) return withLanguage(piece, index, main, main === 'und' ? 0 : 0.5);
  const { language, confidence } = mostProbable(kind, known.evidence, index, known.prior.of(kind));
  // With only a word or two: the document's language, if it is written in this script.
  const clear = confidence >= (kind.letters >= clearLetters ? leastConfidence : minConfidence);
  if (clear || (!kind.languages.includes(main) && (kind.distinct || main !== 'und'))) {
    return withLanguage(piece, index, language, confidence);
  }
  return withLanguage(piece, index, main, main === 'und' ? 0 : confidence);
}

function withLanguage(
  piece: Piece,
  index: number,
  language: string,
  confidence: number,
): Paragraph {
  const block = blockOf(piece);
  const { heading, kind, noise, locator, segmented, markup } = block;
  const { start, end } = spanOf(piece);
  const number = index + 1;
  // One literal where that is possible: a text may have a million paragraphs.
  if (kind === undefined && locator === undefined && segmented === undefined && !markup) {
    return { number, start, end, heading, noise, language, confidence };
  }
  const { markup: _markup, stated: _stated, ...rest } = block;
  const inside = markupWithin(markup, { start, end });
  return { ...rest, start, end, number, ...(inside && { markup: inside }), language, confidence };
}

function mainLanguage(shares: ReadonlyMap<string, number>): string {
  let main = 'und';
  let most = 0;
  for (const [language, share] of shares) if (share > most) [main, most] = [language, share];
  return main;
}
