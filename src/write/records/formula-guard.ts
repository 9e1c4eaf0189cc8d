/** Keeps spreadsheets from running what a text begins with. */

/** What spreadsheets take for the beginning of a formula (OWASP's list, with the wide forms). */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;

/** The text, with `'` before it when a spreadsheet would run it as a formula. */
export function guardFormula(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}
