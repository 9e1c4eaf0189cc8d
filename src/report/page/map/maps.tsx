/** The maps of the page: one large, and a small one for each pair of more than two texts. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PageMap } from '../../data/page-data.js';
import type { App } from '../model/app.js';
import { useStore } from '../model/use-store.js';
import { mapColours } from './colours.js';
import { drawMap } from './draw.js';
import { mapBeads, wholeWindow } from './geometry.js';
import { LargeMap } from './large-map.js';
import { useThemeCount } from './surroundings.js';

const smallSize = 72;

/** All maps. */
export function Maps({ app }: { readonly app: App }) {
  const chosen = useStore(app.state, (state) => state.map);
  const { maps } = app.data;
  const map = maps[chosen];
  return (
    <>
      {maps.length > 1 && (
        <div class="small-maps" role="group" aria-label="Pairs of texts">
          {maps.map((own, index) => (
            <SmallMap app={app} map={own} index={index} chosen={index === chosen} />
          ))}
        </div>
      )}
      {map && <LargeMap app={app} map={map} />}
    </>
  );
}

interface SmallMapProps {
  readonly app: App;
  readonly map: PageMap;
  readonly index: number;
  readonly chosen: boolean;
}

function SmallMap({ app, map, index, chosen }: SmallMapProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useThemeCount();
  useLayoutEffect(() => {
    const own = canvas.current;
    const context = own?.getContext('2d');
    if (!own || !context) return;
    own.width = own.height = smallSize * devicePixelRatio;
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    const window = wholeWindow(app.data.columns, map);
    const nothing = { a: [], b: [] };
    drawMap(
      context,
      {
        beads: mapBeads(app.data.rows, map),
        passages: map.passages,
        gaps: nothing,
        chapters: nothing,
      },
      { width: smallSize, height: smallSize, strip: 0, window },
      mapColours(own),
    );
  }, [theme]);
  const name = (column: number) => app.data.columns[column]?.name ?? '';
  return (
    <button
      type="button"
      aria-pressed={chosen}
      title={`${name(map.a)} / ${name(map.b)}`}
      onClick={() => app.chooseMap(index)}
    >
      <canvas ref={canvas} aria-hidden="true" />
      <span>
        {map.a + 1} / {map.b + 1}
        <span class="sr">
          : {name(map.a)} and {name(map.b)}
        </span>
      </span>
    </button>
  );
}
