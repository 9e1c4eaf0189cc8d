import type { XmlAttributes, XmlElement, XmlHandlers } from '../xml/parse-xml.js';

/** What to do with elements whose whole text is wanted. */
export interface TextHandlers {
  /** An element begins. */
  open?(element: XmlElement): void;
  /** An element that `wants` its text ended: `text` is all of it, elements inside included. */
  text(local: string, attributes: XmlAttributes, text: string): void;
  /** Any other element ended. */
  close?(local: string): void;
}

/** Handlers of XML that collect the texts of some elements; those inside of them are not told apart. */
export function textsOf(wanted: ReadonlySet<string>, handlers: TextHandlers): XmlHandlers {
  let open: { local: string; attributes: XmlAttributes; depth: number } | undefined;
  let pieces: string[] = [];
  return {
    open(element) {
      if (open) return;
      handlers.open?.(element);
      const { local, attributes, depth } = element;
      if (wanted.has(local)) open = { local, attributes, depth };
    },
    text(text) {
      if (open) pieces.push(text);
    },
    close(local, _uri, depth) {
      if (!open) handlers.close?.(local);
      else if (open.depth === depth) {
        const own = open;
        const text = pieces.join('');
        open = undefined;
        pieces = [];
        handlers.text(own.local, own.attributes, text);
      }
    },
  };
}
