/** Keeps spreadsheets from running what a text begins with. */

/** What spreadsheets take for the beginning of a formula (OWASP's list, with the wide forms). */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;

/** The text, with `'` before it when a spreadsheet would run it as a formula. */
export function guardFormula(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}

/** The text without the `'` that `guardFormula` put before it; `own` is what was guarded, if it is known. */
export function withoutGuard(text: string, own = ''): string {
  const rest = text.slice(1);
  const guarded = text.startsWith("'") && formulaStart.test(rest);
  // A text that begins like this by itself was not guarded.
  return guarded && !(own.startsWith("'") && formulaStart.test(own.slice(1))) ? rest : text;
}
