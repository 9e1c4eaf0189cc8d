/** Buttons of the page as a whole. */
import { useState } from 'preact/hooks';
import type { App } from '../model/app.js';
import { HelpDialog } from '../keys/help-dialog.js';
import { DecisionsMenu } from '../decisions/decisions-menu.js';

const themes = ['auto', 'light', 'dark'] as const;

/** Decisions, colours, printing and help. */
export function HeaderActions({ app }: { readonly app: App }) {
  return (
    <>
      {!app.data.readOnly && <DecisionsMenu app={app} />}
      <ThemeButton />
      <button type="button" onClick={() => print()}>
        Print
      </button>
      <HelpDialog app={app} />
    </>
  );
}

function ThemeButton() {
  const [theme, setTheme] = useState<(typeof themes)[number]>('auto');
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'auto';
  return (
    <button
      type="button"
      title={`Change to ${next} colours`}
      onClick={() => {
        setTheme(next);
        if (next === 'auto') delete document.documentElement.dataset['theme'];
        else document.documentElement.dataset['theme'] = next;
      }}
    >
      Colours: {theme}
    </button>
  );
}
