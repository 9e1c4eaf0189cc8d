/** Two texts side by side, joined by ribbons; each scrolls, and takes the other along. */
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { RowActions } from '../decisions/row-actions.js';
import type { App } from '../model/app.js';
import { useStore } from '../model/use-store.js';
import { Differences } from '../rows/differences.js';
import { Pane, type PaneHandle } from './pane.js';
import { anchorsOf, bothSides, followHeight } from './pieces.js';
import { ribbonsInSight } from './ribbons.js';

const svgNamespace = 'http://www.w3.org/2000/svg';

/** The chosen pair. */
export function SideBySide({ app }: { readonly app: App }) {
  const { columns, rows, maps } = app.data;
  const items = useStore(app.state, (state) => state.items);
  const chosen = useStore(app.state, (state) => state.map);
  const map = maps[chosen];
  const sides = useMemo(
    () => (map ? bothSides(rows, items, map) : { a: emptySide, b: emptySide }),
    [items, map],
  );
  const anchors = useMemo(
    () => ({ a: anchorsOf(rows, sides.a, sides.b), b: anchorsOf(rows, sides.b, sides.a) }),
    [sides],
  );
  const differences = useMemo(
    () => new Differences(columns, map ? [map.a, map.b] : undefined),
    [map],
  );
  // Nobody leads while both show a moved row: following would part them.
  const leader = useRef<'a' | 'b' | 'none'>('a');
  const a = useRef<PaneHandle | null>(null);
  const b = useRef<PaneHandle | null>(null);
  const gutter = useRef<SVGSVGElement>(null);
  const frame = useRef(0);

  const draw = () => {
    const [left, right, svg] = [a.current, b.current, gutter.current];
    if (!left || !right || !svg) return;
    const ribbons = ribbonsInSight(
      rows,
      { side: sides.a, heights: left.heights, top: left.element.scrollTop },
      { side: sides.b, heights: right.heights, top: right.element.scrollTop },
      svg.clientWidth,
      left.element.clientHeight,
    );
    // Those that cross others lie above them.
    ribbons.sort((x, y) => Number(x.crossing) - Number(y.crossing));
    svg.replaceChildren(
      ...ribbons.map(({ row, level, crossing, path }) => {
        const element = document.createElementNS(svgNamespace, 'path');
        element.setAttribute('d', path);
        element.setAttribute('class', `${level}${crossing ? ' crossing' : ''}`);
        element.dataset['index'] = String(row);
        return element;
      }),
    );
    light(app);
  };
  const move = () => {
    const [own, other] = leader.current === 'a' ? [a.current, b.current] : [b.current, a.current];
    if (own && other && frame.current === 0) {
      frame.current = requestAnimationFrame(() => {
        frame.current = 0;
        if (leader.current === 'none') return draw();
        const [side, otherSide, anchor] =
          leader.current === 'a' ? [sides.a, sides.b, anchors.a] : [sides.b, sides.a, anchors.b];
        const { scrollTop, scrollHeight, clientHeight } = own.element;
        // What the eye is on: the top at the beginning of the text, the bottom at its end.
        const line = (scrollTop / Math.max(1, scrollHeight - clientHeight)) * clientHeight;
        const height = followHeight(
          scrollTop + line,
          side,
          own.heights,
          otherSide,
          other.heights,
          anchor,
        );
        if (side.pieces.length > 0) other.element.scrollTop = height - line;
        draw();
      });
    }
  };

  useLayoutEffect(() => {
    app.reveal = (row, { focus }) => {
      // Nothing here takes the focus, so that a screen reader must be told.
      if (focus) app.say(`row ${app.row(row).id}`);
      const [left, right] = [sides.a.placeOf[row] ?? -1, sides.b.placeOf[row] ?? -1];
      const moved = app.row(row).crossing === true && left >= 0 && right >= 0;
      leader.current = moved ? 'none' : left >= 0 ? 'a' : 'b';
      if (left >= 0) a.current?.centre(left);
      if (right >= 0 && (moved || left < 0)) b.current?.centre(right);
      move();
    };
    return () => void (app.reveal = () => undefined);
  }, [sides]);
  useLayoutEffect(() => {
    const { selected } = app.state.value;
    if (selected >= 0) app.reveal(selected, { focus: false });
  }, [map]);
  useEffect(() => app.hovered.watch(() => light(app)), []);
  useEffect(() => {
    addEventListener('resize', move);
    return () => removeEventListener('resize', move);
  }, [sides]);

  const common = {
    app,
    changesOf: (row: number) => differences.of(app.row(row)),
    onMove: move,
  };
  return (
    <>
      <div
        class="sides"
        onMouseOver={(event) => app.hovered.set(pieceUnder(event.target))}
        onMouseLeave={() => app.hovered.set(app.state.value.selected)}
        onClick={(event) => {
          const row = pieceUnder(event.target);
          const isMarking = getSelection()?.isCollapsed === false;
          if (row < 0 || isMarking) return;
          event.preventDefault();
          app.select(row);
        }}
      >
        <h3>
          <bdi>{columns[sides.a.column]?.name}</bdi>
        </h3>
        <h3>
          <bdi>{columns[sides.b.column]?.name}</bdi>
        </h3>
        <Pane {...common} side={sides.a} handle={a} onLead={() => (leader.current = 'a')} />
        <svg class="gutter" ref={gutter} aria-hidden="true" />
        <Pane {...common} side={sides.b} handle={b} onLead={() => (leader.current = 'b')} />
      </div>
      <SelectedActions app={app} />
    </>
  );
}

const emptySide = { column: 0, pieces: [], placeOf: new Int32Array() };

/** Under both texts: what can be done with the selected row. */
function SelectedActions({ app }: { readonly app: App }) {
  const selected = useStore(app.state, (state) => state.selected);
  const writing = useStore(app.state, (state) => state.writing);
  const book = useStore(app.decisions.book, (value) => value);
  const row = app.data.rows[selected];
  if (!row) return null;
  return (
    <div class="side-actions" role="group" aria-label={`Row ${row.id}`}>
      <RowActions
        key={row.id}
        app={app}
        row={row}
        decision={book.get(row.id)}
        writing={writing}
        inTable={false}
      />
    </div>
  );
}

function pieceUnder(target: EventTarget | null): number {
  const piece = target instanceof Element ? target.closest('[data-index]') : null;
  if (piece instanceof HTMLElement || piece instanceof SVGElement)
    return Number(piece.dataset['index']);
  return -1;
}

/** Lights up the pieces and the ribbon of the row under the pointer. */
function light(app: App): void {
  const lit = String(app.hovered.value);
  for (const element of document.querySelectorAll('.sides [data-index]'))
    if (element instanceof HTMLElement || element instanceof SVGElement)
      element.classList.toggle('hovered', element.dataset['index'] === lit);
}
