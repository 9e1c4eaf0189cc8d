/** A list with all its rows, so that the browser finds text in it; rows that don't pass the filter are hidden. */
import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { useStore } from '../model/use-store.js';
import { FoldLine } from './fold.js';
import type { ListProps } from './list-props.js';
import { Nearness, RowShell } from './row-shell.js';

/** Rows that are drawn at once; the others follow. */
const firstRows = 60;
const nextRows = 400;

/** The rows of the table. */
export function PlainList({ app, differences, onScroller }: ListProps) {
  const items = useStore(app.state, (state) => state.items);
  const selected = useStore(app.state, (state) => state.selected);
  const writing = useStore(app.state, (state) => state.writing);
  const book = useStore(app.decisions.book, (value) => value);
  const nearness = useMemo(() => new Nearness(), []);
  const [drawn, setDrawn] = useState(firstRows);
  const total = app.data.rows.length;
  const far = Math.max(drawn, Math.min(total, selected + 2));

  useEffect(() => {
    if (drawn >= total) return;
    const timer = setTimeout(() => setDrawn(drawn + nextRows), 0);
    return () => clearTimeout(timer);
  }, [drawn, total]);

  useLayoutEffect(() => {
    onScroller((row) => {
      const element = document.getElementById(`row-${app.row(row).id}`);
      if (element) bringIntoSight(element);
    });
    const whole = () => {
      setDrawn(total);
      nearness.all();
    };
    addEventListener('beforeprint', whole);
    return () => removeEventListener('beforeprint', whole);
  }, []);

  const visible = new Uint8Array(total);
  for (const index of items.first) if (!items.folds.has(index)) visible[index] = 1;
  return (
    <div role="rowgroup" class="body">
      {app.data.rows.slice(0, far).flatMap((row, index) => {
        const end = items.folds.get(index);
        const shell = (
          <RowShell
            key={index}
            app={app}
            index={index}
            hidden={visible[index] === 0}
            selected={index === selected}
            writing={index === selected ? writing : null}
            decision={book.get(row.id)}
            differences={differences}
            nearness={nearness}
          />
        );
        if (end === undefined) return [shell];
        return [<FoldLine key={`fold-${index}`} app={app} from={index} end={end} />, shell];
      })}
    </div>
  );
}

/** Scrolls only if it must: to the middle, where what stands around it can be read. */
export function bringIntoSight(element: Element): void {
  const { top, bottom } = element.getBoundingClientRect();
  const head = document.querySelector('.table > .head')?.getBoundingClientRect().bottom ?? 0;
  if (top >= head && bottom <= innerHeight) return;
  const near = top > -innerHeight && bottom < 2 * innerHeight;
  element.scrollIntoView({ block: near ? 'nearest' : 'center' });
  // Rows that were never drawn have taken their true heights by now.
  if (!near) requestAnimationFrame(() => element.scrollIntoView({ block: 'center' }));
}
