/** Texts and their sentences, put together again from the rows of a file. */
import type { Paragraph, Sentence, Source, SourceText, Span } from '../../domain.js';
import { detectLanguages } from '../../language/detect-languages.js';
import type {
  WrittenCell,
  WrittenParagraph,
  WrittenTable,
} from '../../read/written/written-table.js';
import { segmentText } from '../../segment/segment-text.js';
import { withoutGuard } from '../../text/formula-guard.js';
import { sentenceSeparator } from '../../text/scripts.js';

/**
 * A text is not put together with gaps in it if they would be more than this many times its length, and
 * more than that many characters: then its offsets are not a text's.
 */
const mostTimes = 100;
const mostBlanks = 1_000_000;

/** In a passage that has fewer sentences by the usual rules, at most so many are cut. */
const mostCuts = 1000;

/** A cell of the file, and which sentences of its source it became. */
export interface PlacedCell {
  readonly cell: WrittenCell;
  /** Why its sentences are not part of the text proper. */
  readonly noise: Sentence['noise'];
  /** Numbers in the source. */
  numbers: readonly number[];
}

/** A source, put together again. */
export interface PlacedSource {
  readonly source: Source;
  /** Whether offsets or numbers of the file could not be kept. */
  readonly isRecounted: boolean;
}

/** A run of neighbouring sentences. */
export interface Run {
  readonly cell: WrittenCell;
  readonly noise: Sentence['noise'];
  readonly numbers: readonly number[];
  readonly paragraphs: readonly number[];
  readonly text: string;
  readonly start: number;
}

/**
 * Puts a source together from its cells: at the offsets of the file where its texts fit them, with
 * blanks between them, else one text below the other. The sentences of a cell are where sentences end
 * by the usual rules, as far as there are as many as the file says. Sets the cells' `numbers`.
 */
export function placeSource(
  table: WrittenTable,
  index: number,
  cells: readonly PlacedCell[],
): PlacedSource {
  const { name, format, textIs, length = 0 } = table.sources[index] ?? { name: '' };
  const isNumbered = number(cells);
  const runs: Run[] = [];
  for (const placed of cells) for (const run of runsOf(placed)) runs.push(run);
  runs.sort((x, y) => (x.numbers[0] ?? 0) - (y.numbers[0] ?? 0));
  const isPlaced = fit(runs);
  const { text, starts } = isPlaced ? spaced(runs, length) : stacked(runs);
  const details = paragraphDetails(cells);
  const sentences: Sentence[] = [];
  for (const [at, run] of runs.entries())
    for (const sentence of sentencesOf(run, starts[at] ?? 0)) sentences.push(sentence);
  const paragraphs = paragraphsOf(sentences, details);
  const source = withLanguages(
    { name, format: format ?? 'text', textIs: textIs ?? 'file', text },
    paragraphs,
    sentences,
  );
  return {
    source,
    isRecounted: !isNumbered || (!isPlaced && runs.some(({ start }) => start >= 0)),
  };
}

/** Gives all sentences numbers: those of the file if each is there once, else in the order of the rows. */
function number(cells: readonly PlacedCell[]): boolean {
  const seen = new Set<number>();
  const isNumbered = cells.every(
    ({ cell: { sentences } }) =>
      sentences.length > 0 && sentences.every((own) => !seen.has(own) && seen.add(own)),
  );
  let next = 1;
  for (const placed of cells) {
    const { sentences, count } = placed.cell;
    placed.numbers = isNumbered ? sentences : Array.from({ length: count }, () => next++);
  }
  return isNumbered || cells.every(({ cell }) => cell.sentences.length === 0);
}

/** The runs of a cell, whose sentences have their numbers: one for each of its spans if its text consists of them. */
export function runsOf({ cell, noise, numbers }: PlacedCell): Run[] {
  const { spans, paragraphs } = cell;
  const [only] = spans;
  // Nearly all cells of a long text: as few objects as possible.
  if (numbers.length === 1 && only && spans.length === 1) {
    const own = unguarded(cell);
    const isFitting = own.length <= only.end - only.start;
    return [
      {
        cell,
        noise,
        numbers,
        paragraphs: paragraphs.length === 1 ? [paragraphs[0]?.number ?? 0] : [0],
        text: own,
        start: isFitting ? only.start : -1,
      },
    ];
  }
  const groups = neighbours(numbers);
  const separator = sentenceSeparator(cell.language ?? 'und');
  const text = unguarded(cell);
  const paragraphOf = (at: number): number =>
    paragraphs[Math.floor((at * paragraphs.length) / numbers.length)]?.number ?? 0;
  const length = spans.reduce((sum, { start, end }) => sum + end - start, 0);
  const isWhole =
    groups.length === spans.length &&
    length + separator.length * (spans.length - 1) === text.length;
  if (!isWhole) {
    if (groups.length > 1) return scattered({ cell, noise, numbers }, groups, text, paragraphOf);
    const [first] = spans;
    // A line break may have become one blank: the text still begins where it did.
    const isShorter =
      first !== undefined && spans.length === 1 && text.length < first.end - first.start;
    return [
      {
        cell,
        noise,
        numbers,
        paragraphs: numbers.map((_, at) => paragraphOf(at)),
        text,
        start: isShorter ? first.start : -1,
      },
    ];
  }
  let at = 0;
  let from = 0;
  return spans.map(({ start, end }, index): Run => {
    const own = groups[index] ?? [];
    const first = at;
    at += own.length;
    const piece = text.slice(from, from + end - start);
    from += end - start + separator.length;
    return {
      cell,
      noise,
      numbers: own,
      paragraphs: own.map((_, place) => paragraphOf(first + place)),
      text: piece,
      start,
    };
  });
}

/** Runs apart from each other whose texts' lengths are not known. */
function scattered(
  { cell, noise, numbers }: PlacedCell,
  groups: readonly (readonly number[])[],
  text: string,
  paragraphOf: (at: number) => number,
): Run[] {
  const sentences = splitInto(text, cell.language ?? 'und', numbers.length);
  let at = 0;
  return groups.map((own): Run => {
    const first = at;
    at += own.length;
    const [begin, end] = [sentences[first]?.start, sentences[at - 1]?.end];
    return {
      cell,
      noise,
      numbers: own,
      paragraphs: own.map((_, place) => paragraphOf(first + place)),
      text: text.slice(begin ?? text.length, end ?? text.length),
      start: -1,
    };
  });
}

/** The text without the `'` that keeps spreadsheets from running it, if the offsets say that it is none of its own. */
function unguarded({ text, spans, edit }: WrittenCell): string {
  const [only] = spans;
  const isLonger = only && spans.length === 1 && text.length === only.end - only.start + 1;
  return isLonger === true && edit === undefined ? withoutGuard(text) : text;
}

function neighbours(numbers: readonly number[]): number[][] {
  const groups: number[][] = [];
  numbers.forEach((own, at) => {
    if (at > 0 && own === (numbers[at - 1] ?? 0) + 1) groups.at(-1)?.push(own);
    else groups.push([own]);
  });
  return groups;
}

/** Whether all runs stand where the file says without overlapping. */
function fit(runs: readonly Run[]): boolean {
  let end = 0;
  for (const { start, text } of runs) {
    if (start < end) return false;
    end = start + text.length;
  }
  return end <= mostEnd(runs);
}

function mostEnd(runs: readonly Run[]): number {
  return longestText(runs.reduce((sum, { text }) => sum + text.length, 0));
}

/** How long a text may be that has so many characters of sentences. */
export function longestText(characters: number): number {
  return characters * mostTimes + mostBlanks;
}

/** The text, of this length if it is known, with blanks for what no row has: line breaks between paragraphs. */
function spaced(runs: readonly Run[], length: number): { text: string; starts: number[] } {
  const parts: string[] = [];
  let end = 0;
  let paragraph = 0;
  for (const { start, text, paragraphs } of runs) {
    const gap = start - end;
    const isNew = end > 0 && paragraphs[0] !== paragraph;
    const breaks = isNew ? '\n\n'.slice(0, gap) : '';
    parts.push(breaks, ' '.repeat(gap - breaks.length), text);
    end = start + text.length;
    paragraph = paragraphs.at(-1) ?? 0;
  }
  const rest = Math.min(length, mostEnd(runs)) - end;
  parts.push(' '.repeat(Math.max(0, rest)));
  return { text: parts.join(''), starts: runs.map(({ start }) => start) };
}

function stacked(runs: readonly Run[]): { text: string; starts: number[] } {
  let length = 0;
  const starts = runs.map(({ text }) => {
    const start = length;
    length += text.length + 1;
    return start;
  });
  return { text: runs.map(({ text }) => text).join('\n'), starts };
}

/** The sentences of a run that begins there. Their languages are those of the file. */
export function sentencesOf(run: Run, start: number): Sentence[] {
  const { cell, noise, numbers, paragraphs, text } = run;
  const language = cell.language ?? 'und';
  const spans = splitInto(text, language, numbers.length);
  return numbers.map((own, at) => {
    const span = spans[at] ?? { start: text.length, end: text.length };
    return {
      number: own,
      // Without paragraphs in the file, each sentence is one.
      paragraph: paragraphs[at] || own,
      language,
      text: text.slice(span.start, span.end),
      start: start + span.start,
      end: start + span.end,
      noise,
    };
  });
}

/** Cuts a text into so many sentences: at line breaks if there are as many, else where sentences end. */
function splitInto(text: string, language: string, count: number): readonly Span[] {
  if (count === 1) return [{ start: 0, end: text.length }];
  const lines = linesOf(text);
  if (lines.length === count) return lines;
  const found = [...segmentText(text, language)];
  while (found.length > count) {
    const last = found.pop();
    const before = found.pop();
    if (last && before) found.push({ start: before.start, end: last.end });
  }
  // More is no text of sentences; the rest of them is empty.
  for (let steps = 0; found.length < count && steps < mostCuts; steps++) {
    const longest = found.reduce(
      (most, own, at) => (length(own) > length(found[most]) ? at : most),
      0,
    );
    const parts = halves(text, found[longest]);
    if (!parts) break;
    found.splice(longest, 1, ...parts);
  }
  return found;
}

const length = (span: Span | undefined): number => (span ? span.end - span.start : 0);

function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  let start = 0;
  for (const found of text.matchAll(/\r\n|[\n\r]/g)) {
    lines.push({ start, end: found.index });
    start = found.index + found[0].length;
  }
  return [...lines, { start, end: text.length }];
}

/** Two parts of a passage, cut at the blank that is nearest to its middle; undefined if it has none. */
function halves(text: string, span: Span | undefined): [Span, Span] | undefined {
  if (!span) return undefined;
  const middle = (span.start + span.end) >> 1;
  const before = text.lastIndexOf(' ', middle);
  const after = text.indexOf(' ', middle);
  const isBefore =
    before > span.start && (after < 0 || after >= span.end || middle - before <= after - middle);
  const cut = isBefore ? before : after;
  return cut > span.start && cut < span.end - 1
    ? [
        { start: span.start, end: cut },
        { start: cut + 1, end: span.end },
      ]
    : undefined;
}

function paragraphDetails(cells: readonly PlacedCell[]): Map<number, WrittenParagraph> {
  const details = new Map<number, WrittenParagraph>();
  for (const { cell } of cells) for (const own of cell.paragraphs) details.set(own.number, own);
  return details;
}

/** Whether numbers of paragraphs up to `last` leave out more than there are. */
export function areSparse(last: number, count: number): boolean {
  return last > 1000 + 10 * count;
}

type BareParagraph = Omit<Paragraph, 'language' | 'confidence'> & { readonly isThere: boolean };

/**
 * The paragraphs of these sentences, by number; those that no sentence is in are empty. Without such
 * numbers, or if they leave more out than there are sentences, they are counted anew.
 */
function paragraphsOf(
  sentences: Sentence[],
  details: ReadonlyMap<number, WrittenParagraph>,
): BareParagraph[] {
  const spans = new Map<number, { start: number; end: number; noise: Sentence['noise'] }>();
  for (const { paragraph, start, end, noise } of sentences) {
    const own = spans.get(paragraph);
    if (own) {
      own.end = Math.max(own.end, end);
      if (noise === null) own.noise = null;
    } else spans.set(paragraph, { start, end, noise });
  }
  const numbers = [...spans.keys()].sort((x, y) => x - y);
  const last = numbers.at(-1) ?? 0;
  const isSparse = areSparse(last, numbers.length);
  if (isSparse) {
    const renumbered = new Map(numbers.map((own, at) => [own, at + 1]));
    sentences.forEach((sentence, at) => {
      sentences[at] = { ...sentence, paragraph: renumbered.get(sentence.paragraph) ?? 1 };
    });
  }
  const paragraphs: BareParagraph[] = [];
  let end = -1;
  let next = 0;
  for (let number = 1; number <= (isSparse ? numbers.length : last); number++) {
    const was = isSparse ? (numbers[number - 1] ?? number) : number;
    const own = spans.get(was);
    const { heading = 0, kind, locator, segmented } = details.get(was) ?? {};
    while ((numbers[next] ?? Infinity) < was) next++;
    const start: number =
      own?.start ?? Math.min(end + 1, spans.get(numbers[next] ?? 0)?.start ?? 0);
    paragraphs.push({
      number,
      start,
      end: own?.end ?? start,
      heading,
      ...(kind && { kind }),
      noise: own?.noise ?? null,
      ...(locator && { locator }),
      ...(segmented && { segmented }),
      isThere: own !== undefined,
    });
    end = own?.end ?? start;
  }
  return paragraphs;
}

/** Paragraphs and sentences with their languages: those of the file, else those that they seem to be in. */
function withLanguages(
  read: Omit<SourceText, 'blocks'>,
  bare: readonly BareParagraph[],
  sentences: readonly Sentence[],
): Source {
  const languages = new Map<number, string>();
  for (const { paragraph, language } of sentences)
    if (language !== 'und' || !languages.has(paragraph)) languages.set(paragraph, language);
  const isKnown = sentences.some(({ language }) => language !== 'und');
  const blocks = bare.map(({ isThere: _isThere, ...block }) => block);
  const paragraphs = isKnown
    ? blocks.map((block): Paragraph => {
        const language = languages.get(block.number) ?? 'und';
        return { ...block, language, confidence: language === 'und' ? 0 : 1 };
      })
    : detectLanguages({ ...read, blocks }, { whole: true });
  return {
    ...read,
    paragraphs,
    sentences: isKnown
      ? sentences
      : sentences.map((sentence) => ({
          ...sentence,
          language: paragraphs[sentence.paragraph - 1]?.language ?? 'und',
        })),
  };
}
