/** Reads a page and says what its blocks are. */
import { readSource } from '../../../../src/read/read-source.js';

/** A block as tests compare it: its text, and in brackets what else is known of it. */
export async function readHtml(html: string | Uint8Array, name = 'page.html'): Promise<string[]> {
  const data = typeof html === 'string' ? new TextEncoder().encode(html) : html;
  const [source] = (await readSource(name, data)).sources;
  if (!source) return [];
  return source.blocks.map(({ start, end, heading, kind, noise }) => {
    const marks = [heading > 0 ? `h${heading}` : '', kind ?? '', noise ?? ''].filter(Boolean);
    const text = source.text.slice(start, end);
    return marks.length > 0 ? `${text} [${marks.join(', ')}]` : text;
  });
}

/** A page with this in its body. */
export const page = (body: string): string =>
  `<!DOCTYPE html><html><head><title>Title</title></head><body>${body}</body></html>`;
