/**
 * From signs as they stand in a line, from left to right, to the order in which they are read: the Unicode
 * bidirectional algorithm (UAX #9, without explicit marks, which no page shows), applied the other way round.
 */
import { isRightToLeft, mirrored } from './characters.js';

/** Where a line begins, and its numbers and signs with it. */
export type LineStart = 'left' | 'right';

/** A sign of a line, or a text whose order the file states itself. */
export interface Sign {
  readonly text: string;
  /** It is in reading order, and its brackets are meant as they are. */
  readonly isExact: boolean;
}

/** Strong types, numbers (`N` as in Europe, `A` as in Arabic writing), parts of numbers, all else. */
type SignType = 'L' | 'R' | 'N' | 'A' | 'separator' | 'sign' | 'terminator' | 'mark' | 'other';

const arabic = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;
const sentenceMark = /^[.,;:!?]$/;

function typeOf(text: string): SignType {
  if (/^\p{M}+$/u.test(text)) return 'mark';
  if (/[\u0660-\u0669\u066b\u066c]/.test(text)) return 'A';
  if (isRightToLeft(text) || /^[\u060c\u061b\u061f]$/.test(text)) return 'R';
  if (/\p{L}/u.test(text)) return 'L';
  if (/\p{Nd}/u.test(text)) return 'N';
  if (/^[-+]$/.test(text)) return 'sign';
  if (/^[.,:/\u00a0]$/.test(text)) return 'separator';
  if (/^[#%‰°′″\p{Sc}\u066a]$/u.test(text)) return 'terminator';
  return 'other';
}

/** Without explicit marks, nothing is deeper. */
const highestLevel = 2;

/** The signs of a line in the order in which they are read, as one text. */
export function inReadingOrder(signs: readonly Sign[], start: LineStart): string {
  const turned = withFacingBrackets(withJoinedMarks(signs));
  const levels = levelsOf(turned, start);
  const order = turned.map((_, index) => index);
  for (let level = highestLevel; level > 0; level--)
    for (let from = 0; from < order.length; from++) {
      let to = from;
      while (to < order.length && (levels[order[to] ?? 0] ?? 0) >= level) to++;
      if (to > from) {
        reverseBetween(order, from, to);
        from = to;
      }
    }
  return order
    .map((index) => {
      const { text = '', isExact = true } = turned[index] ?? {};
      return !isExact && (levels[index] ?? 0) % 2 === 1 ? mirrored(text) : text;
    })
    .join('');
}

function reverseBetween(order: number[], from: number, to: number): void {
  const part = order.slice(from, to).reverse();
  for (const [offset, index] of part.entries()) order[from + offset] = index;
}

const isBlank = (sign: Sign | undefined): boolean => sign === undefined || sign.text.trim() === '';

/** A mark between spaces belongs to the letter that it is drawn before. */
function withJoinedMarks(signs: readonly Sign[]): readonly Sign[] {
  return signs.filter(({ text }, index) => {
    if (text.trim() !== '') return true;
    const next = signs[index + 1];
    if (!next || isBlank(next) || !isRightToLeft(next.text)) return true;
    let at = index - 1;
    while (typeOf(signs[at]?.text ?? '') === 'mark') at--;
    return at === index - 1 || !isBlank(signs[at]);
  });
}

const pairs: ReadonlyMap<string, 'open' | 'close'> = new Map([
  ...['(', '[', '{'].map((sign) => [sign, 'open'] as const),
  ...[')', ']', '}'].map((sign) => [sign, 'close'] as const),
]);

/**
 * Brackets with the side that they show on the page. Some programs say of a bracket what was typed, others what
 * is drawn; the space beside it tells.
 */
function withFacingBrackets(signs: readonly Sign[]): Sign[] {
  let open = 0;
  return signs.map((sign, index) => {
    const side = sign.isExact ? undefined : pairs.get(sign.text);
    if (side === undefined) return sign;
    const before = isEdge(signs[index - 1]);
    const behind = isEdge(signs[index + 1]);
    const opens = before === behind ? open === 0 : before;
    open = Math.max(0, open + (opens ? 1 : -1));
    return side === (opens ? 'open' : 'close') ? sign : { ...sign, text: mirrored(sign.text) };
  });
}

/** Whether a bracket beside it faces the other way. */
const isEdge = (sign: Sign | undefined): boolean =>
  isBlank(sign) || /^[.,;:!?،؛؟…]$/.test(sign?.text ?? '');

/** The level of every sign: even ones are read from left to right. */
function levelsOf(signs: readonly Sign[], start: LineStart): number[] {
  const base = start === 'right' ? 'R' : 'L';
  const types = resolveNumbers(signs, resolveMarks(signs, base), base);
  resolveBrackets(signs, types, base);
  resolveOthers(types, base);
  return types.map((type) => {
    if (type === 'N' || type === 'A') return 2;
    if (base === 'R') return type === 'L' ? 2 : 1;
    return type === 'R' ? 1 : 0;
  });
}

/** Marks of letters go with their letter, which stands behind them where it is read from the right; marks of sentences with their word. */
function resolveMarks(signs: readonly Sign[], base: 'L' | 'R'): SignType[] {
  const types = signs.map(({ text }) => typeOf(text));
  for (let index = types.length - 1; index >= 0; index--)
    if (types[index] === 'mark' && types[index + 1] === 'R') types[index] = 'R';
  types.forEach((type, index) => {
    if (type === 'mark') types[index] = types[index - 1] ?? base;
    const { text = '' } = signs[index] ?? {};
    if (!sentenceMark.test(text)) return;
    const [left, right] = [isBlank(signs[index - 1]), isBlank(signs[index + 1])];
    if (left && !right && (base === 'R' || text !== '.' || types[index + 1] !== 'L'))
      types[index] = 'R';
    if (right && !left && types[index - 1] === 'L') types[index] = 'L';
  });
  return types;
}

/** The numbers of a line with their signs; those that follow Latin text belong to it. */
function resolveNumbers(
  signs: readonly Sign[],
  types: readonly SignType[],
  base: 'L' | 'R',
): SignType[] {
  const resolved = withArabicNumbers(signs, types);
  const at = (index: number): SignType | undefined => resolved[index];
  resolved.forEach((type, index) => {
    const [before, behind] = [at(index - 1), at(index + 1)];
    const isInside = before === behind && (before === 'N' || before === 'A');
    if (type === 'separator') resolved[index] = isInside ? before : 'other';
    if (type === 'sign') resolved[index] = isInside && before === 'N' ? 'N' : 'other';
  });
  resolved.forEach((type, index) => {
    if (type !== 'terminator') return;
    let next = index;
    while (at(next) === 'terminator') next++;
    resolved[index] = at(index - 1) === 'N' || at(next) === 'N' ? 'N' : 'other';
  });
  let strong: SignType = base;
  return resolved.map((type) => {
    if (type === 'L' || type === 'R') strong = type;
    return type === 'N' && strong === 'L' ? 'L' : type;
  });
}

/** After Arabic letters, every number is one of Arabic writing, whose signs part it. */
function withArabicNumbers(signs: readonly Sign[], types: readonly SignType[]): SignType[] {
  const resolved = [...types];
  const afterLatin = new Set<number>();
  let isLatin = false;
  types.forEach((type, index) => {
    if (type === 'L' || type === 'R') isLatin = type === 'L';
    if (type === 'N' && isLatin) afterLatin.add(index);
  });
  let isArabic = false;
  for (let index = types.length - 1; index >= 0; index--) {
    const type = types[index];
    if (type === 'L' || type === 'R') isArabic = arabic.test(signs[index]?.text ?? '');
    if (type === 'N' && isArabic && !afterLatin.has(index)) resolved[index] = 'A';
  }
  return resolved;
}

/** The direction that a type gives to what stands beside it. */
const directionOf = (type: SignType): 'L' | 'R' | undefined =>
  type === 'L' ? 'L' : type === 'R' || type === 'N' || type === 'A' ? 'R' : undefined;

/** Most brackets that are open at once, and signs of a line whose brackets are looked at: more are no text. */
const mostOpen = 63;
const mostSigns = 4096;

/** Both brackets of a pair have one direction. */
function resolveBrackets(signs: readonly Sign[], types: SignType[], base: 'L' | 'R'): void {
  if (signs.length > mostSigns) return;
  const open: { readonly text: string; readonly index: number }[] = [];
  signs.forEach(({ text, isExact }, index) => {
    const side = isExact ? undefined : pairs.get(text);
    if (side === 'open' && open.length < mostOpen) open.push({ text: mirrored(text), index });
    if (side !== 'close') return;
    const found = open.findLastIndex((one) => one.text === text);
    const from = open[found]?.index;
    if (from === undefined) return;
    open.length = found;
    const inside = types.slice(from + 1, index).map(directionOf);
    if (inside.includes(base)) types[from] = types[index] = base;
    else if (inside.includes(base === 'L' ? 'R' : 'L')) {
      const other = base === 'L' ? 'R' : 'L';
      const around =
        base === 'L'
          ? types.slice(0, from).map(directionOf).findLast(Boolean)
          : types
              .slice(index + 1)
              .map(directionOf)
              .find(Boolean);
      types[from] = types[index] = around === other ? other : base;
    }
  });
}

/** What has no direction has that of what stands on both sides of it, or the line's. */
function resolveOthers(types: SignType[], base: 'L' | 'R'): void {
  for (let from = 0; from < types.length; from++) {
    if (directionOf(types[from] ?? 'other')) continue;
    let to = from;
    while (to < types.length && !directionOf(types[to] ?? 'other')) to++;
    const before = directionOf(types[from - 1] ?? base);
    const behind = directionOf(types[to] ?? base);
    types.fill(before === behind && before ? before : base, from, to);
    from = to - 1;
  }
}
