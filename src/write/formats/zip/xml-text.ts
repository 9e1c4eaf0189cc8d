/** Texts as they may stand in XML and HTML. */

/** What XML 1.0 can't hold, in any spelling, besides halves of surrogate pairs. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** What else is no character of a text: the controls of Latin-1 that HTML doesn't allow. */
const controls = /[\u007f-\u0084\u0086-\u009f]/g;

/** Halves of surrogate pairs: as a unicode pattern, this matches no whole pair. */
const halves = /\p{Surrogate}/gu;

/** The text without control characters, with U+FFFD for halves of surrogate pairs. */
export function withoutControls(text: string): string {
  return text.replace(forbidden, '').replace(controls, '').replace(halves, '\ufffd');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** A text as the content of an element or attribute: nothing in it is markup. */
export function escapeXml(text: string): string {
  return withoutControls(text).replace(/[&<>"]/g, (mark) => entities[mark] ?? mark);
}
