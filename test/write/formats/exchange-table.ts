/** A table with everything that formats for other programs must keep or leave out. */
import type { Table } from '../../../src/domain.js';
import { makeRow, makeSource, makeTable } from '../table-fixture.js';

/** English and Arabic: an edited pair, a 2-1 with a note and a check, a rejected pair, a single, noise. */
export function exchangeTable(): Table {
  return makeTable(
    [
      makeSource('en.txt', 'en', [
        'Fish & <b>chips</b> cost "3".',
        'Share this|noise',
        'Two.',
        'Three.',
        'Wrong.',
        'Alone.',
      ]),
      makeSource('ar.txt', 'ar', ['سمك.', 'اثنان وثلاثة.', 'خطأ.']),
    ],
    [
      makeRow([[0], [0]], { status: 'edited', edits: { 1: 'سمك & بطاطا.' } }),
      makeRow([[1, 2], [1]], {
        status: 'accepted',
        note: 'Joined -- "well" <done>',
        checks: [
          {
            code: 'number',
            a: { stream: 0, values: ['2'], spans: [] },
            b: { stream: 1, values: [], spans: [] },
          },
        ],
      }),
      makeRow([[3], [2]], { status: 'rejected' }),
      makeRow([[4], []]),
    ],
  );
}

/** The pairs of it that formats of pairs hold, as the readers' tests show links. */
export const exchangePairs = [
  'Fish & <b>chips</b> cost "3". = سمك & بطاطا.',
  'Two.\nThree. = اثنان وثلاثة.',
];

/** English, Spanish and German; the second row lacks the first, the third has two of three. */
export function threeTexts(): Table {
  return makeTable(
    [
      makeSource('a', 'en', ['One.', 'Three.']),
      makeSource('b', 'es', ['Uno.', 'Dos.', 'Tres.']),
      makeSource('c', 'de', ['Eins.', 'Zwei.']),
    ],
    [makeRow([[0], [0], [0]]), makeRow([[], [1], [1]]), makeRow([[1], [2], []])],
  );
}

/** A pair whose texts try to break out of whatever they are written in. */
export function hostileTable(): Table {
  return makeTable(
    [
      makeSource('a"<&>.txt', 'en', [
        `]]><x y='1'>&amp;\u0000\u0007\ud800\r\u2028\ufffe-->\t"\\n`,
        'b',
      ]),
      makeSource('b', 'es', ['<!-- & --> \\ "q"\u{1f600}', 'c']),
    ],
    [makeRow([[0], [0]], { note: '\u0001--></tu>\n#. x\n"' }), makeRow([[1], [1]])],
  );
}
