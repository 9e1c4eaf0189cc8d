/** What is printed: the table, with what is folded on the screen. The filter stays, as somebody chose it. */
import type { App } from './model/app.js';

/** Changes the page for the printer, and back. Must come before those who draw what is printed. */
export function printWhole(app: App): void {
  let before: { readonly foldNoise: boolean; readonly view: 'table' | 'sides' } | null = null;
  addEventListener(
    'beforeprint',
    () => {
      const { foldNoise, view } = app.state.value;
      before = { foldNoise, view };
      app.show('table');
      app.foldNoise(false);
    },
    { capture: true },
  );
  addEventListener('afterprint', () => {
    if (before === null) return;
    app.foldNoise(before.foldNoise);
    app.show(before.view);
    before = null;
  });
}
