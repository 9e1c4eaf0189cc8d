/** Draws the differences that `text/word-diff` finds: signs and colours around what changed. */
import { joinRuns, run, type Line, type Run } from '../../../terminal/line.js';
import { diffWords, type DiffPart } from '../../../text/word-diff.js';

/**
 * A text with the findings of checks and searches. The diff may move white space, so styles are kept
 * only for the other UTF-16 units, in order; the diff leaves those unchanged.
 */
export interface StyledText {
  readonly text: string;
  readonly styles: readonly string[];
}

const isBlank = (unit: string): boolean => /\s/u.test(unit);

/** Both texts in one, marked by signs as well as by colour: `[-gone-]{+new+}`. */
export function inlineDiff(a: StyledText, b: StyledText, language: string): Line | null {
  const [styleA, styleB] = [stylesInOrder(a), stylesInOrder(b)];
  return (
    diffWords(a.text, b.text, language)?.flatMap(({ text, side }): Line => {
      if (side === 'a') return removed(text, styleA);
      if (side === 'b') return added(text, styleB);
      return styled(text, '', (unit) => {
        const [own, other] = [styleA(unit), styleB(unit)];
        return own === '' ? other : own;
      });
    }) ?? null
  );
}

/** The two unchanged texts for two columns; what only one of them has is marked. */
export function sideBySide(
  a: StyledText,
  b: StyledText,
  language: string,
): readonly [Line, Line] | null {
  const found = diffWords(a.text, b.text, language);
  return found && [oneSide(a, found, 'a', removed), oneSide(b, found, 'b', added)];
}

function oneSide(
  text: StyledText,
  found: readonly DiffPart[],
  own: 'a' | 'b',
  changed: typeof removed,
): Line {
  // Which change each unit other than white space belongs to; 0 for what both texts have.
  const changes: number[] = [];
  for (const [index, part] of found.entries()) {
    if (part.side !== 'both' && part.side !== own) continue;
    for (const unit of part.text) {
      if (!isBlank(unit))
        changes.push(...Array<number>(unit.length).fill(part.side === own ? index + 1 : 0));
    }
  }
  const style = stylesInOrder(text);
  const passages: { text: string; change: number }[] = [];
  let next = 0;
  for (let index = 0; index < text.text.length; index++) {
    const unit = text.text[index] ?? '';
    // White space inside a change is part of it; at its end, it is not.
    const here = changes[next] ?? 0;
    const change = !isBlank(unit) ? here : changes[next - 1] === here ? here : 0;
    if (!isBlank(unit)) next++;
    const last = passages.at(-1);
    if (last?.change === change) last.text += unit;
    else passages.push({ text: unit, change });
  }
  return passages.flatMap((passage) =>
    passage.change === 0 ? styled(passage.text, '', style) : changed(passage.text, style),
  );
}

const removed = (text: string, style: StyleOf): Line =>
  bracketed('[-', text, '-]', 'removed', style);
const added = (text: string, style: StyleOf): Line => bracketed('{+', text, '+}', 'added', style);

function bracketed(open: string, text: string, close: string, base: string, style: StyleOf): Line {
  const inside = styled(text, base, style);
  if (text.trim() === '') return inside;
  return [run(open, base), ...inside, run(close, base)];
}

type StyleOf = (unit: string) => string;

/** Returns the styles of a text's units, one per call. */
function stylesInOrder({ styles }: StyledText): StyleOf {
  let next = 0;
  return (unit) => (isBlank(unit) ? '' : (styles[next++] ?? ''));
}

function styled(text: string, base: string, styleOf: StyleOf): Line {
  const units = text.split('').map((unit): Run => {
    const own = styleOf(unit);
    return { text: unit, style: base === '' || own === '' ? base + own : `${base} ${own}` };
  });
  return joinRuns(units).map((part) => run(part.text, part.style));
}

/** Adds the styles of marked spans to a text's units, except white space. */
export function styledText(
  text: string,
  marks: readonly { readonly start: number; readonly end: number; readonly style: string }[],
): StyledText {
  const styles: string[] = [];
  for (let index = 0; index < text.length; index++) {
    if (isBlank(text[index] ?? '')) continue;
    const own = marks.filter(({ start, end }) => start <= index && index < end);
    styles.push(own.map(({ style }) => style).join(' '));
  }
  return { text, styles };
}
