import type { FoundTerms } from '../found-terms.js';

/** Version of the document's shape; increased by a change that breaks readers. */
const jsonVersion = 1;

/** Terms as plain data for JSON.stringify, with two decimals. */
export function termsJson({ languages, pairs, terms }: FoundTerms): object {
  return {
    format: 'paralign-terms',
    version: jsonVersion,
    languages,
    pairs,
    terms: terms.map((term) => ({
      a: term.a,
      b: term.b,
      forms_a: term.formsA,
      forms_b: term.formsB,
      pairs_a: term.inA,
      pairs_b: term.inB,
      together: term.together,
      association: rounded(term.association),
      score: rounded(term.score),
      example: { row: term.example, a: term.exampleA, b: term.exampleB },
    })),
  };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
