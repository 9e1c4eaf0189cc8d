/** The namespaces of OpenDocument that matter for text, by what they are about. */
const prefix = 'urn:oasis:names:tc:opendocument:xmlns:';

/** What a namespace is about: `text`, `table`, `office` ...; empty if it is none of OpenDocument. */
export function subjectOf(uri: string): string {
  if (!uri.startsWith(prefix)) return uri === svg ? 'svg-compatible' : '';
  const end = uri.indexOf(':', prefix.length);
  return end < 0 ? '' : uri.slice(prefix.length, end);
}

const svg = 'http://www.w3.org/2000/svg';
