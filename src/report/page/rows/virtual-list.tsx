/** A list that holds only the rows in sight, for tens of thousands of rows; printing shows them all. */
import { observeWindowOffset, observeWindowRect, windowScroll } from '@tanstack/virtual-core';
import { flushSync } from 'preact/compat';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { placeOf, type Item } from '../model/items.js';
import { useStore } from '../model/store.js';
import { FoldLine } from './fold.js';
import type { ListProps } from './list-props.js';
import { RowShell } from './row-shell.js';
import { useVirtual } from './use-virtual.js';

/** Height of a row before it is known, in CSS pixels. */
const usualHeight = 72;

/** The rows of the table. */
export function VirtualList({ app, differences, onScroller }: ListProps) {
  const { items, selected, writing } = useStore(app.state, (state) => state);
  const book = useStore(app.decisions.book, (value) => value);
  const [printing, setPrinting] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const virtual = useVirtual<Window>({
    count: items.length,
    getScrollElement: () => window,
    estimateSize: () => usualHeight,
    getItemKey: (place) => keyOf(items[place]),
    scrollMargin: body.current ? topOf(body.current) : 0,
    scrollPaddingStart: document.querySelector('.bar')?.clientHeight ?? 0,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
  });

  useLayoutEffect(() => {
    onScroller((row) => {
      const place = placeOf(app.state.value.items, row);
      const element = document.getElementById(`row-${app.row(row).id}`);
      const box = element?.getBoundingClientRect();
      const head = document.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0;
      if (box && box.top >= head && box.bottom <= innerHeight) return;
      if (box && element && box.top > -innerHeight && box.bottom < 2 * innerHeight)
        element.scrollIntoView({ block: 'nearest' });
      else if (place >= 0) virtual.scrollToIndex(place, { align: 'center' });
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

  const draw = (item: Item) =>
    item.kind === 'fold' ? (
      <FoldLine app={app} from={item.from} end={item.end} />
    ) : (
      <RowShell
        app={app}
        index={item.index}
        hidden={false}
        selected={item.index === selected}
        writing={item.index === selected ? writing : null}
        decision={book.get(app.row(item.index).id)}
        differences={differences}
        nearness={null}
      />
    );
  if (printing)
    return (
      <div role="rowgroup" class="body">
        {items.map(draw)}
      </div>
    );
  const lines = virtual.getVirtualItems();
  const first = (lines[0]?.start ?? 0) - virtual.options.scrollMargin;
  return (
    <div
      role="rowgroup"
      class="body virtual"
      ref={body}
      style={{ height: `${virtual.getTotalSize()}px` }}
    >
      <div role="presentation" style={{ transform: `translateY(${Math.max(0, first)}px)` }}>
        {lines.map(({ key, index }) => {
          const item = items[index];
          return (
            item && (
              <div
                role="presentation"
                key={String(key)}
                data-index={index}
                ref={(element) => virtual.measureElement(element)}
              >
                {draw(item)}
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}

function keyOf(item: Item | undefined): string | number {
  if (item === undefined) return -1;
  return item.kind === 'row' ? item.index : `fold-${item.from}`;
}

function topOf(element: Element): number {
  return element.getBoundingClientRect().top + scrollY;
}
