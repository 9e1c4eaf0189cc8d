/** How many decisions there are, and their way out of the page. */
import { useState } from 'preact/hooks';
import type { App } from '../model/app.js';
import { useStore } from '../model/use-store.js';

/** Shows the number of decisions; opens to download or forget them. */
export function DecisionsMenu({ app }: { readonly app: App }) {
  const count = useStore(app.decisions.book, (book) => book.size);
  const [name, setName] = useState('');
  return (
    <details class="menu decisions">
      <summary>
        {count} {count === 1 ? 'decision' : 'decisions'}
      </summary>
      <div class="sheet">
        <p>
          Decisions stay in this browser until you download them. “paralign review{' '}
          <bdi>{app.data.origin.source || 'FILE.paralign'}</bdi> --import FILE.json” takes them into
          the review.
        </p>
        <label>
          Your name (optional)
          <input
            type="text"
            value={name}
            autocomplete="name"
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <div class="buttons">
          <button
            type="button"
            class="main"
            disabled={count === 0}
            onClick={() => download(app, name.trim())}
          >
            Download
          </button>
          <button
            type="button"
            disabled={count === 0}
            onClick={() => {
              app.decisions.clear();
              app.say('all decisions cleared; u takes that back');
            }}
          >
            Clear all
          </button>
        </div>
      </div>
    </details>
  );
}

function download(app: App, name: string): void {
  const text = `${JSON.stringify(app.decisions.file(name), null, 1)}\n`;
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  const base = app.data.origin.source.replace(/\.[^.]*$/, '');
  link.download = `${base === '' ? '' : `${base}.`}decisions.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  app.say('decisions downloaded');
}
