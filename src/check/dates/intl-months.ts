/** Months of a language as its speakers write them, in every form that Intl knows. */
export function intlMonths(language: string): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  if (Intl.DateTimeFormat.supportedLocalesOf(language).length === 0) return values;
  const shapes: Intl.DateTimeFormatOptions[] = [
    { month: 'long' },
    { month: 'long', day: 'numeric' },
    { month: 'long', day: 'numeric', year: 'numeric' },
    { month: 'short', day: 'numeric' },
    { month: 'short' },
  ];
  for (const shape of shapes) {
    const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, {
      ...shape,
      timeZone: 'UTC',
    });
    for (let month = 0; month < 12; month++) {
      const part = format
        .formatToParts(Date.UTC(2001, month, 11))
        .find(({ type }) => type === 'month')?.value;
      const name = part?.toLocaleLowerCase(language).replace(/\.$/, '').normalize('NFC');
      // Numbers are not names (Chinese, Korean: 11月), and neither are one or two letters.
      if (name === undefined || name.length < 3 || /\p{Nd}/u.test(name)) continue;
      if (!values.has(name)) values.set(name, month + 1);
    }
  }
  return values;
}
