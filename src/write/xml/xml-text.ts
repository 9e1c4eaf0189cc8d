/** Text in XML 1.0: whatever a source holds is data, never markup. */
import { LegalText, legalText } from '../records/legal-text.js';

/** Escapes the texts of one output and counts the characters that XML can't hold. */
export class XmlText extends LegalText {
  /** The content of an element. A carriage return is written as a reference: a parser would change it. */
  content(text: string): string {
    return this.legal(text).replace(/[&<>\r]/g, reference);
  }

  /** The value of an attribute, without quotes. Parsers turn line breaks and tabs in it into blanks. */
  attribute(value: string): string {
    return this.legal(value).replace(/[&<>"\t\n\r]/g, reference);
  }

  /** `<name a="1">text</name>`; attributes that are undefined are left out. */
  element(name: string, attributes: XmlAttributeValues, text: string): string {
    return `<${name}${this.attributes(attributes)}>${this.content(text)}</${name}>`;
  }

  /** ` a="1" b="2"`, in the order given; attributes that are undefined are left out. */
  attributes(values: XmlAttributeValues): string {
    return Object.entries(values)
      .map(([name, value]) => (value === undefined ? '' : ` ${name}="${this.attribute(value)}"`))
      .join('');
  }
}

/** A text whose characters have been counted, as the content of an element or attribute in XML or HTML. */
export function escapeXml(text: string): string {
  return legalText(text).replace(/[&<>"]/g, reference);
}

/** Values of attributes by name. */
export type XmlAttributeValues = Readonly<Record<string, string | undefined>>;

/** The first line of every XML file that is written. */
export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function reference(character: string): string {
  return references[character] ?? `&#${character.charCodeAt(0)};`;
}
