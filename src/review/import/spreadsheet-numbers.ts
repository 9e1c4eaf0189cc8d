/** Numbers as rewritten by spreadsheets; null if they can't be read reliably. */

/** A number that a spreadsheet may have given decimals or separators; null for a date, a word, nothing. */
export function wholeNumber(field: string): number | null {
  const text = field.trim();
  if (/^\d{1,15}$/.test(text)) return Number(text);
  const decimals = /^(\d{1,15})[.,]0{1,2}$/.exec(text)?.[1];
  return decimals === undefined ? null : Number(decimals);
}

/** `120;300`, `1,204`, `12.00`: the numbers of a list, null if one of them can't be read. */
export function numbersOf(field: string): readonly number[] | null {
  if (field.trim() === '') return [];
  const numbers = field.split(';').map((part) => {
    const text = part.trim();
    const grouped = /^\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+(?:[.,]0{1,2})?$/u.test(text);
    const digits = text.replace(/[.,]0{1,2}$/, '').replace(/\D/g, '');
    return grouped ? Number(digits) : wholeNumber(text);
  });
  return numbers.includes(null) ? null : numbers.filter((number) => number !== null);
}

/** Larger ranges can't be sentences. */
const widestRange = 100_000;

/** `4-5;9` as 4, 5, 9; null if a spreadsheet turned it into a date (`5-Apr`). */
export function rangesOf(field: string): readonly number[] | null {
  if (field.trim() === '') return [];
  const numbers: number[] = [];
  for (const part of field.split(';')) {
    const [, first, last] = /^(\d{1,9})-(\d{1,9})$/.exec(part.trim()) ?? [];
    const single = wholeNumber(part);
    if (single !== null) numbers.push(single);
    else {
      const [from, to] = [Number(first), Number(last)];
      // "5-4" is the fourth of May.
      if (!(from < to) || to - from > widestRange) return null;
      for (let number = from; number <= to; number++) numbers.push(number);
    }
  }
  return numbers;
}
