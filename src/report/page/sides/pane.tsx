/** One of two texts side by side, scrolling on its own. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import { rowLevel } from '../../data/row-facts.js';
import { levelSigns } from '../../data/signs.js';
import { CellText } from '../rows/cell.js';
import type { RowChanges } from '../rows/differences.js';
import { LineHeights } from '../rows/line-heights.js';
import { useLines } from '../rows/use-lines.js';
import type { App } from '../model/app.js';
import { languageAttributes } from '../model/language.js';
import { useStore } from '../model/use-store.js';
import type { Piece, Side } from './pieces.js';

/** Height of a piece before it is known, in CSS pixels. */
const usualHeight = 70;

/** What others need of a pane. */
export interface PaneHandle {
  readonly element: HTMLElement;
  readonly heights: LineHeights;
  /** Draws a piece and brings it to the middle. */
  readonly centre: (place: number) => void;
}

/** What a pane shows. */
export interface PaneProps {
  readonly app: App;
  readonly side: Side;
  readonly handle: RefObject<PaneHandle | null>;
  readonly changesOf: (row: number) => RowChanges | null;
  /** Called when what is drawn has changed or moved. */
  readonly onMove: () => void;
  /** Called when somebody begins to use this pane. */
  readonly onLead: () => void;
}

/** A text. */
export function Pane({ app, side, handle, changesOf, onMove, onLead }: PaneProps) {
  const { pieces, column } = side;
  const heights = useMemo(() => new LineHeights(app.data.rows.length, usualHeight), [column]);
  const idOf = useMemo(() => (place: number) => pieces[place]?.row ?? 0, [pieces]);
  const name = app.data.columns[column]?.name ?? '';
  const selected = useStore(app.state, (state) => state.selected);
  const lines = useLines({
    heights,
    count: pieces.length,
    idOf,
    scroller: () => lines.body.current?.closest<HTMLElement>('.pane') ?? null,
  });
  useLayoutEffect(() => {
    const element = lines.body.current?.closest<HTMLElement>('.pane');
    if (element)
      handle.current = {
        element,
        heights,
        centre: (place) => {
          lines.draw(place);
          const middle = (heights.offset(place) + heights.offset(place + 1)) / 2;
          element.scrollTop = middle - element.clientHeight / 2;
        },
      };
    onMove();
  });
  return (
    <div
      class="pane"
      role="region"
      aria-label={name}
      tabIndex={0}
      onPointerEnter={onLead}
      onWheel={onLead}
      onFocusCapture={onLead}
      onKeyDown={onLead}
      onTouchStart={onLead}
      onScroll={onMove}
    >
      <div class="filler" ref={lines.above} />
      <div role="list" class="pieces" ref={lines.body}>
        {pieces.slice(lines.from, lines.end).map((piece) => (
          <PieceView
            key={piece.row}
            app={app}
            piece={piece}
            column={column}
            selected={piece.row === selected}
            changes={changesOf(piece.row)}
          />
        ))}
      </div>
      <div class="filler" ref={lines.below} />
    </div>
  );
}

interface PieceProps {
  readonly app: App;
  readonly piece: Piece;
  readonly column: number;
  readonly selected: boolean;
  readonly changes: RowChanges | null;
}

function PieceView({ app, piece, column, selected, changes }: PieceProps) {
  const row = app.row(piece.row);
  const level = rowLevel(row);
  const language = piece.cell.language ?? app.data.columns[column]?.language ?? 'und';
  return (
    <div
      role="listitem"
      class={`piece ${level}${selected ? ' selected' : ''}`}
      data-index={piece.row}
      aria-current={selected ? 'true' : undefined}
    >
      <a href={`#row-${row.id}`} tabIndex={-1}>
        <span class="sr">Row </span>
        {row.id}
        {level !== 'none' && level !== 'sure' && (
          <span class={`level ${level}`}>
            {' '}
            <span aria-hidden="true">{levelSigns[level]}</span>
            <span class="sr">{level}</span>
          </span>
        )}
      </a>
      <div class="text" data-column={column} {...languageAttributes(language)}>
        <CellText
          text={piece.cell.text}
          marks={piece.cell.marks ?? []}
          checks={row.checks ?? []}
          changes={changes?.[column] ?? []}
        />
      </div>
    </div>
  );
}
