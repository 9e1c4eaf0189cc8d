/** Splitting: between sentences (a boundary in every column), or a sentence at a character. */
import { sentenceOf } from '../../review/lookup.js';
import { splitRow } from '../../review/operations/rows.js';
import { splitSentence } from '../../review/operations/texts.js';
import type { ReviewRow } from '../../review/model.js';
import { segmentsOf, splitGraphemes } from '../../text/graphemes.js';
import type { CommandName } from '../view/command-table.js';
import { perform } from './perform.js';
import { say, selectedRow, stay, type Step, type View } from '../view/view-state.js';

/** Begins to split a row: half of the sentences of each column stay above. */
export function startSplit(view: View, row: ReviewRow): View {
  if (view.readOnly !== null) return say(view, view.readOnly, 'warning');
  if (row.cells.every((cell) => cell.length < 2)) return startCut(view, row);
  const counts = row.cells.map((cell) => Math.ceil(cell.length / 2));
  return { ...view, toast: null, mode: { type: 'split', counts } };
}

/** Begins to cut a sentence of the active column, in its middle. */
function startCut(view: View, row: ReviewRow): View {
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

/** Does a command while splitting between sentences. */
export function splitCommand(view: View, name: CommandName): Step {
  const row = selectedRow(view);
  if (view.mode.type !== 'split' || row === undefined) return stay(view);
  const { counts } = view.mode;
  const streams = counts.length;
  switch (name) {
    case 'next':
    case 'previous': {
      const by = name === 'next' ? 1 : -1;
      const next = counts.map((count, stream) =>
        stream === view.column
          ? Math.max(0, Math.min(count + by, row.cells[stream]?.length ?? 0))
          : count,
      );
      return stay({ ...view, mode: { type: 'split', counts: next } });
    }
    case 'columnRight':
      return stay({ ...view, column: (view.column + 1) % streams });
    case 'columnLeft':
      return stay({ ...view, column: (view.column + streams - 1) % streams });
    case 'cutInside':
      return stay(startCut(view, row));
    case 'confirm': {
      const context = view.check === null ? {} : { check: view.check };
      return perform(view, splitRow(view.review, view.selected, counts, context));
    }
    default:
      return stay({ ...view, mode: { type: 'normal' } });
  }
}

/** Does a command while cutting a sentence. */
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

/** Moves the cut; at the end of a sentence it goes on in the next one of the cell. */
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

/** Offsets inside a text where it may be cut: never at its very beginning or end. */
function cutPlaces(text: string, unit: 'character' | 'word', language: string): number[] {
  const places: number[] = [];
  if (unit === 'character') {
    let at = 0;
    for (const grapheme of splitGraphemes(text)) {
      if (at > 0) places.push(at);
      at += grapheme.length;
    }
    return places;
  }
  let locale = 'und';
  try {
    locale = Intl.getCanonicalLocales(language)[0] ?? 'und';
  } catch {
    // A tag that Intl doesn't know splits like any other.
  }
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  for (const { index, isWordLike } of segmentsOf(text, segmenter)) {
    if (index > 0 && isWordLike) places.push(index);
  }
  return places;
}
