/** Splits sentences by the rules of a file of SRX. */
import type { Span } from '../../domain.js';
import { AppError } from '../../errors.js';
import { rulePlace, type SrxRules } from '../../read/splitting/rules.js';
import { Matcher, TooMuchWork, type Subject, type Work } from '../../text/patterns/matcher.js';
import { parsePattern } from '../../text/patterns/parse-pattern.js';
import { sequence, type Pattern } from '../../text/patterns/pattern.js';
import { continuesCharacter } from '../characters.js';

interface Rule {
  readonly breaks: boolean;
  /** Null matches everywhere. */
  readonly before: Matcher | null;
  readonly after: Matcher | null;
  readonly list: string;
  /** Within its list, from 0. */
  readonly index: number;
}

/** Instructions for a character of all text so far. Rules as programs ship them take ten to thirty. */
const stepsACharacter = 120;
/** What short texts may take: a second or two. */
const fewestSteps = 100_000_000;
/** What all texts may take, however long: ten seconds or so. A hundred million characters by common rules. */
const mostSteps = 1_200_000_000;

/** The rules of a file, made ready language by language. */
export class SrxSplitter {
  readonly #rules: SrxRules;
  readonly #languages: readonly Matcher[];
  readonly #byList = new Map<string, Rule[]>();
  readonly #byLanguage = new Map<string, readonly Rule[] | null>();
  readonly #mostSteps: number;
  readonly #work: { done: number; limit: number };

  /** @param most instructions that all texts together may take */
  constructor(rules: SrxRules, most = mostSteps) {
    this.#rules = rules;
    this.#mostSteps = most;
    this.#work = { done: 0, limit: Math.min(fewestSteps, most) };
    // The whole tag, whatever its case.
    this.#languages = rules.maps.map(
      ({ languages }) =>
        new Matcher(
          sequence([
            parsePattern(`(?i:${languages})`),
            { kind: 'place', place: 'end' } satisfies Pattern,
          ]),
          'begins',
        ),
    );
  }

  /**
   * The sentences of a paragraph, trimmed, in order; null if the file has no rules for the language. Line
   * breaks must be blanks by now.
   *
   * @param staysOpen a place behind a full stop where no sentence ends, whatever the rules say
   * @throws AppError `bad-rules` if a rule takes too much work
   */
  split(
    text: string,
    language: string,
    staysOpen?: (text: string, at: number) => boolean,
  ): Span[] | null {
    const rules = this.#rulesFor(language);
    if (rules === null) return null;
    const places = this.#findBreaks(text, rules);
    return cut(
      text,
      staysOpen ? places.filter((at) => !staysOpen(text, blanksBefore(text, at))) : places,
    );
  }

  #rulesFor(language: string): readonly Rule[] | null {
    const known = this.#byLanguage.get(language);
    if (known !== undefined) return known;
    const { maps, cascade } = this.#rules;
    const subject = { text: language };
    const matching = maps.filter((_, index) =>
      this.#languages[index]?.matches(subject, 0, this.#work),
    );
    const used = cascade ? [...new Set(matching.map(({ list }) => list))] : [];
    const [first] = matching;
    if (!cascade && first) used.push(first.list);
    const rules = used.length === 0 ? null : used.flatMap((list) => this.#compiled(list));
    this.#byLanguage.set(language, rules);
    return rules;
  }

  #compiled(name: string): Rule[] {
    const known = this.#byList.get(name);
    if (known) return known;
    const { rules = [] } = this.#rules.lists.find((list) => list.name === name) ?? {};
    const compiled = rules.map(({ breaks, before, after }, index): Rule => ({
      breaks,
      before: before === '' ? null : new Matcher(parsePattern(before), 'ends'),
      after: after === '' ? null : new Matcher(parsePattern(after), 'begins'),
      list: name,
      index,
    }));
    this.#byList.set(name, compiled);
    return compiled;
  }

  /** Places where a rule breaks and none before it says otherwise. */
  #findBreaks(text: string, rules: readonly Rule[]): number[] {
    const subject: Subject = { text };
    const work: Work = this.#work;
    this.#work.limit = Math.min(this.#mostSteps, this.#work.limit + stepsACharacter * text.length);
    const stepsBefore = rules.map(stepsOf);
    const lastBreak = rules.findLastIndex(({ breaks }) => breaks);
    const breaking = rules.slice(0, lastBreak + 1);
    const matches = ({ before, after }: Rule, at: number): boolean =>
      (after === null || after.matches(subject, at, work)) &&
      (before === null || before.matches(subject, at, work));
    const places: number[] = [];
    try {
      for (let at = 1; at < text.length; at++) {
        if (isInsideCharacter(text, at)) continue;
        const found = breaking.findIndex((rule) => rule.breaks && matches(rule, at));
        if (found < 0) continue;
        const kept = breaking.findIndex(
          (rule, index) => index < found && !rule.breaks && matches(rule, at),
        );
        if (kept < 0 && !continuesCharacter(text, at)) places.push(at);
      }
    } catch (error) {
      if (!(error instanceof TooMuchWork)) throw error;
      const spent = rules.map((rule, index) => stepsOf(rule) - (stepsBefore[index] ?? 0));
      throw this.#tooSlow(rules[spent.indexOf(Math.max(...spent))], text);
    }
    return places;
  }

  #tooSlow(slowest: Rule | undefined, text: string): AppError {
    const place = slowest ? rulePlace(slowest.list, slowest.index) : 'the rules';
    const start = text.slice(0, 40);
    return new AppError(
      'bad-rules',
      `${this.#rules.name}: ${place} takes too long on the paragraph that begins "${start}"`,
      { hint: 'simplify its expressions, above all repeats inside repeats, or split the text' },
    );
  }
}

const stepsOf = ({ before, after }: Rule): number => (before?.steps ?? 0) + (after?.steps ?? 0);

/** Between the halves of a character beyond the first plane. */
function isInsideCharacter(text: string, at: number): boolean {
  const low = text.charCodeAt(at);
  if (low < 0xdc00 || low > 0xdfff) return false;
  const high = text.charCodeAt(at - 1);
  return high >= 0xd800 && high < 0xdc00;
}

/** Where the blanks before a place begin. */
function blanksBefore(text: string, at: number): number {
  let from = at;
  while (from > 0 && /\s/.test(text.charAt(from - 1))) from--;
  return from;
}

/** Blanks around a place belong to no sentence. */
function cut(text: string, places: readonly number[]): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const to of [...places, text.length]) {
    const slice = text.slice(from, to);
    const lead = slice.length - slice.trimStart().length;
    const length = slice.trim().length;
    if (length > 0) spans.push({ start: from + lead, end: from + lead + length });
    from = to;
  }
  return spans;
}
