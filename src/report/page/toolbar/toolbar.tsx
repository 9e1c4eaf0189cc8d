/** Search, filters and what is shown. */
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { CheckCode } from '../../../domain.js';
import { checkTitles } from '../../data/check-titles.js';
import { isAside } from '../../data/row-facts.js';
import type { App } from '../model/app.js';
import { copyText, tableText } from '../model/copy.js';
import { languageName } from '../model/language.js';
import { filterKeys, noFilter, type FilterKey } from '../model/filter.js';
import { useStore } from '../model/use-store.js';
import { SearchHits } from './search-hits.js';

const titles: Readonly<Record<FilterKey, string>> = {
  level: 'Confidence',
  status: 'Status',
  check: 'Check',
  type: 'Type',
  language: 'Language',
};

const valueNames: Readonly<Record<string, string>> = {
  none: 'not measured',
  'needs-review': 'needs review',
};

/** The bar above the texts. */
export function Toolbar({ app }: { readonly app: App }) {
  const { filter, items, foldNoise, said, view } = useStore(app.state, (state) => state);
  const total = app.data.rows.length;
  const shown = items.rows;
  const noise = useMemo(() => app.data.rows.some(isAside), []);
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = bar.current;
    if (!element) return;
    // What sticks below the bar, and rows that are scrolled to, must know how high it is.
    const observer = new ResizeObserver(() =>
      document.documentElement.style.setProperty('--bar', `${element.offsetHeight}px`),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div class="bar" ref={bar} role="search" aria-label="Search and filter">
      <label class="search">
        <span class="sr">Search all columns</span>
        <input
          type="search"
          id="search"
          placeholder="Search all columns  ( / )"
          value={filter.search}
          onInput={(event) => app.filter({ search: event.currentTarget.value })}
        />
      </label>
      <div class="filters">
        {filterKeys.map((key) => (
          <FilterSelect app={app} name={key} value={filter[key]} />
        ))}
        {noise && (
          <label class="tick">
            <input
              type="checkbox"
              checked={!foldNoise}
              onChange={(event) => app.foldNoise(!event.currentTarget.checked)}
            />
            Noise
          </label>
        )}
      </div>
      <div class="views" role="group" aria-label="View">
        <button type="button" aria-pressed={view === 'table'} onClick={() => app.show('table')}>
          Table
        </button>
        <button type="button" aria-pressed={view === 'sides'} onClick={() => app.show('sides')}>
          Side by side
        </button>
      </div>
      <p class="count">
        {shown === total ? `${total} rows` : `${shown} of ${total} rows`}
        {shown !== total && (
          <button type="button" onClick={() => app.filter(noFilter)}>
            Show all
          </button>
        )}
        <button
          type="button"
          onClick={() => {
            const rows = [...items.first].flatMap((from) =>
              app.data.rows.slice(from, items.folds.get(from) ?? from + 1),
            );
            void copyText(app, tableText(app.data.columns, rows), `${rows.length} rows copied`);
          }}
        >
          Copy <span class="sr">the shown rows</span>
        </button>
      </p>
      <p class="sr" role="status">
        {said}
      </p>
      <SearchHits app={app} />
    </div>
  );
}

function FilterSelect({
  app,
  name,
  value,
}: {
  readonly app: App;
  readonly name: FilterKey;
  readonly value: string;
}) {
  const choices: readonly string[] = app.choices[name];
  if (choices.length < 2 && value === '' && name !== 'check') return null;
  if (choices.length === 0) return null;
  return (
    <label>
      <span>{titles[name]}</span>
      <select
        value={value}
        class={value === '' ? '' : 'on'}
        onChange={(event) => app.filter({ [name]: event.currentTarget.value })}
      >
        <option value="">all</option>
        {name === 'check' && <option value="any">any failed</option>}
        {choices.map((choice) => (
          <option value={choice}>{choiceName(name, choice)}</option>
        ))}
      </select>
    </label>
  );
}

function isCheckCode(name: string): name is CheckCode {
  return name in checkTitles;
}

function choiceName(key: FilterKey, value: string): string {
  if (key === 'check' && isCheckCode(value)) return checkTitles[value].toLowerCase();
  if (key === 'language') return languageName(value);
  return valueNames[value] ?? value;
}
