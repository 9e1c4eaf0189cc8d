/** The script of the page. */
import { render } from 'preact';
import type { PageData } from '../data/page-data.js';
import { App } from './model/app.js';
import { DecisionBook } from './model/decision-book.js';
import { followHash } from './hash.js';
import { listenToKeys } from './keys/listen.js';
import { HeaderActions } from './toolbar/header-actions.js';
import { Maps } from './map/maps.js';
import { printWhole } from './print-whole.js';
import { Texts } from './texts.js';
import { followWords } from './rows/word-highlights.js';

/** The data in the page: the program wrote it together with this script. */
function readData(): PageData {
  return JSON.parse(document.getElementById('data')?.textContent ?? '');
}

function shelf(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

function mount(id: string, content: preact.ComponentChild): void {
  const place = document.getElementById(id);
  if (!place) return;
  place.replaceChildren();
  render(content, place);
}

const data = readData();
const app = new App(data, new DecisionBook(data, shelf()));
mount('actions', <HeaderActions app={app} />);
mount('map', <Maps app={app} />);
mount('rows', <Texts app={app} />);
// On a telephone the texts must not lie three screens down.
if (matchMedia('(max-width: 60rem)').matches)
  document.querySelector('.numbers')?.removeAttribute('open');
printWhole(app);
document.documentElement.classList.add('ready');
followWords(app);
listenToKeys(app);
followHash(app);
setTimeout(() => app.texts.prepare(), 300);
