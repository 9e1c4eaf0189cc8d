/** Search in texts: case and accents matter only if they are typed, as in the review. */

const marks = /\p{M}+/gu;
const ascii = /^[\x00-\x7f]*$/;

/** A text without case and accents, for comparison. */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  return ascii.test(lower) ? lower : lower.normalize('NFD').replace(marks, '');
}

/** A text to find, with what matters in it. */
export interface Query {
  readonly text: string;
  readonly folded: string;
  readonly caseMatters: boolean;
  readonly accentsMatter: boolean;
}

/** What was typed as a query; null if it is empty. */
export function makeQuery(typed: string): Query | null {
  const text = typed.trim().normalize('NFC');
  const folded = foldText(text);
  if (folded === '') return null;
  return {
    text,
    folded,
    caseMatters: text !== text.toLowerCase(),
    accentsMatter: text.toLowerCase().normalize('NFD') !== folded,
  };
}

/** Whether a text has what the query wants, given that its folded form has. */
export function matchesExactly({ text, caseMatters, accentsMatter }: Query, own: string): boolean {
  if (!caseMatters && !accentsMatter) return true;
  const plain = (value: string) => {
    const cased = caseMatters ? value : value.toLowerCase();
    return accentsMatter ? cased.normalize('NFC') : cased.normalize('NFD').replace(marks, '');
  };
  return plain(own).includes(plain(text));
}

/** The places of a query in a text: UTF-16 offsets, half-open. Linear. */
export function findHits(query: Query, text: string): (readonly [start: number, end: number])[] {
  // Folding changes lengths: each folded unit remembers the character that it comes from.
  let folded = '';
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const character of text) {
    const own = foldText(character);
    for (let k = 0; k < own.length; k++) {
      from.push(at);
      to.push(at + character.length);
    }
    folded += own;
    at += character.length;
    // An accent belongs to the letter before it.
    if (own === '' && to.length > 0) to[to.length - 1] = at;
  }
  const hits: [number, number][] = [];
  for (
    let place = folded.indexOf(query.folded);
    place >= 0;
    place = folded.indexOf(query.folded, place + query.folded.length)
  ) {
    const start = from[place] ?? 0;
    const end = to[place + query.folded.length - 1] ?? start;
    if (matchesExactly(query, text.slice(start, end))) hits.push([start, end]);
  }
  return hits;
}
