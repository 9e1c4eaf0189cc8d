/** Which parts of a text have counterparts: its chapters, or its tenths where no headings are known. */
import type { Paragraph } from '../domain.js';

/** A part of a text. */
export interface CoveredPart {
  /** The heading, or `1/10`. */
  readonly title: string;
  readonly sentences: number;
  /** How many of them are in rows that link something. */
  readonly paired: number;
}

/** What is known of the text before its rows come. */
export interface CoveredText {
  readonly sentences: number;
}

interface Section {
  readonly paragraph: number;
  readonly level: number;
  title: string;
  sentences: number;
  paired: number;
}

/** More headings than this are none of chapters. */
const mostSections = 10_000;
const longestTitle = 80;
/** A text is divided into so many parts, or fewer, if they would have fewer sentences than that. */
const mostParts = 10;
const leastSentences = 2;

/** Counts the sentences of one text as its rows come, in any order. */
export class Coverage {
  readonly #total: number;
  readonly #equal: { sentences: number; paired: number }[];
  /** By paragraph, ascending; the first one is what comes before any heading. */
  readonly #sections: Section[] = [
    { paragraph: 0, level: Infinity, title: '', sentences: 0, paired: 0 },
  ];

  constructor({ sentences }: CoveredText) {
    this.#total = Math.max(1, sentences);
    const length = Math.min(mostParts, Math.max(1, Math.floor(sentences / leastSentences)));
    this.#equal = Array.from({ length }, () => ({ sentences: 0, paired: 0 }));
  }

  /** A sentence, its paragraph if that is known, and whether it has a counterpart. */
  add(
    {
      number,
      paragraph,
      text,
    }: { readonly number: number; readonly paragraph: number; readonly text: string },
    of: Pick<Paragraph, 'heading'> | undefined,
    isPaired: boolean,
  ): void {
    const { length } = this.#equal;
    const part = Math.min(length - 1, Math.floor(((number - 1) * length) / this.#total));
    count(this.#equal[part], isPaired);
    if (of !== undefined && of.heading > 0) this.#seeHeading(paragraph, of.heading, text);
    count(this.#sections[this.#indexAt(paragraph)], isPaired);
  }

  /** The last section that begins at a paragraph or before. */
  #indexAt(paragraph: number): number {
    let [low, high] = [0, this.#sections.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#sections[middle]?.paragraph ?? 0) <= paragraph) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #seeHeading(paragraph: number, level: number, text: string): void {
    const at = this.#indexAt(paragraph);
    const known = this.#sections[at];
    if (known?.paragraph === paragraph) {
      if (known.title.length < longestTitle)
        known.title = `${known.title} ${text}`.slice(0, longestTitle);
      return;
    }
    if (this.#sections.length >= mostSections) return;
    const title = text.slice(0, longestTitle);
    this.#sections.splice(at + 1, 0, { paragraph, level, title, sentences: 0, paired: 0 });
  }

  /** The parts in order; those without a sentence are left out. */
  parts(): CoveredPart[] {
    const headed = this.#sections.slice(1);
    if (headed.length < 2)
      return this.#equal.flatMap((part, index) =>
        part.sentences > 0 ? [{ title: `${index + 1}/${this.#equal.length}`, ...part }] : [],
      );
    const top = chapterLevel(headed);
    const parts: { title: string; sentences: number; paired: number }[] = [];
    for (const { level, title, sentences, paired } of this.#sections) {
      const last = parts.at(-1);
      if (!last || level <= top) parts.push({ title, sentences, paired });
      else {
        last.sentences += sentences;
        last.paired += paired;
      }
    }
    return parts.filter(({ sentences }) => sentences > 0);
  }
}

/** The highest level with more than one heading: a single one is the title of the whole. */
function chapterLevel(sections: readonly Section[]): number {
  const levels = [...new Set(sections.map(({ level }) => level))].sort((x, y) => x - y);
  return (
    levels.find((level) => sections.filter((own) => own.level <= level).length > 2) ??
    levels[0] ??
    1
  );
}

function count(part: { sentences: number; paired: number } | undefined, isPaired: boolean): void {
  if (!part) return;
  part.sentences++;
  if (isPaired) part.paired++;
}
