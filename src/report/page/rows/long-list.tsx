/** A list that holds only the rows in sight, for tens of thousands of rows; printing shows them all. */
import { flushSync } from 'preact/compat';
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { itemAt, lineOf } from '../model/items.js';
import { useStore } from '../model/use-store.js';
import { FoldLine } from './fold.js';
import { LineHeights } from './line-heights.js';
import type { ListProps } from './list-props.js';
import { bringIntoSight } from './plain-list.js';
import { RowShell } from './row-shell.js';
import { useLines } from './use-lines.js';

/** Height of a row before it is known, in CSS pixels. */
const usualHeight = 72;

/** The rows of the table. */
export function LongList({ app, differences, onScroller }: ListProps) {
  const items = useStore(app.state, (state) => state.items);
  const selected = useStore(app.state, (state) => state.selected);
  const writing = useStore(app.state, (state) => state.writing);
  const book = useStore(app.decisions.book, (value) => value);
  const [printing, setPrinting] = useState(false);
  const total = app.data.rows.length;
  const heights = useMemo(() => new LineHeights(2 * total, usualHeight), []);
  const idOf = useMemo(
    () => (place: number) => {
      const index = items.first[place] ?? 0;
      return items.folds.has(index) ? total + index : index;
    },
    [items],
  );
  const lines = useLines({ heights, count: items.length, idOf, scroller: () => null });

  useLayoutEffect(() => {
    onScroller((row) => {
      lines.draw(lineOf(app.state.value.items, row));
      const element = document.getElementById(`row-${app.row(row).id}`);
      if (element) bringIntoSight(element);
    });
    const print = () => flushSync(() => setPrinting(true));
    const printed = () => setPrinting(false);
    addEventListener('beforeprint', print);
    addEventListener('afterprint', printed);
    return () => {
      removeEventListener('beforeprint', print);
      removeEventListener('afterprint', printed);
    };
  }, []);

  const [from, end] = printing ? [0, items.length] : [lines.from, lines.end];
  const drawn = [];
  for (let place = from; place < end; place++) {
    const item = itemAt(items, place);
    if (item?.kind === 'fold')
      drawn.push(<FoldLine key={`fold-${item.from}`} app={app} from={item.from} end={item.end} />);
    else if (item)
      drawn.push(
        <RowShell
          key={item.index}
          app={app}
          index={item.index}
          hidden={false}
          selected={item.index === selected}
          writing={item.index === selected ? writing : null}
          decision={book.get(app.row(item.index).id)}
          differences={differences}
          nearness={null}
        />,
      );
  }
  return (
    <div role="presentation" class={printing ? 'long printing' : 'long'}>
      <div role="presentation" class="filler" ref={lines.above} />
      <div role="rowgroup" class="body" ref={lines.body}>
        {drawn}
      </div>
      <div role="presentation" class="filler" ref={lines.below} />
    </div>
  );
}
