/**
 * Text from sources on its way to a terminal: it must never act as a command there. Control
 * characters become visible symbols, characters that reorder the line are taken out.
 */

/** Embeddings, overrides, isolates and marks that change the order of everything after them. */
const bidiControls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** C0 except tab and line feed, DEL, C1, and the separators some terminals break lines at. */
// eslint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/g;

/** Safe for a terminal, line breaks and tabs kept. ESC becomes `␛`, C1 becomes `�`. */
export function safeText(text: string): string {
  return text.replace(bidiControls, '').replace(controls, visible);
}

/** Safe for a terminal and on one line: every run of white space is one blank. */
export function oneLine(text: string): string {
  return safeText(text.replace(/\s+/g, ' ')).trim();
}

function visible(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
}
