import { mayHaveTag, rootElement } from '../../xml/root-element.js';

const doctype = /^(?:ï»¿|ÿþ|þÿ)?(?:\s|<\?[^>]*>|<!--[\s\S]*?-->)*<!doctype\s+html\b/i;

/** Whether a file begins as a page of HTML or XHTML does. */
export function isHtml(head: Uint8Array): boolean {
  if (!mayHaveTag(head)) return false;
  if (rootElement(head)?.local.toLowerCase() === 'html') return true;
  // In UTF-16 every other byte of these is zero.
  return doctype.test(Buffer.from(head).toString('latin1').replaceAll('\0', ''));
}

/** What a piece of a page may begin with; XML that other programs write may do so, too, but declares itself. */
const beginning =
  /^(?:<!--[\s\S]*?-->\s*)*<(article|blockquote|body|div|dl|figure|h[1-6]|head|header|main|ol|p|section|table|title|ul)(?=[\s>])(?![^<>]*\sxmlns(?::\w+)?=["'](?!http:\/\/www\.w3\.org\/1999\/xhtml))[^<>]*>/i;

/** Whether a text begins as a piece of a page of HTML does that is without its `<html>`, and has more of one. */
export function isHtmlFragment(head: string): boolean {
  const [tag, name = ''] = beginning.exec(head) ?? [];
  if (tag === undefined) return false;
  const rest = head.slice(tag.length);
  return new RegExp(`</${name}\\s*>|<(?:p|div|h[1-6]|li|tr|td|br)\\b`, 'i').test(rest);
}
