/** The date of `FormatOptions`, `20261129T101500Z`, as XML has it: `2026-11-29T10:15:00Z`. */
export function isoDate(date: string): string {
  return date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
}
