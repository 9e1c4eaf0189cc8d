/**
 * Makes text from sources safe for a terminal, where it must never act as a command. Control
 * characters become visible symbols; characters that reorder the line and invisible characters are
 * removed.
 */

/**
 * Embeddings, overrides, isolates and marks that reorder everything after them, and invisible
 * characters without a width (except joiners, which scripts need).
 */
const hidden = /[\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** Invisible tag characters, except in a flag, where they name the country. */
const tags = /(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]{0,6})[\u{e0000}-\u{e007f}]/gu;

/** C0 except tab and line feed, DEL, C1, and the separators at which some terminals break lines. */
// eslint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/g;

/** What a text has if anything in it may have to change; most texts have only letters and marks. */
const unusual = /[^\t\n -~\u00a0-\u0600\u2010-\u2027\u3001-\ud7ff]/;

/** Safe for a terminal; line breaks and tabs are kept. ESC becomes `␛`, C1 becomes `�`. */
export function safeText(text: string): string {
  if (!unusual.test(text)) return text;
  const seen = text.replace(hidden, '');
  return (seen.includes('\udb40') ? seen.replace(tags, '') : seen).replace(controls, visible);
}

/** Safe for a terminal and on one line: every run of white space becomes one space. */
export function oneLine(text: string): string {
  return safeText(text.replace(/\s{2,}|[^\S ]/g, ' ')).trim();
}

/**
 * Everything that must not reach a terminal unescaped, or that could hide there: control characters
 * except line breaks and tabs, characters that reorder a line, separators, and invisible characters
 * other than joiners.
 */
const unseen =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\r(?!\n)|(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]{0,6})[\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;

/**
 * For data on its way to a terminal, or JSON to anywhere: invisible characters become JSON escapes
 * (`\u001b`), which leaves the meaning of JSON unchanged.
 */
export function visibleData(text: string): string {
  return text.replace(unseen, escaped);
}

/** For our own text on its way to a terminal: as `visibleData`, but colours are kept where allowed. */
export function visibleText(text: string, color: boolean): string {
  if (!color) return visibleData(text);
  return text
    .split(colorSequence)
    .map((part, index) => (index % 2 === 0 ? visibleData(part) : part))
    .join('');
}

/** The sequences that `paint` writes. */
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
