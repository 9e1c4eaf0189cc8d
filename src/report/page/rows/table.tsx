/** The synoptic table: all texts beside each other, a row for each link. */
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { App } from '../model/app.js';
import { Differences } from './differences.js';
import { languageName } from '../model/language.js';
import { PlainList } from './plain-list.js';
import { LongList } from './long-list.js';

/**
 * Longer tables hold only the rows in sight. With 5,000 rows in the page, filtering them took .6 to 1 s, and
 * scrolling stopped for .15 s, although the browser skips the layout of those out of sight.
 */
const mostPlain = 500;

/** Tables of more columns may be wider than the page. */
const mostNarrow = 4;

/** The table with its head. */
export function TextTable({ app }: { readonly app: App }) {
  const { columns, rows } = app.data;
  const differences = useMemo(() => new Differences(columns), [columns]);
  const table = useRef<HTMLDivElement>(null);
  const List = rows.length > mostPlain ? LongList : PlainList;

  useLayoutEffect(() => {
    // Lighting up the row under the pointer must not draw the list again.
    let lit: Element | null = null;
    return app.hovered.watch(() => {
      lit?.classList.remove('hovered');
      const row = app.data.rows[app.hovered.value];
      lit = row ? document.getElementById(`row-${row.id}`) : null;
      lit?.classList.add('hovered');
    });
  }, []);

  const onScroller = (scroll: (row: number) => void) => {
    app.reveal = (row, { focus }) => {
      scroll(row);
      // The selected row grows by what can be done with it.
      requestAnimationFrame(() => scroll(row));
      if (focus) focusRow(app, row);
    };
  };
  const isWide = columns.length > mostNarrow;
  const drawn = (
    <div
      class="table"
      role="table"
      aria-label="Texts"
      aria-rowcount={rows.length + 1}
      ref={table}
      style={isWide ? { '--columns': columns.length } : undefined}
      onMouseOver={(event) => app.hovered.set(rowUnder(event.target))}
      onMouseLeave={() => app.hovered.set(app.state.value.selected)}
      onFocusCapture={(event) => app.hovered.set(rowUnder(event.target))}
      onClick={(event) => clicked(app, event)}
    >
      <div role="rowgroup" class="head">
        <div role="row" class="row" aria-rowindex={1}>
          <div role="columnheader" class="facts">
            Row
          </div>
          {columns.map(({ name, language }) => (
            <div role="columnheader">
              <bdi>{name}</bdi>{' '}
              <span class="language" title={language}>
                {languageName(language)}
              </span>
            </div>
          ))}
        </div>
      </div>
      <List app={app} differences={differences} onScroller={onScroller} />
    </div>
  );
  if (!isWide) return drawn;
  return (
    <div class="wide" role="region" aria-label="Texts, wider than the page" tabIndex={0}>
      {drawn}
    </div>
  );
}

/** Index of the row that an element belongs to; -1 if to none. */
export function rowUnder(target: EventTarget | null): number {
  const row = target instanceof Element ? target.closest('[role=row][data-index]') : null;
  return row instanceof HTMLElement ? Number(row.dataset['index']) : -1;
}

function clicked(app: App, event: MouseEvent): void {
  const { target } = event;
  const index = rowUnder(target);
  if (index < 0 || !(target instanceof Element)) return;
  const control = target.closest('a, button, textarea, input, select');
  // Who marks text to copy it does not want the row.
  const marking = getSelection()?.isCollapsed === false;
  if (control instanceof HTMLAnchorElement && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    app.select(index, { focus: true });
  } else if (control === null && !marking) app.select(index);
}

function focusRow(app: App, row: number, tries = 20): void {
  const link = document.querySelector(`#row-${app.row(row).id} .facts a`);
  if (link instanceof HTMLElement) link.focus({ preventScroll: true });
  else if (tries > 0 && app.state.value.selected === row)
    requestAnimationFrame(() => focusRow(app, row, tries - 1));
}
