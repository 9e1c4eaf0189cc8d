/** Reads SRX 2.0, the segmentation rules of translation programs. */
import { AppError } from '../../errors.js';
import { patternProblem } from '../../text/patterns/is-pattern.js';
import { parseXmlBytes, type XmlElement } from '../xml/parse-xml.js';
import { rulePlace, type SrxRule, type SrxRules } from './rules.js';

/** Rules of a file. */
const maxRules = 20_000;
/** Deepest is a part of a rule: srx, body, languagerules, languagerule, rule, beforebreak. */
const mostDepth = 16;

const hint = 'paralign reads SRX 2.0, as OmegaT and Okapi save it';

/** An error in a file of rules. */
export function badRules(name: string, reason: string, cause?: unknown): AppError {
  return new AppError('bad-rules', `${name}: ${reason}`, { hint, cause });
}

/**
 * Reads rules and checks all their expressions.
 *
 * What the header says of `segmentsubflows` and `formathandle` is about codes of formatting inside a
 * sentence: a text has none by the time it is split, so neither is heeded.
 *
 * @param name the file, for messages
 * @throws AppError `bad-rules` with the rule and the place in it, `unreadable-document` for what is no XML,
 *   `undecodable-source`
 */
export async function readSrx(name: string, bytes: Uint8Array): Promise<SrxRules> {
  const builder = new SrxBuilder(name);
  await parseXmlBytes(
    name,
    bytes,
    {
      open: (element) => builder.open(element),
      close: () => builder.close(),
      text: (text) => builder.text(text),
    },
    { mostDepth },
  );
  return builder.finish();
}

interface OpenRule {
  readonly breaks: boolean;
  before: string;
  after: string;
}

/** Elements by the element that holds them; others of SRX's namespace mean nothing here. */
const parents: Readonly<Record<string, string>> = {
  rule: 'languagerule',
  beforebreak: 'rule',
  afterbreak: 'rule',
};

class SrxBuilder {
  readonly #name: string;
  readonly #path: string[] = [];
  readonly #lists = new Map<string, SrxRule[]>();
  readonly #maps: { languages: string; list: string }[] = [];
  /** OmegaT leaves the attribute out of its own rules, and always goes through all lists. */
  #cascade = true;
  #list: { readonly name: string; readonly rules: SrxRule[] } | null = null;
  #rule: OpenRule | null = null;
  #count = 0;

  constructor(name: string) {
    this.#name = name;
  }

  open({ local, uri, attributes, depth }: XmlElement): void {
    if (depth === 1) this.#checkRoot(local, uri, attributes['version']);
    // What programs add stands in namespaces of their own.
    const own = uri === '' || /srx/i.test(uri) ? local : '';
    const parent = this.#path.at(-1);
    if (parent === 'beforebreak' || parent === 'afterbreak') {
      throw badRules(this.#name, `${this.#place()}: <${local}> inside <${parent}>`);
    }
    this.#path.push(own === '' || (parents[own] ?? parent) === parent ? own : '');
    switch (this.#path.at(-1)) {
      case 'header':
        this.#cascade = this.#yes(attributes['cascade'], true);
        break;
      case 'languagerule':
        this.#openList(attributes['languagerulename']);
        break;
      case 'rule':
        if (++this.#count > maxRules) {
          throw badRules(this.#name, `more than ${maxRules} rules`);
        }
        this.#rule = { breaks: this.#yes(attributes['break'], true), before: '', after: '' };
        break;
      case 'languagemap':
        this.#addMap(attributes['languagepattern'], attributes['languagerulename']);
        break;
    }
  }

  close(): void {
    const name = this.#path.pop();
    if (name === 'languagerule') this.#list = null;
    if (name !== 'rule' || this.#rule === null) return;
    const rule = this.#rule;
    for (const part of ['before', 'after'] as const) {
      const problem = patternProblem(rule[part]);
      if (problem === null) continue;
      throw badRules(this.#name, `${this.#place()}: <${part}break> cannot be used: ${problem}`);
    }
    this.#list?.rules.push({ ...rule });
    this.#rule = null;
  }

  text(text: string): void {
    const name = this.#path.at(-1);
    if (this.#rule === null) return;
    if (name === 'beforebreak') this.#rule.before += text;
    if (name === 'afterbreak') this.#rule.after += text;
  }

  finish(): SrxRules {
    if (this.#count === 0) throw badRules(this.#name, 'there are no rules in it');
    if (this.#maps.length === 0) {
      throw badRules(this.#name, 'no language has rules: there is no <languagemap>');
    }
    const missing = this.#maps.find(({ list }) => !this.#lists.has(list));
    if (missing !== undefined) {
      throw badRules(
        this.#name,
        `the languages "${missing.languages}" have the rules "${missing.list}", which do not exist`,
      );
    }
    return {
      name: this.#name,
      cascade: this.#cascade,
      maps: this.#maps,
      lists: [...this.#lists].map(([name, rules]) => ({ name, rules })),
    };
  }

  #checkRoot(local: string, uri: string, version: string | undefined): void {
    if (local !== 'srx') {
      throw badRules(this.#name, `is not SRX: its first element is <${local}>`);
    }
    if (version === '2.0') return;
    const old = version ?? (/srx10/i.test(uri) ? '1.0' : undefined);
    throw badRules(
      this.#name,
      old === undefined ? 'says no version of SRX' : `is SRX of version ${old}`,
    );
  }

  #openList(name: string | undefined): void {
    if (name === undefined) throw badRules(this.#name, 'a <languagerule> has no name');
    if (this.#lists.has(name)) {
      throw badRules(this.#name, `the rules "${name}" are defined twice`);
    }
    const rules: SrxRule[] = [];
    this.#lists.set(name, rules);
    this.#list = { name, rules };
  }

  #addMap(languages: string | undefined, list: string | undefined): void {
    if (languages === undefined || list === undefined) {
      throw badRules(this.#name, 'a <languagemap> needs a languagepattern and a languagerulename');
    }
    const problem = patternProblem(languages);
    if (problem !== null) {
      throw badRules(this.#name, `the languagepattern "${languages}" cannot be used: ${problem}`);
    }
    this.#maps.push({ languages, list });
  }

  #yes(value: string | undefined, standard: boolean): boolean {
    if (value === undefined) return standard;
    const known = value.trim().toLowerCase();
    if (known === 'yes' || known === 'no') return known === 'yes';
    const [place, attribute] =
      this.#list === null ? ['<header>', 'cascade'] : [this.#place(), 'break'];
    throw badRules(this.#name, `${place}: ${attribute}="${value}" must be yes or no`);
  }

  /** The rule that is being read. */
  #place(): string {
    const list = this.#list;
    if (list === null) return `rule ${this.#count}`;
    return rulePlace(list.name, list.rules.length);
  }
}
