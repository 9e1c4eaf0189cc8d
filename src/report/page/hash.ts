/** Links within the page: `#row-120` selects a row, `#show:type=1-2` shows only some. */
import type { App } from './model/app.js';
import { isFilterKey } from './model/filter.js';

/** Follows the address now and whenever it changes. */
export function followHash(app: App): void {
  const follow = () => {
    const [, row] = /^#row-(\d+)$/.exec(location.hash) ?? [];
    if (row !== undefined) app.goTo(Number(row), { focus: true });
    const [, key = '', value = ''] = /^#show:(\w+)=(.*)$/.exec(location.hash) ?? [];
    if (isFilterKey(key)) {
      app.filter({ [key]: decoded(value) });
      document.getElementById('texts')?.scrollIntoView();
    }
  };
  // The address of a row that is selected already is a link to follow, too.
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    if (link?.getAttribute('href') === location.hash) follow();
  });
  addEventListener('hashchange', follow);
  follow();
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
