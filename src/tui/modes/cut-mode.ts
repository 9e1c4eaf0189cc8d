/** Splitting a sentence at a character: keys move the cut through the cell by characters and words. */
import { intlLocale } from '../../text/tags.js';
import { sentenceOf } from '../../review/lookup.js';
import type { ReviewRow } from '../../review/model.js';
import { splitSentence } from '../../review/operations/texts.js';
import { segmentsOf, splitGraphemes } from '../../text/graphemes.js';
import type { CommandName } from '../view/command-table.js';
import { selectedRow } from '../view/selection.js';
import { stay, type Step } from '../view/step.js';
import { say, type View } from '../view/view-state.js';
import { perform } from './perform.js';

/** Starts cutting the longest sentence of the active column, in its middle. */
export function startCut(view: View, row: ReviewRow): View {
  const cell = row.cells[view.column] ?? [];
  const longest = cell
    .map((id) => sentenceOf(view.review, id))
    .reduce((best, own) => (own.end - own.start > best.end - best.start ? own : best), {
      id: -1,
      start: 0,
      end: 0,
    });
  if (longest.id < 0) return say(view, 'this column has no sentence here to split', 'warning');
  const middle = Math.floor((longest.start + longest.end) / 2);
  const begun: View = {
    ...view,
    toast: null,
    mode: { type: 'cut', sentence: longest.id, offset: middle },
  };
  return moveCut(begun, 'word', 1);
}

/** Runs a command while a sentence is being cut. */
export function cutCommand(view: View, name: CommandName): Step {
  if (view.mode.type !== 'cut') return stay(view);
  const { sentence, offset } = view.mode;
  switch (name) {
    case 'cutLeft':
      return stay(moveCut(view, 'character', -1));
    case 'cutRight':
      return stay(moveCut(view, 'character', 1));
    case 'cutWordLeft':
      return stay(moveCut(view, 'word', -1));
    case 'cutWordRight':
      return stay(moveCut(view, 'word', 1));
    case 'confirm':
      return perform(
        view,
        splitSentence(view.review, view.selected, view.column, sentence, offset),
      );
    default:
      return stay({ ...view, mode: { type: 'normal' } });
  }
}

/** Moves the cut; at the end of a sentence, into the next one of the cell. */
function moveCut(view: View, unit: 'character' | 'word', direction: 1 | -1): View {
  if (view.mode.type !== 'cut') return view;
  const { sentence: id, offset } = view.mode;
  const { start, end, source, language } = sentenceOf(view.review, id);
  const text = view.review.sources[source]?.text ?? '';
  const places = cutPlaces(text.slice(start, end), unit, language).map((place) => start + place);
  const inside =
    direction === 1
      ? places.find((place) => place > offset)
      : places.findLast((place) => place < offset);
  if (inside !== undefined) return { ...view, mode: { ...view.mode, offset: inside } };
  const cell = selectedRow(view)?.cells[view.column] ?? [];
  const neighbour = cell[cell.indexOf(id) + direction];
  if (neighbour === undefined) return view;
  const other = sentenceOf(view.review, neighbour);
  const offsetThere = direction === 1 ? other.start : other.end;
  const moved: View = { ...view, mode: { type: 'cut', sentence: neighbour, offset: offsetThere } };
  return moveCut(moved, unit, direction);
}

/** Offsets at which a text may be cut; never its start. */
function cutPlaces(text: string, unit: 'character' | 'word', language: string): number[] {
  return unit === 'character' ? characterStarts(text) : wordStarts(text, language);
}

function characterStarts(text: string): number[] {
  let at = 0;
  const starts = splitGraphemes(text).map((grapheme) => {
    const start = at;
    at += grapheme.length;
    return start;
  });
  return starts.slice(1);
}

function wordStarts(text: string, language: string): number[] {
  const segmenter = new Intl.Segmenter(intlLocale(language), { granularity: 'word' });
  return Array.from(segmentsOf(text, segmenter))
    .filter(({ index, isWordLike }) => index > 0 && isWordLike)
    .map(({ index }) => index);
}
