import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSource } from '../../../../src/read/read-source.js';
import { makeZip } from '../../archive/make-zip.js';
import { blocksOf } from '../blocks-of.js';
import { makeFlatOdt, makeOdt, odtFiles, type OdtParts } from './make-odt.js';

const p = (inside: string, style = ''): string =>
  `<text:p${style && ` text:style-name="${style}"`}>${inside}</text:p>`;
const style = (name: string, parent: string, inside = ''): string =>
  `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="${parent}">${inside}</style:style>`;

// Both kinds of file hold the same.
describe.each([
  ['an archive', 'a.odt', makeOdt],
  ['one file of XML', 'a.fodt', makeFlatOdt],
])('OpenDocument texts in %s', (_, name, make) => {
  const read = (text: string, parts?: OdtParts): Promise<string[]> =>
    blocksOf(name, make(text, parts));

  test('headings are known by their level, titles and captions by their styles', async () => {
    expect(
      await read(
        '<text:h text:outline-level="2">Heading</text:h><text:h>One</text:h>' +
          p('Title', 'P1') +
          p('Said', 'Quotations') +
          p('Picture 1: a boat', 'P2') +
          p('Text', 'P3'),
        {
          automatic: style('P1', 'Title') + style('P2', 'Illustration') + style('P3', 'Heading'),
          styles: style('Illustration', 'Caption'),
        },
      ),
    ).toEqual([
      'h2 | Heading',
      'h1 | One',
      'h1 | Title',
      'quotation | Said',
      'caption | Picture 1: a boat',
      'text | Text',
    ]);
  });

  test('says how many formulas and other objects it leaves out', async () => {
    const object =
      '<draw:frame><draw:object><math:math><math:mi>x</math:mi></math:math></draw:object></draw:frame>';
    const noticesOf = async (text: string) =>
      (await readSource(name, make(text))).sources[0]?.notices;
    expect(await noticesOf(p('Text'))).toBeUndefined();
    expect(await noticesOf(p(`Let ${object} be.`))).toEqual([
      'a formula, chart or other object is left out',
    ]);
    expect(await noticesOf(p(`Let ${object} be ${object}.`))).toEqual([
      '2 formulas, charts or other objects are left out',
    ]);
  });

  test('lists and tables keep their order', async () => {
    const item = (inside: string): string => `<text:list-item>${inside}</text:list-item>`;
    const cell = (inside: string, attributes = ''): string =>
      `<table:table-cell ${attributes}>${inside}</table:table-cell>`;
    const inner = `<table:table><table:table-row>${cell(p('inner'))}</table:table-row></table:table>`;
    const text =
      `<text:list>${item(p('One') + `<text:list>${item(p('Deeper'))}</text:list>`)}${item('<text:h text:outline-level="1">Numbered</text:h>')}</text:list>` +
      `<table:table><table:table-header-rows><table:table-row>${cell(p('A'))}${cell(p('B'))}</table:table-row></table:table-header-rows>` +
      `<table:table-row>${cell(p('C') + inner)}${cell(p('D'))}</table:table-row></table:table>${p('After')}`;
    expect(await read(text)).toEqual([
      'list-item | One',
      'list-item | Deeper',
      'h1 | Numbered',
      'table-cell | A',
      'table-cell | B',
      'table-cell | C',
      'table-cell | inner',
      'table-cell | D',
      'text | After',
    ]);
  });

  test('notes come after the paragraph that refers to them, without their marks', async () => {
    const note = (inside: string): string =>
      `<text:note text:note-class="footnote">\n <text:note-citation>7</text:note-citation>\n <text:note-body>\n ${inside}\n </text:note-body>\n</text:note>`;
    expect(
      await read(p(`Word${note(p('Under.') + p('More.'))}, and more${note(p('Two.'))}.`)),
    ).toEqual([
      'text | Word, and more.',
      'footnote | Under.',
      'footnote | More.',
      'footnote | Two.',
    ]);
  });

  test('text boxes come after their paragraph, without the description of pictures', async () => {
    const frame = `<draw:frame>\n<draw:text-box>${p('In a box.')}</draw:text-box><svg:title>Alt</svg:title><svg:desc>Described</svg:desc></draw:frame>`;
    expect(await read(frame + p(`Before ${frame}after.`))).toEqual([
      'text | In a box.',
      'text | Before after.',
      'text | In a box.',
    ]);
  });

  test('spaces, tabs and breaks', async () => {
    expect(
      await read(p('a<text:s text:c="1000000000"/>b<text:tab/>c<text:line-break/>d\n   e\u00a0f')),
    ).toEqual(['text | a b c\nd e\u00a0f']);
  });

  test('tracked changes are taken as accepted, comments are no text', async () => {
    expect(
      await read(
        `<text:tracked-changes><text:changed-region><text:deletion>${p('deleted')}</text:deletion></text:changed-region></text:tracked-changes>` +
          p(
            `New<text:change-start/> text<text:change-end/>.<office:annotation>${p('Remark')}</office:annotation><office:annotation-end/>`,
          ),
      ),
    ).toEqual(['text | New text.']);
  });

  test('links and fields give their text, ruby its base, formulas nothing', async () => {
    expect(
      await read(
        p(
          '<text:a>A link</text:a> of <text:date>May</text:date>: <text:ruby><text:ruby-base>東京</text:ruby-base><text:ruby-text>とうきょう</text:ruby-text></text:ruby>' +
            '<draw:frame><draw:object><math:math><math:mi>x</math:mi></math:math></draw:object></draw:frame>',
        ),
      ),
    ).toEqual(['text | A link of May: 東京']);
  });

  test('hidden text is left out, and said to be', async () => {
    const hidden = '<style:text-properties text:display="none"/>';
    const bytes = make(
      p('Seen<text:span text:style-name="T1"> unseen</text:span>.') +
        p('Unseen.', 'P1') +
        `<text:section text:display="none">${p('Unseen.')}</text:section>${p('End.')}`,
      {
        automatic: `${style('P1', 'Standard', hidden)}<style:style style:name="T1" style:family="text">${hidden}</style:style>`,
      },
    );
    const { sources } = await readSource(name, bytes);
    expect(sources[0]?.text).toBe('Seen.\n\nEnd.');
    expect(sources[0]?.notices).toEqual(['hidden text is left out']);
  });

  test('headers, footers and tables of contents are noise', async () => {
    const masters = `<style:master-page><style:header>${p('Report')}</style:header><style:footer>${p('<text:page-number>3</text:page-number>')}</style:footer></style:master-page><style:master-page><style:header-left>${p('Report')}</style:header-left></style:master-page>`;
    const contents = `<text:table-of-content><text:table-of-content-source><text:index-title-template>Template</text:index-title-template></text:table-of-content-source><text:index-body><text:index-title>${p('Contents')}</text:index-title>${p('One<text:tab/>1')}</text:index-body></text:table-of-content>`;
    expect(await read(contents + p('Text.'), { masters })).toEqual([
      'text (boilerplate) | Contents',
      'text (boilerplate) | One 1',
      'text | Text.',
      'text (boilerplate) | Report',
    ]);
  });
});

describe('OpenDocument files that are no texts', () => {
  test.each([
    ['spreadsheet', 'a spreadsheet'],
    ['presentation-template', 'a presentation'],
    ['graphics', 'a drawing'],
  ])('%s is refused by name', async (kind, title) => {
    const [, ...rest] = odtFiles('');
    const mimetype = {
      name: 'mimetype',
      content: `application/vnd.oasis.opendocument.${kind}`,
    };
    await expect(readSource('a.odt', makeZip([mimetype, ...rest]))).rejects.toMatchObject({
      code: 'unreadable-document',
      message: `a.odt: ${title} is not read as a source`,
    });
  });

  test('the body tells where the type is missing', async () => {
    const bytes = makeFlatOdt('').toString().replaceAll('office:text', 'office:spreadsheet');
    await expect(readSource('a.fodt', Buffer.from(bytes))).rejects.toMatchObject({
      message: 'a.fodt: a spreadsheet is not read as a source',
    });
  });

  test('a text with a password is refused', async () => {
    const files = odtFiles('').map((file) =>
      file.name === 'META-INF/manifest.xml'
        ? {
            ...file,
            content:
              '<m:manifest xmlns:m="x"><m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry></m:manifest>',
          }
        : file,
    );
    await expect(readSource('a.odt', makeZip(files))).rejects.toMatchObject({
      message: 'a.odt: is protected by a password',
    });
  });
});

test('pandoc and LibreOffice write the same text in Word and OpenDocument files', async () => {
  const read = (name: string): Promise<string[]> =>
    blocksOf(name, readFileSync(new URL(`../../../fixtures/office/${name}`, import.meta.url)));
  const expected = await read('pandoc.docx');
  expect(expected).toHaveLength(41);
  expect(expected.slice(0, 4)).toEqual([
    'h1 | A Harbour Town',
    'h1 | The town by the sea',
    'text | The harbour of Vellmar was built in 1674. It has three piers, and a lighthouse stands on the longest one. Ships still come from Lisbon and Odessa.',
    'footnote | The line to Odessa was closed from 1941 to 1946.',
  ]);
  expect(await read('pandoc.odt')).toEqual(expected);
  expect(await read('libreoffice.odt')).toEqual(expected);
  // LibreOffice gives up the style of captions of pandoc's.
  expect(await read('libreoffice.docx')).toEqual(
    expected.map((line) => line.replace(/^caption/, 'text')),
  );
});
