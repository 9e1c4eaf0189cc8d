/** The list of keys. */
import type { App } from '../model/app.js';
import { useStore } from '../model/use-store.js';
import { keyTable, showKey } from './key-table.js';
import { keysAreOn } from './listen.js';

const groups = ['Move', 'Decide', 'View'] as const;

/** A button, and the dialog that it opens. */
export function HelpDialog({ app }: { readonly app: App }) {
  const on = useStore(keysAreOn, (value) => value);
  const known = keyTable.filter(({ decides }) => !(decides && app.data.readOnly));
  return (
    <>
      <button
        type="button"
        onClick={() => document.querySelector<HTMLDialogElement>('#help')?.showModal()}
      >
        Keys <kbd aria-hidden="true">?</kbd>
      </button>
      <dialog id="help" aria-labelledby="help-title">
        <form method="dialog">
          <h2 id="help-title">Keys</h2>
          <label class="tick">
            <input
              type="checkbox"
              checked={on}
              onChange={(event) => keysAreOn.set(event.currentTarget.checked)}
            />
            Single keys work
          </label>
          <div class="keys" tabIndex={0} role="group" aria-label="List of keys">
            {groups.map((group) => {
              const lines = known.filter((command) => command.group === group);
              return (
                lines.length > 0 && (
                  <section>
                    <h3>{group}</h3>
                    <dl>
                      {lines.map(({ keys, label }) => (
                        <>
                          <dt>
                            {keys.map((key) => (
                              <kbd>{showKey(key)}</kbd>
                            ))}
                          </dt>
                          <dd>{label}</dd>
                        </>
                      ))}
                    </dl>
                  </section>
                )
              );
            })}
          </div>
          <button type="submit" class="main">
            Close
          </button>
        </form>
      </dialog>
    </>
  );
}
