import type { XmlAttributes } from './parse-xml.js';

/**
 * An attribute by its name without the prefix: programs are free in their prefixes, and hardly any
 * element has two attributes that differ in nothing else.
 */
export function localAttribute(attributes: XmlAttributes, local: string): string | undefined {
  const own = attributes[local];
  if (own !== undefined) return own;
  for (const name in attributes) {
    if (name.endsWith(local) && name.charAt(name.length - local.length - 1) === ':')
      return attributes[name];
  }
  return undefined;
}
