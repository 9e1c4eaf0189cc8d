/** The namespaces of Office Open XML, each as Word writes it and as the strict standard has it. */

const word = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);

/** Whether a namespace is that of the text of Word documents. */
export function isWord(uri: string): boolean {
  return word.has(uri);
}

/** Whether a namespace is that of formulas. */
export function isMath(uri: string): boolean {
  return (
    uri === 'http://schemas.openxmlformats.org/officeDocument/2006/math' ||
    uri === 'http://purl.oclc.org/ooxml/officeDocument/math'
  );
}

/** The namespace of alternatives for programs that do not know the newest elements. */
export const compatibility = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** Whether a property that can be on or off is on; it is when it has no value. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(?:0|false|off)$/i.test(value);
}
