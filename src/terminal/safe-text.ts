/**
 * Text from sources on its way to a terminal: it must never act as a command there. Control
 * characters become visible symbols, characters that reorder the line or that nobody sees are taken out.
 */

/**
 * Embeddings, overrides, isolates and marks that change the order of everything after them, and
 * characters without a width that nobody sees (joiners are not among them: scripts need them).
 */
const hidden = /[\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** Letters that nobody sees, but for those that say whose a flag is. */
const tags = /(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]{0,6})[\u{e0000}-\u{e007f}]/gu;

/** C0 except tab and line feed, DEL, C1, and the separators some terminals break lines at. */
// eslint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/g;

/** Safe for a terminal, line breaks and tabs kept. ESC becomes `␛`, C1 becomes `�`. */
export function safeText(text: string): string {
  const seen = text.replace(hidden, '');
  return (seen.includes('\udb40') ? seen.replace(tags, '') : seen).replace(controls, visible);
}

/** Safe for a terminal and on one line: every run of white space is one blank. */
export function oneLine(text: string): string {
  return safeText(text.replace(/\s+/g, ' ')).trim();
}

/**
 * What must not reach a terminal as it is, and what hides there: control characters but line breaks
 * and tabs, what reorders a line, separators, and characters without a width that join nothing.
 */
const unseen =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\r(?!\n)|(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]{0,6})[\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;

/**
 * Data on its way to a terminal, or JSON on its way anywhere: what can't be seen is written as JSON
 * writes it (`\u001b`), so that JSON says the same as before.
 */
export function visibleData(text: string): string {
  return text.replace(unseen, escaped);
}

/** Our own text on its way to a terminal: as `visibleData`, but colours stay where they may be used. */
export function visibleText(text: string, color: boolean): string {
  if (!color) return visibleData(text);
  return text
    .split(colorSequence)
    .map((part, index) => (index % 2 === 0 ? visibleData(part) : part))
    .join('');
}

/** What `paint` writes. */
// eslint-disable-next-line no-control-regex
const colorSequence = /(\u001b\[[\d;]*m)/;

function escaped(character: string): string {
  let text = '';
  for (let index = 0; index < character.length; index++)
    text += `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`;
  return text;
}

function visible(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
}
