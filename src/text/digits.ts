const decimalDigit = /\p{Nd}/u;
const asciiDigit = /[0-9]/;
const otherDigits = /(?!\d)\p{Nd}/gu;
/** Decimal digits outside ASCII begin with the Arabic ones. */
const mayHaveOthers = /[\u0660-\uffff]/;

/** Whether a text contains a decimal digit of any script. */
export function hasDigit(text: string): boolean {
  return asciiDigit.test(text) || (mayHaveOthers.test(text) && decimalDigit.test(text));
}

/** Converts the decimal digits of all scripts to 0-9; everything else is unchanged. */
export function toAsciiDigits(text: string): string {
  if (!mayHaveOthers.test(text)) return text;
  return text.replace(otherDigits, (digit) => {
    const code = digit.codePointAt(0)!;
    // Decimal digits come in runs of ten, starting with 0; several runs may follow each other
    // directly.
    let zero = code;
    while (decimalDigit.test(String.fromCodePoint(zero - 1))) zero--;
    return String((code - zero) % 10);
  });
}
