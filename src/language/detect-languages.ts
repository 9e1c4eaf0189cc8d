import type { Block, Paragraph, SourceText, Span } from '../domain.js';
import { cutAtSwitches } from './cut-at-switches.js';
import { glanceAt, likeliest, rankLanguages, weighEvidence, type Evidence } from './evidence.js';
import { evidenceText } from './prepare.js';
import { areRelatives } from './relatives.js';
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
/** Share assumed for a language that the document does not contain. */
const unseenShare = 0.08;
/**
 * The words of one text are not independent evidence, so likelihoods are tempered for the
 * confidence.
 */
const temper = 0.4;
/** Numbers are in no language. */
const romanNumeral = /^[IVXLCDM]+$/;
/** Shorter passages without a clear answer get the document's language. */
const clearLetters = 12;
/** A guess among many candidates is not trusted, even in longer passages. */
const leastConfidence = 0.11;
const minConfidence = 0.25;
/** With fewer letters than this, the document's language prevails over its relatives ... */
const shortLetters = 60;
/** ... unless they explain the text better by this many nats. */
const relativeNats = 3;
/** A relative with this share of the document, and this many letters, is not a mistake. */
const relativeShare = 0.03;
const relativeLetters = 100;
/**
 * The languages found in a script are evidence for other text in that script: this share is little
 * ...
 */
const littleShare = 0.1;
/** ... and so is this number of letters. */
const littleLetters = 30;
/**
 * Bonus in nats for the most widely read language of a script, if the document has next to nothing
 * in that script.
 */
const commonNats = 4;
const mostCommon = new Set(['ru', 'ar', 'hi', 'en']);
/** A document with fewer letters, counting only its clear pieces, has no main language. */
const minDocument = 8;

/**
 * Gives each block of a source a language and a confidence. The languages of the whole document are
 * the prior, which matters much for a heading and not at all for a long paragraph. A block that
 * changes language is split at that sentence (unless blocks must stay whole), and all blocks are
 * renumbered. What the file states decides only where that leaves a language open.
 */
export function detectLanguages(source: SourceText, options: LanguageOptions = {}): Paragraph[] {
  if (options.language !== undefined) {
    const language = options.language;
    return source.blocks.map(({ stated: _stated, ...block }) => ({
      ...block,
      language,
      confidence: 1,
    }));
  }
  const text = withoutMarkup(source);
  const only =
    options.only && options.only.length > 0 ? new Set(options.only.map(primaryLanguage)) : null;
  const spansOf = (block: Block): readonly Span[] =>
    options.whole === true || block.segmented === true
      ? [{ start: block.start, end: block.end }]
      : withMarkup(
          source.text,
          block,
          cutAtSwitches(text, block, (unit) => glanceAt(evidenceText(unit), only)),
        );
  const pieces = source.blocks.flatMap((block) => spansOf(block).map((span) => ({ block, span })));
  const evidence = pieces.map(({ span }) => {
    const own = evidenceText(text.slice(span.start, span.end));
    const found = romanNumeral.test(own) ? null : weighEvidence(own, only);
    return found && (found.letters >= minLetters || found.distinct) ? found : null;
  });
  const shares = documentShares(evidence);
  const main = mainLanguage(shares);
  const total = evidence.reduce((sum, found) => sum + (found?.letters ?? 0), 0);
  const found = pieces.map(({ block, span }, index) =>
    paragraph(block, span, index, {
      evidence: evidence[index] ?? null,
      shares,
      main,
      total,
    }),
  );
  if (source.blocks.every(({ stated }) => stated === undefined)) return found;
  const passages = found.map((own, index) => {
    const tag = pieces[index]?.block.stated;
    const isMeant = tag === undefined || only === null || only.has(primaryLanguage(tag));
    return {
      paragraph: own,
      evidence: evidence[index] ?? null,
      stated: isMeant ? tag : undefined,
    };
  });
  return heedStated(passages);
}

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

/** What the paragraphs with a clear language say about the whole document. */
interface DocumentLanguages {
  /** Share of each language in the document. */
  readonly shares: ReadonlyMap<string, number>;
  /** The language with the largest share. */
  readonly main: string;
  /** Number of letters in all paragraphs. */
  readonly total: number;
}

function paragraph(
  block: Block,
  span: Span,
  index: number,
  known: DocumentLanguages & { readonly evidence: Evidence | null },
): Paragraph {
  const { markup, stated: _stated, ...rest } = block;
  const inside = markupWithin(markup, span);
  // A span may be the block itself.
  const { start, end } = span;
  const base = { ...rest, start, end, number: index + 1, ...(inside && { markup: inside }) };
  if (!known.evidence) {
    return { ...base, language: known.main, confidence: known.main === 'und' ? 0 : 0.5 };
  }
  const { evidence, main } = known;
  const { language, confidence } = decide(evidence, languagePrior(evidence, known));
  // With only a word or two: the document's language, if it is written in this script.
  const clear = confidence >= (evidence.letters >= clearLetters ? leastConfidence : minConfidence);
  if (clear || (!evidence.languages.includes(main) && (evidence.distinct || main !== 'und'))) {
    return { ...base, language, confidence };
  }
  return { ...base, language: main, confidence: main === 'und' ? 0 : confidence };
}

/**
 * Logarithm of the prior that the document gives a language, among the text in the same script: a
 * little Japanese in an English document suggests that other ideographs are Japanese, too.
 */
function languagePrior(
  { letters, distinct, languages }: Evidence,
  { shares, main, total }: DocumentLanguages,
): (language: string) => number {
  let within = 0;
  for (const language of languages) within += shares.get(language) ?? 0;
  const scale = Math.min(1, within + littleShare + littleLetters / Math.max(1, total));
  const guess =
    within * total < clearLetters && letters < clearLetters && (distinct || main !== 'und');
  return (language) => {
    const whole = shares.get(language) ?? 0;
    const share = whole / scale;
    const seen = whole >= relativeShare && whole * total >= relativeLetters;
    const doubt =
      letters < shortLetters && !seen && language !== main && areRelatives(language, main);
    return (
      (shares.size === 0 ? 0 : Math.log(unseenShare + (1 - unseenShare) * share)) -
      (doubt ? relativeNats : 0) +
      (guess && mostCommon.has(language) ? commonNats : 0)
    );
  };
}

/** The language with the highest posterior, and a roughly calibrated probability that it is right. */
function decide(
  evidence: Evidence,
  priorOf: (language: string) => number,
): { language: string; confidence: number } {
  let best = { language: 'und', score: -Infinity };
  const posteriors = rankLanguages(evidence).map(({ language, logLikelihood }) => {
    const prior = priorOf(language);
    const score = temper * logLikelihood + prior;
    const whole = logLikelihood + prior;
    if (whole > best.score) best = { language, score: whole };
    return { language, score };
  });
  const chosen = posteriors.find(({ language }) => language === best.language)?.score ?? 0;
  let sum = 0;
  for (const { score } of posteriors) sum += Math.exp(score - chosen);
  return { language: best.language, confidence: Math.min(0.999, 1 / sum) };
}

/**
 * Share of each language in the document, in letters, counting only the pieces with a clear
 * language: a wrong guess for one heading must not influence the next.
 */
function documentShares(evidence: readonly (Evidence | null)[]): Map<string, number> {
  const shares = new Map<string, number>();
  let total = 0;
  for (const found of evidence) {
    if (!found) continue;
    const best = likeliest(found);
    const language = found.languages[best] ?? 'und';
    const others = found.logLikelihoods.filter((_, at) => at !== best);
    const margin = (found.logLikelihoods[best] ?? 0) - Math.max(...others);
    const weight = found.letters * Math.min(1, margin / 6);
    shares.set(language, (shares.get(language) ?? 0) + weight);
    total += weight;
  }
  if (total < minDocument) return new Map();
  for (const [language, letters] of shares) shares.set(language, letters / total);
  return shares;
}

function mainLanguage(shares: ReadonlyMap<string, number>): string {
  let main = 'und';
  let most = 0;
  for (const [language, share] of shares) if (share > most) [main, most] = [language, share];
  return main;
}
