/** Gives the keys to the commands, unless somebody is writing or has turned them off. */
import type { App } from '../model/app.js';
import { Store } from '../model/store.js';
import { keyTable } from './key-table.js';

/** Whether single keys do something: people who speak to their computer turn them off. */
export const keysAreOn = new Store(true);

/** Keys that the browser needs where the focus is on a control. */
const ofControls = /^( |Enter|Home|End|PageUp|PageDown|Arrow.*)$/;

/** Listens to the keyboard. */
export function listenToKeys(app: App): void {
  document.addEventListener('keydown', (event) => {
    const { target, key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (!(target instanceof Element) || target.closest('dialog')) return;
    if (key === 'Escape') return leave(app, target);
    if (!keysAreOn.value || target.closest('input, textarea, select')) return;
    // On a row's link Enter accepts; on other controls it does what they do.
    const onRow = target.closest('.facts') !== null;
    if (ofControls.test(key) && !onRow && target.closest('a, button, summary, [role=application]'))
      return;
    // Without a selected row, these scroll the page.
    if (ofControls.test(key) && !onRow) return;
    const command = keyTable.find(({ keys }) => keys.includes(key));
    if (!command || (command.decides && app.data.readOnly)) return;
    event.preventDefault();
    command.run(app);
  });
}

function leave(app: App, target: Element): void {
  if (app.state.value.writing !== null) app.write(null);
  else if (target.id === 'search' && app.state.value.filter.search !== '')
    app.filter({ search: '' });
  else if (target.closest('.bar') && app.state.value.selected >= 0)
    app.reveal(app.state.value.selected, { focus: true });
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('details.menu[open]'))
    menu.open = false;
}
