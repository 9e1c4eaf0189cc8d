/** The map of a pair: a dot plot that is zoomed by a brush, and leads to the rows. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PageMap } from '../../data/page-data.js';
import { unmatchedRuns } from '../../summary/unmatched.js';
import type { App } from '../model/app.js';
import { mapColours } from './colours.js';
import { drawMap, scales, type Drawing, type Frame } from './draw.js';
import {
  beadCentre,
  mapBeads,
  nearestBead,
  wholeWindow,
  within,
  zoomed,
  type MapBead,
  type MapWindow,
} from './geometry.js';
import { Overlay } from './overlay.js';
import { useBox, useThemeCount } from './surroundings.js';

/** How far from a link a click or the pointer may be, in pixels. */
const clickReach = 40;
const hoverReach = 14;
/** Shorter movements are clicks. */
const leastBrush = 5;
const strip = 10;

/** A map with its buttons. */
export function LargeMap({ app, map }: { readonly app: App; readonly map: PageMap }) {
  const { columns, rows } = app.data;
  const whole = useMemo(() => wholeWindow(columns, map), [map]);
  const [window, setWindow] = useState<MapWindow>(whole);
  useLayoutEffect(() => setWindow(whole), [whole]);
  const drawing = useMemo<Drawing>(
    () => ({
      beads: mapBeads(rows, map),
      passages: map.passages,
      gaps: { a: unmatchedRuns(rows, map.a, map.b), b: unmatchedRuns(rows, map.b, map.a) },
      chapters: { a: columns[map.a]?.chapters ?? [], b: columns[map.b]?.chapters ?? [] },
    }),
    [map],
  );
  const readout = useRef<HTMLOutputElement>(null);
  const byRow = useMemo(() => new Map(drawing.beads.map((bead) => [bead.row, bead])), [drawing]);
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const overlay = useMemo(() => new Overlay(), []);
  const width = useBox(box);
  const theme = useThemeCount();
  const frame: Frame = { width, height: width, strip, window };
  const latest = useRef(frame);
  latest.current = frame;

  useLayoutEffect(() => {
    const own = canvas.current;
    const context = own?.getContext('2d');
    if (!own || !context || width === 0) return;
    const ratio = devicePixelRatio;
    own.width = own.height = Math.round(width * ratio);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawMap(context, drawing, frame, mapColours(own));
  }, [width, window, drawing, theme]);

  useEffect(() => {
    const follow = () => {
      const bead = byRow.get(app.hovered.value);
      overlay.point(bead, latest.current);
      // Written by hand: this happens for every row that scrolls by under the pointer.
      if (readout.current) readout.current.textContent = bead ? describe(app, bead) : '';
    };
    follow();
    return app.hovered.watch(follow);
  }, [drawing, window, width]);

  const zoom = (factor: number) => {
    const bead = byRow.get(app.state.value.selected);
    const centre = bead
      ? beadCentre(bead)
      : ([(window.left + window.right) / 2, (window.top + window.bottom) / 2] as const);
    setWindow(zoomed(window, whole, factor, centre));
  };
  const step = (by: 1 | -1) => {
    const at = drawing.beads.findIndex(({ row }) => row === app.state.value.selected);
    const bead = drawing.beads[at < 0 ? 0 : at + by];
    if (bead) app.select(bead.row);
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowRight: () => step(1),
    ArrowDown: () => step(1),
    ArrowLeft: () => step(-1),
    ArrowUp: () => step(-1),
    Enter: () => app.select(app.state.value.selected, { focus: true }),
    '+': () => zoom(0.5),
    '-': () => zoom(2),
    '0': () => setWindow(whole),
  };
  const nameA = columns[map.a]?.name ?? '';
  const nameB = columns[map.b]?.name ?? '';
  return (
    <figure>
      <p class="axis-name">
        <bdi>{nameA}</bdi> <span aria-hidden="true">→</span>
      </p>
      <div
        class="plot"
        ref={box}
        role="application"
        tabIndex={0}
        aria-roledescription="map"
        aria-label={`Map of ${nameA} (across) and ${nameB} (down): ${drawing.beads.length} links, ${map.passages.length} passages. Arrow keys go from link to link, Enter to the row, plus and minus zoom, 0 shows all.`}
        onKeyDown={(event) => {
          const run = keys[event.key];
          if (!run || event.ctrlKey || event.metaKey || event.altKey) return;
          event.preventDefault();
          event.stopPropagation();
          run();
        }}
        onPointerDown={(event) => event.button === 0 && overlay.begin(event)}
        onPointerMove={(event) => {
          if (overlay.brushes) return overlay.drag(event);
          const { beads } = drawing;
          const bead = nearestBead(beads, placeOf(event, frame), scales(frame).scale, hoverReach);
          app.hovered.set(bead?.row ?? app.state.value.selected);
        }}
        onPointerLeave={() => app.hovered.set(app.state.value.selected)}
        onPointerCancel={() => overlay.end()}
        onPointerUp={(event) => {
          const brushed = overlay.end();
          if (brushed && Math.max(brushed.width, brushed.height) > leastBrush)
            return setWindow(within(windowOf(brushed, frame), whole));
          const { scale } = scales(frame);
          const bead = nearestBead(drawing.beads, placeOf(event, frame), scale, clickReach);
          if (bead) app.select(bead.row);
        }}
        onDblClick={() => setWindow(whole)}
      >
        <canvas ref={canvas} />
        <svg aria-hidden="true" ref={(element) => overlay.attach(element)}>
          <line />
          <line />
          <circle r="7" />
          <rect />
        </svg>
      </div>
      <p class="axis-name">
        <span aria-hidden="true">↓ </span>
        <bdi>{nameB}</bdi>
      </p>
      <div class="zoom">
        <button type="button" aria-label="Zoom in" onClick={() => zoom(0.5)}>
          +
        </button>
        <button
          type="button"
          aria-label="Zoom out"
          disabled={window === whole}
          onClick={() => zoom(2)}
        >
          −
        </button>
        <button type="button" disabled={window === whole} onClick={() => setWindow(whole)}>
          Whole map
        </button>
        <output ref={readout} />
      </div>
      <Legend />
    </figure>
  );
}

function Legend() {
  return (
    <figcaption class="legend">
      <span class="level sure">● sure</span> <span class="level fair">◆ fair</span>{' '}
      <span class="level doubtful">▲ doubtful</span> <span class="moved">┅ moved passage</span>{' '}
      <span class="gap">▮ at the edges: no counterpart</span>
      <br />
      Drag to zoom, click to go there.
    </figcaption>
  );
}

function describe(app: App, { row, a, b }: MapBead): string {
  const range = ([from, to]: readonly [number, number]) =>
    from === to ? `${from}` : `${from}–${to}`;
  return `row ${app.row(row).id}: ${range(a)} with ${range(b)}`;
}

function placeOf({ offsetX, offsetY }: MouseEvent, frame: Frame): readonly [x: number, y: number] {
  const { scale } = scales(frame);
  return [
    frame.window.left + (offsetX - strip) / scale[0],
    frame.window.top + (offsetY - strip) / scale[1],
  ];
}

function windowOf({ x, y, width, height }: DOMRect, { window, ...frame }: Frame): MapWindow {
  const { scale } = scales({ window, ...frame });
  const left = window.left + (x - strip) / scale[0];
  const top = window.top + (y - strip) / scale[1];
  return { left, right: left + width / scale[0], top, bottom: top + height / scale[1] };
}
