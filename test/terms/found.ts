/** Terms as the writers get them. */
import type { FoundTerms } from '../../src/terms/found-terms.js';

export const found: FoundTerms = {
  languages: ['en', 'fr'],
  pairs: 9,
  left: 0,
  terms: [
    {
      a: 'bare repository',
      b: 'dépôt nu',
      formsA: ['bare repository', 'bare repositories'],
      formsB: ['dépôt nu'],
      inA: 4,
      inB: 5,
      together: 4,
      association: 12.3456,
      score: 5.4321,
      example: 7,
      exampleA: 'A "bare repository" has <no> files & no tree.',
      exampleB: "Un dépôt nu n'a\npas de fichiers.",
    },
    {
      a: '=SUM(A1)',
      b: '@home',
      formsA: ['=SUM(A1)'],
      formsB: ['@home'],
      inA: 3,
      inB: 3,
      together: 3,
      association: 11,
      score: 1,
      example: 2,
      exampleA: '=SUM(A1)\u0001',
      exampleB: '@home',
    },
  ],
};
