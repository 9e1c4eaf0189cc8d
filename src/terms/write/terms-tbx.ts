import { xmlDeclaration, XmlText } from '../../write/xml/xml-text.js';
import type { Diagnostic } from '../../diagnostics.js';
import type { FoundTerm, FoundTerms } from '../found-terms.js';

/**
 * Terms as TBX-Basic (ISO 30042:2019, style dca): a concept for each, with a term and its context in either language. Other
 * forms and figures stand in notes, for which the dialect has no category.
 */
export function termsTbx(
  found: FoundTerms,
  onDiagnostic?: (diagnostic: Diagnostic) => void,
): string {
  const xml = new XmlText();
  const [a, b] = found.languages;
  const concepts = found.terms.map((term, index) =>
    [
      `<conceptEntry id="c${index + 1}">\n`,
      `${xml.element('note', {}, figures(term))}\n`,
      section(xml, a, term.a, term.formsA, term.exampleA),
      section(xml, b, term.b, term.formsB, term.exampleB),
      '</conceptEntry>\n',
    ].join(''),
  );
  xml.report(onDiagnostic);
  return [
    xmlDeclaration,
    '<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">\n',
    '<tbxHeader>\n<fileDesc>\n<sourceDesc>\n',
    '<p>Candidate terms, found in aligned texts by paralign</p>\n',
    '</sourceDesc>\n</fileDesc>\n</tbxHeader>\n<text>\n<body>\n',
    ...concepts,
    '</body>\n</text>\n</tbx>\n',
  ].join('');
}

function figures({ together, inA, inB, association, example }: FoundTerm): string {
  return `linked in ${together} pairs (${inA} and ${inB} have it), log-likelihood ratio ${association.toFixed(2)}, example in row ${example}`;
}

function section(
  xml: XmlText,
  language: string,
  term: string,
  forms: readonly string[],
  context: string,
): string {
  const others = forms.filter((form) => form !== term);
  return [
    `<langSec${xml.attributes({ 'xml:lang': language })}>\n<termSec>\n`,
    `${xml.element('term', {}, term)}\n`,
    context === '' ? '' : `${xml.element('descrip', { type: 'context' }, context)}\n`,
    others.length === 0 ? '' : `${xml.element('note', {}, `forms: ${others.join('; ')}`)}\n`,
    '</termSec>\n</langSec>\n',
  ].join('');
}
