/** The texts with what chooses among them. */
import type { App } from './model/app.js';
import { TextTable } from './rows/table.js';
import { useStore } from './model/use-store.js';
import { SideBySide } from './sides/side-by-side.js';
import { Toolbar } from './toolbar/toolbar.js';

/** The toolbar, and the texts as a table or side by side. */
export function Texts({ app }: { readonly app: App }) {
  const view = useStore(app.state, (state) => state.view);
  return (
    <>
      <Toolbar app={app} />
      {view === 'table' ? <TextTable app={app} /> : <SideBySide app={app} />}
    </>
  );
}
