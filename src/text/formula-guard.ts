/** Keeps spreadsheets from running a text as a formula. */

/** What spreadsheets treat as the beginning of a formula (OWASP's list, plus full-width forms). */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;

/** The text, prefixed with `'` if a spreadsheet would run it as a formula. */
export function guardFormula(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}

/** The text without the `'` that `guardFormula` added; `own` is the original text, if it is known. */
export function withoutGuard(text: string, own = ''): string {
  const rest = text.slice(1);
  const guarded = text.startsWith("'") && formulaStart.test(rest);
  // The original text itself may begin like this.
  return guarded && !(own.startsWith("'") && formulaStart.test(own.slice(1))) ? rest : text;
}
