import { AppError } from '../../../errors.js';
import { statedLanguage } from '../../../text/languages/stated-language.js';
import { htmlEntities } from '../../xml/html-entities.js';
import { parseXml, type XmlElement } from '../../xml/parse-xml.js';
import type { DocumentReader, FoundText } from '../document.js';
import { TextBuilder } from '../text-builder.js';
import { teiElement } from './tei-elements.js';
import { XmlBlocks, type ElementPlace, type ElementRule } from './xml-blocks.js';
import { xmlElement } from './xml-elements.js';

/**
 * Reads TEI: the text without its header, with `<s>` as sentences. Where parts of a corpus or of a text are
 * in different languages by their `xml:lang`, each language is a text.
 */
export const teiReader: DocumentReader = readerOf('TEI', teiElement, /^(?:TEI|teiCorpus)(?:\.2)?$/);

/** Reads any other XML by what looks like its paragraphs. */
export const xmlReader: DocumentReader = readerOf('XML', xmlElement, /^/);

/** Elements whose language is that of a text. */
const texts = /^(?:TEI|TEI\.2|teiCorpus|text)$/;

function readerOf(
  title: string,
  ruleOf: (element: XmlElement, place: ElementPlace) => ElementRule,
  root: RegExp,
): DocumentReader {
  return {
    takes: 'stream',
    textIs: 'extracted',
    async read(name, chunks, { encoding }) {
      const builders = new Map<string, TextBuilder>();
      let included = 0;
      const blocks = new XmlBlocks(name, {
        rule(element, place) {
          const { local, uri, attributes, depth } = element;
          if (depth === 1 && !root.test(local)) {
            throw new AppError(
              'unreadable-document',
              `${name}: no ${title}, but XML of <${local}>`,
              {
                hint: 'leave out the format, and it will be recognised',
              },
            );
          }
          if (uri === 'http://www.w3.org/2001/XInclude' && local === 'include') included++;
          const rule = ruleOf(element, place);
          const part = attributes['xml:lang'] ?? (depth === 1 ? attributes['lang'] : undefined);
          return part !== undefined && (depth === 1 || texts.test(local))
            ? { ...rule, details: { ...rule.details, part: statedLanguage(part).part } }
            : rule;
        },
        block(text, { part = '', ...details }) {
          let builder = builders.get(part);
          if (!builder) builders.set(part, (builder = new TextBuilder(name)));
          builder.add(text, details);
        },
      });
      const options = { entities: htmlEntities, ...(encoding !== undefined && { encoding }) };
      await parseXml(name, chunks, blocks, options);
      const notices =
        included === 0
          ? []
          : [
              `the text of ${included === 1 ? 'a file' : `${included} files`} that it includes is not read`,
            ];
      const found = [...builders].map(([part, builder]): FoundText => {
        const { language } = statedLanguage(part);
        return {
          ...builder.finish(),
          ...(part !== '' && { part }),
          ...(language !== undefined && { language }),
          ...(notices.length > 0 && { notices }),
        };
      });
      return found.length === 1 && found[0] ? found[0] : { texts: found };
    },
  };
}
