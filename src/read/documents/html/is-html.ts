import { rootElement } from '../../xml/root-element.js';

const doctype = /^(?:ï»¿|ÿþ|þÿ)?(?:\s|<\?[^>]*>|<!--[\s\S]*?-->)*<!doctype\s+html\b/i;

/** Whether a file begins as a page of HTML or XHTML does. */
export function isHtml(head: Uint8Array): boolean {
  if (rootElement(head)?.local.toLowerCase() === 'html') return true;
  // In UTF-16 every other byte of these is zero.
  return doctype.test(Buffer.from(head).toString('latin1').replaceAll('\0', ''));
}
