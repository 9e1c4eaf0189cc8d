/**
 * Matches expressions in a way that no expression can make slow: all its alternatives go through the text
 * side by side, and each character is looked at once for every one of them.
 */
import { shorthands, type CharacterSet } from './character-set.js';
import type { Pattern, Place } from './pattern.js';
import { compile, type Program } from './program.js';

/** A text that expressions are matched against; known by identity. */
export interface Subject {
  readonly text: string;
}

/** How much matching may cost, counted in instructions carried out. */
export interface Work {
  done: number;
  /** Past it, matching stops with TooMuchWork. */
  readonly limit: number;
}

/** Too much work. */
export class TooMuchWork extends Error {}

const emptySubject: Subject = { text: '' };

/** From so many instructions for each character of the text on, all of it is matched at once. */
const costly = 8;

/**
 * Asks of places in a text whether an expression matches from there on (`'begins'`) or up to there
 * (`'ends'`). Places are asked one by one, which mostly ends after a character or two; if that comes to cost
 * more than going through the whole text once, it is done.
 */
export class Matcher {
  readonly #pattern: Pattern;
  readonly #at: 'begins' | 'ends';
  readonly #near: Run;
  #far: Run | null = null;
  #subject: Subject = emptySubject;
  #spent = 0;
  #everywhere: Uint8Array | null = null;
  /** Instructions carried out so far. */
  steps = 0;

  /** Throws PatternError if the expression is too large. */
  constructor(pattern: Pattern, at: 'begins' | 'ends') {
    this.#pattern = pattern;
    this.#at = at;
    this.#near = new Run(pattern, at === 'begins' ? 1 : -1);
  }

  /** Throws TooMuchWork. */
  matches(subject: Subject, at: number, work: Work): boolean {
    if (subject !== this.#subject) {
      this.#subject = subject;
      this.#spent = 0;
      this.#everywhere = null;
    }
    const before = work.done;
    if (this.#everywhere === null) {
      const allowance = costly * subject.text.length + 1000 - this.#spent;
      const found = this.#near.from(subject, at, work, allowance);
      this.#spent += work.done - before;
      this.steps += work.done - before;
      if (found !== undefined) return found;
      this.#everywhere = this.#findAll(subject, work);
    }
    return ((this.#everywhere[at >> 3] ?? 0) & (1 << (at & 7))) !== 0;
  }

  #findAll(subject: Subject, work: Work): Uint8Array {
    const before = work.done;
    this.#far ??= new Run(this.#pattern, this.#at === 'begins' ? -1 : 1);
    const found = this.#far.everywhere(subject, work);
    this.steps += work.done - before;
    return found;
  }
}

/** An expression going through a text in one direction. */
class Run {
  readonly #program: Program;
  readonly #step: 1 | -1;
  readonly #looks = new Map<Pattern, Matcher>();
  /** Where the instructions are that wait for the next character, and for the one after it. */
  #now: Int32Array;
  #later: Int32Array;
  readonly #stack: Int32Array;
  readonly #seen: Int32Array;
  /** By character of ASCII: 1 if a match may begin with it; null if a match may be empty. */
  readonly #first: Uint8Array | null;
  #round = 0;
  #count = 0;
  #accepted = false;

  constructor(pattern: Pattern, step: 1 | -1) {
    this.#program = compile(pattern, step === -1);
    this.#step = step;
    const { instructions } = this.#program;
    const size = instructions.length;
    this.#now = new Int32Array(size);
    this.#later = new Int32Array(size);
    this.#stack = new Int32Array(size + 1);
    this.#seen = new Int32Array(size);
    this.#first = firstCharacters(this.#program);
    for (const own of instructions) {
      if (own.kind !== 'look' || this.#looks.has(own.item)) continue;
      this.#looks.set(own.item, new Matcher(own.item, own.ahead ? 'begins' : 'ends'));
    }
  }

  /** Whether it matches from a place on; undefined when that took more than the allowance. */
  from(subject: Subject, from: number, work: Work, allowance: number): boolean | undefined {
    // Most places end here.
    if (this.#first !== null && this.#first[codeAt(subject.text, from, this.#step)] === 0) {
      work.done++;
      return false;
    }
    const last = work.done + allowance;
    this.#begin();
    this.#enter(this.#program.start, subject, from, work);
    let at = from;
    for (;;) {
      if (this.#accepted) return true;
      if (this.#count === 0) return false;
      if (work.done > last) return undefined;
      const code = codeAt(subject.text, at, this.#step);
      if (code < 0) return false;
      at += code > 0xffff ? 2 * this.#step : this.#step;
      this.#advance(code, subject, at, work);
    }
  }

  /** All places where a match ends that began anywhere before: a bit each. */
  everywhere(subject: Subject, work: Work): Uint8Array {
    const { text } = subject;
    const found = new Uint8Array((text.length >> 3) + 1);
    let at = this.#step === 1 ? 0 : text.length;
    this.#begin();
    for (;;) {
      this.#enter(this.#program.start, subject, at, work);
      if (this.#accepted) found[at >> 3] = (found[at >> 3] ?? 0) | (1 << (at & 7));
      const code = codeAt(text, at, this.#step);
      if (code < 0) return found;
      at += code > 0xffff ? 2 * this.#step : this.#step;
      this.#advance(code, subject, at, work);
    }
  }

  #begin(): void {
    this.#round++;
    this.#count = 0;
    this.#accepted = false;
  }

  #advance(code: number, subject: Subject, at: number, work: Work): void {
    const waiting = this.#now;
    const count = this.#count;
    this.#now = this.#later;
    this.#later = waiting;
    this.#begin();
    const { instructions } = this.#program;
    work.done += count;
    for (let index = 0; index < count; index++) {
      const own = instructions[waiting[index] ?? 0];
      if (own?.kind === 'set' && isIn(own.set, code)) this.#enter(own.next, subject, at, work);
    }
    if (work.done > work.limit) throw new TooMuchWork();
  }

  /** Goes on to all instructions that take the next character. */
  #enter(start: number, subject: Subject, at: number, work: Work): void {
    const { instructions } = this.#program;
    const stack = this.#stack;
    let depth = 0;
    const push = (next: number): void => {
      if (this.#seen[next] === this.#round) return;
      this.#seen[next] = this.#round;
      stack[depth++] = next;
    };
    push(start);
    while (depth > 0) {
      depth -= 1;
      const index = stack[depth] ?? 0;
      const own = instructions[index];
      work.done++;
      if (own === undefined) continue;
      if (own.kind === 'set') this.#now[this.#count++] = index;
      else if (own.kind === 'accept') this.#accepted = true;
      else if (own.kind === 'split') {
        push(own.other);
        push(own.next);
      } else if (own.kind === 'place') {
        if (isPlace(subject.text, at, own.place)) push(own.next);
      } else if (this.#looks.get(own.item)?.matches(subject, at, work) !== own.negated)
        push(own.next);
    }
  }
}

const ascii = 0x80;

/** Which characters of ASCII a match may begin with; null if it need not have any character. */
function firstCharacters({ instructions, start }: Program): Uint8Array | null {
  const first = new Uint8Array(ascii);
  const seen = new Set<number>();
  const waiting = [start];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    if (seen.has(index)) continue;
    seen.add(index);
    const own = instructions[index];
    if (own === undefined || own.kind === 'accept') return null;
    if (own.kind !== 'set') {
      waiting.push(own.next);
      if (own.kind === 'split') waiting.push(own.other);
      continue;
    }
    for (let code = 0; code < ascii; code++) if (isIn(own.set, code)) first[code] = 1;
  }
  return first;
}

/** The character after (or before) a place; -1 at the end (or the beginning). */
function codeAt(text: string, at: number, step: 1 | -1): number {
  if (step === 1) return text.codePointAt(at) ?? -1;
  if (at <= 0) return -1;
  const unit = text.charCodeAt(at - 1);
  if (unit >= 0xdc00 && unit < 0xe000 && at > 1) {
    const whole = text.codePointAt(at - 2) ?? unit;
    if (whole > 0xffff) return whole;
  }
  return unit;
}

function isPlace(text: string, at: number, place: Place): boolean {
  switch (place) {
    case 'start':
      return at === 0;
    case 'end':
      return at === text.length;
    case 'word-boundary':
      return isBoundary(text, at);
    case 'no-word-boundary':
      return !isBoundary(text, at);
  }
}

const wordSet = shorthands['w'];

function isBoundary(text: string, at: number): boolean {
  return isWord(codeAt(text, at, -1)) !== isWord(codeAt(text, at, 1));
}

const isWord = (code: number): boolean => code >= 0 && wordSet !== undefined && isIn(wordSet, code);

/** What is known of sets: 1 for a character in it, 2 for one that isn't. */
const memory = new Map<string, Uint8Array>();
/** Sets that are remembered; beyond them all are asked again. */
const maxMemory = 400;
const remembered = 0x3100;
const ofSet = new WeakMap<CharacterSet, Uint8Array | null>();

function isIn(set: CharacterSet, code: number): boolean {
  // A single character is compared sooner than looked up.
  if (set.only !== undefined) return set.only === code;
  if (code >= remembered) return set.has(code);
  let known = ofSet.get(set);
  if (known === undefined) {
    known = memory.get(set.key) ?? (memory.size < maxMemory ? new Uint8Array(remembered) : null);
    if (known !== null) memory.set(set.key, known);
    ofSet.set(set, known);
  }
  if (known === null) return set.has(code);
  const answer = known[code] ?? 0;
  if (answer !== 0) return answer === 1;
  const is = set.has(code);
  known[code] = is ? 1 : 2;
  return is;
}
