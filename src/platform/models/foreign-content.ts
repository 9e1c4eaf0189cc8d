/**
 * What stands in the place of a model's file now and then: networks answer with the page where one logs
 * in, repositories with a pointer to the file, broken copies with nothing.
 */

/** What a file of a model is instead of itself, by its first bytes; undefined where it may be one. */
export function foreignContent(file: string, head: Uint8Array): string | undefined {
  // A card may say what it likes, and nothing reads it but lists.
  if (file.endsWith('.md')) return undefined;
  if (head.length === 0) return 'empty';
  const start = new TextDecoder()
    .decode(head.subarray(0, 1024))
    .replace(/^\ufeff/, '')
    .trimStart();
  if (start.startsWith('version https://git-lfs.github.com/')) {
    return 'a Git LFS pointer';
  }
  // No model begins so: JSON has a bracket, and a graph a field of its own.
  if (/^<(?:[!?a-z])/i.test(start)) return aPage;
  return undefined;
}

const aPage = 'a web page (perhaps a login or error page)';
