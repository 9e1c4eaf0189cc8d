/**
 * What sometimes arrives in place of a model's file: a network's login page, a repository's pointer
 * to the file, or nothing from a broken copy.
 */

/** What a model's file really contains, judged by its first bytes; undefined if it may be genuine. */
export function foreignContent(file: string, head: Uint8Array): string | undefined {
  // A model card may contain anything; only lists read it.
  if (file.endsWith('.md')) return undefined;
  if (head.length === 0) return 'empty';
  const start = new TextDecoder()
    .decode(head.subarray(0, 1024))
    .replace(/^\ufeff/, '')
    .trimStart();
  if (start.startsWith('version https://git-lfs.github.com/')) {
    return 'a Git LFS pointer';
  }
  // No model file begins like this: JSON begins with a bracket, a graph with a field tag.
  if (/^<(?:[!?a-z])/i.test(start)) return aPage;
  return undefined;
}

const aPage = 'a web page (perhaps a login or error page)';
