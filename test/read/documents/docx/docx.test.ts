import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSource } from '../../../../src/read/read-source.js';
import { makeZip } from '../../archive/make-zip.js';
import { blocksOf } from '../blocks-of.js';
import { docxFiles, makeDocx, p, r, word, type DocxParts } from './make-docx.js';

const read = (body: string, parts?: DocxParts): Promise<string[]> =>
  blocksOf('a.docx', makeDocx(body, parts));
const style = (id: string, name: string, inside = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`;
const named = (id: string): string => `<w:pStyle w:val="${id}"/>`;
const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;

describe('headings of Word documents', () => {
  test.each([
    ['the name that Word gives in every language', style('Titre1', 'heading 1'), 'Titre1', 'h1'],
    ['a localised name', style('x', 'Überschrift 3'), 'x', 'h3'],
    ['a name in another script', style('x', '标题 2'), 'x', 'h2'],
    [
      'an outline level',
      style('x', 'Chapter', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
      'x',
      'h2',
    ],
    [
      'a style that it is based on',
      style('Heading1', 'heading 1') + style('x', 'Mine', '<w:basedOn w:val="Heading1"/>'),
      'x',
      'h1',
    ],
    [
      'no heading where the style says that it is body text',
      style('Heading1', 'heading 1') +
        style('x', 'Y', '<w:basedOn w:val="Heading1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
      'x',
      'text',
    ],
    ['the title', style('Title', 'Title'), 'Title', 'h1'],
    ['a style that is not defined', '', 'Heading2', 'h2'],
    ['styles in a circle', style('x', 'A', '<w:basedOn w:val="x"/>'), 'x', 'text'],
    ['a name that only begins so', style('x', 'Heading 1 Char notes'), 'y', 'text'],
  ])('are known by %s', async (_, styles, id, what) => {
    expect(await read(p('Words', named(id)), { styles })).toEqual([`${what} | Words`]);
  });

  test('are known by the level of the paragraph itself', async () => {
    expect(await read(p('Words', '<w:outlineLvl w:val="0"/>'))).toEqual(['h1 | Words']);
  });
});

describe('blocks of Word documents', () => {
  test('lists, quotations and captions are known by styles and numbering', async () => {
    const styles =
      style('ListBullet', 'List Bullet', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
      style('Q', 'Intense Quote') +
      style('C', 'caption');
    const numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>';
    const unnumbered = '<w:numPr><w:numId w:val="0"/></w:numPr>';
    expect(
      await read(
        p('One', numbered) +
          p('Two', named('ListBullet')) +
          p('Three', named('ListBullet') + unnumbered) +
          p('Four', named('Q')) +
          p('Five', named('C')),
        { styles },
      ),
    ).toEqual([
      'list-item | One',
      'list-item | Two',
      'text | Three',
      'quotation | Four',
      'caption | Five',
    ]);
  });

  test('cells of tables come in order, nested ones too, with their places', async () => {
    const cell = (inside: string, properties = ''): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`;
    const inner = `<w:tbl><w:tr>${cell(p('inner'))}</w:tr></w:tbl>`;
    const wide = cell(p('A'), '<w:gridSpan w:val="2"/>');
    const body = `<w:tbl><w:tr>${wide}${cell(p('B') + inner + p('C'))}</w:tr><w:tr>${cell(p('D'))}</w:tr></w:tbl>${p('After')}`;
    const { sources } = await readSource('a.docx', makeDocx(body));
    const { text, blocks } = sources[0] ?? { text: '', blocks: [] };
    const cells = blocks.map(({ start, end, kind, locator }) => [
      text.slice(start, end),
      kind,
      locator?.kind === 'cell' ? `${locator.row}/${locator.column}` : undefined,
    ]);
    expect(cells).toEqual([
      ['A', 'table-cell', '1/1'],
      ['B', 'table-cell', '1/3'],
      ['inner', 'table-cell', '1/1'],
      ['C', 'table-cell', '1/3'],
      ['D', 'table-cell', '2/1'],
      ['After', undefined, undefined],
    ]);
  });

  test('notes come after the paragraph that refers to them, once, without their marks', async () => {
    const reference = (kind: string, id: number, attributes = ''): string =>
      `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:${kind}Reference ${attributes} w:id="${id}"/>${attributes && '<w:t>*</w:t>'}</w:r>`;
    const body =
      p(r('Word') + reference('footnote', 2) + r(' and') + reference('endnote', 5) + r('.')) +
      p(r('Star') + reference('footnote', 3, 'w:customMarkFollows="1"') + r('!')) +
      p(r('Again') + reference('footnote', 2));
    const note = (kind: string, id: number, text: string, type = ''): string =>
      `<w:${kind} ${type} w:id="${id}">${p(`<w:r><w:${kind}Ref/></w:r>${r(text)}`)}</w:${kind}>`;
    expect(
      await read(body, {
        footnotes:
          note('footnote', 0, 'A line', 'w:type="separator"') +
          note('footnote', 2, ' Under two.') +
          note('footnote', 3, 'Under a star.') +
          note('footnote', 9, 'Nothing refers to it.'),
        endnotes: note('endnote', 5, 'At the end.'),
      }),
    ).toEqual([
      'text | Word and.',
      'footnote | Under two.',
      'footnote | At the end.',
      'text | Star!',
      'footnote | Under a star.',
      'text | Again',
    ]);
  });

  test('a mark of a note that is written as text in the note is left out', async () => {
    const styles =
      '<w:style w:type="character" w:styleId="Mark"><w:name w:val="footnote reference"/></w:style>';
    const footnotes = `<w:footnote w:id="1">${p(r('*', '<w:rStyle w:val="Mark"/>') + r(' Note.'))}</w:footnote>`;
    const body = p(`${r('Text')}<w:r><w:footnoteReference w:id="1"/></w:r>`);
    expect(await read(body, { styles, footnotes })).toEqual(['text | Text', 'footnote | Note.']);
  });

  test('text boxes come once, after the paragraph that they are anchored in', async () => {
    const box = `<w:txbxContent>${p('In a box.')}${p('Two.')}</w:txbxContent>`;
    const body = p(
      `${r('Before ')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box}</w:drawing></mc:Choice>` +
        `<mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${r('after.')}`,
    );
    expect(await read(body)).toEqual(['text | Before after.', 'text | In a box.', 'text | Two.']);
  });

  test('the only alternative is read', async () => {
    const body = p(
      `<w:r><mc:AlternateContent><mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent></w:r>`,
    );
    expect(await read(body)).toEqual(['text | old']);
  });

  test('content controls, smart tags and links are looked into', async () => {
    const body =
      `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${p('Controlled.')}</w:sdtContent></w:sdt>` +
      p(
        `<w:hyperlink r:id="r9">${r('A link')}</w:hyperlink><w:smartTag>${r(' and')}</w:smartTag>` +
          `<w:sdt><w:sdtContent>${r(' more')}</w:sdtContent></w:sdt>`,
      );
    expect(await read(body)).toEqual(['text | Controlled.', 'text | A link and more']);
  });

  test('headers and footers are noise at the end, once, and page numbers are no text', async () => {
    const section =
      '<w:sectPr><w:headerReference w:type="default" r:id="header"/><w:footerReference r:id="footer"/></w:sectPr>';
    expect(
      await read(p('Text.', section) + p('More.') + section, {
        header: p('Annual report'),
        footer: p('- 3 -') + p('Annual report'),
      }),
    ).toEqual(['text | Text.', 'text | More.', 'text (boilerplate) | Annual report']);
  });

  test('a table of contents is noise', async () => {
    const styles =
      style('Verzeichnis1', 'toc 1') +
      style('H', 'TOC Heading', '<w:basedOn w:val="Heading1"/>') +
      style('Heading1', 'heading 1');
    expect(
      await read(p('Contents', named('H')) + p('One\t3', named('Verzeichnis1')), { styles }),
    ).toEqual(['text (boilerplate) | Contents', 'text (boilerplate) | One 3']);
  });
});

describe('text of Word documents', () => {
  test('tracked changes are taken as accepted', async () => {
    const body =
      p(
        `<w:ins w:id="1">${r('New ')}</w:ins><w:del w:id="2"><w:r><w:delText>old </w:delText></w:r></w:del>` +
          `<w:moveFrom w:id="3">${r('from ')}</w:moveFrom><w:moveTo w:id="4">${r('to ')}</w:moveTo>${r('end.')}`,
      ) +
      p(
        'A heading before',
        '<w:pPrChange w:id="5"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>',
      );
    expect(await read(body)).toEqual(['text | New to end.', 'text | A heading before']);
  });

  test('a paragraph whose end was deleted goes on in the next', async () => {
    const deleted = '<w:rPr><w:del w:id="1"/></w:rPr>';
    expect(await read(p('One ', deleted) + p('two.') + p('Last', deleted))).toEqual([
      'text | One two.',
      'text | Last',
    ]);
  });

  test('fields give their results', async () => {
    const code = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
    const inner =
      field('begin') + code('MERGEFIELD x') + field('separate') + r('HIDDEN') + field('end');
    const body =
      p(
        `${r('See ')}${field('begin')}${code('REF a')}${field('separate')}${r('page 3')}${field('end')}.`,
      ) +
      p(
        field('begin') +
          code('IF ') +
          inner +
          code(' = 1') +
          field('separate') +
          r('Yes') +
          field('end') +
          r('!'),
      ) +
      p(`<w:fldSimple w:instr="AUTHOR">${r('Ann')}</w:fldSimple>`) +
      p(field('begin') + code('BROKEN') + r('Not lost.'));
    expect(await read(body)).toEqual([
      'text | See page 3',
      'text | Yes!',
      'text | Ann',
      'text | Not lost.',
    ]);
  });

  test('breaks, tabs, hyphens and signs of fonts', async () => {
    const body = p(
      `<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e</w:t>` +
        `<w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Arial" w:char="00E9"/><w:cr/><w:t>f</w:t></w:r>`,
      '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>',
    );
    expect(await read(body)).toEqual(['text | a b\nc\u2011deα✓é\nf']);
  });

  test('hidden text is left out, and said to be', async () => {
    const styles =
      '<w:style w:type="character" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:vanish/></w:rPr></w:style>';
    const body =
      p(
        r('Seen') +
          r(' hidden', '<w:vanish/>') +
          r(' gone', '<w:rStyle w:val="Gone"/>') +
          r('.', '<w:vanish w:val="0"/>'),
      ) + p('The end of the paragraph is hidden.', '<w:rPr><w:vanish/></w:rPr>');
    const { sources } = await readSource('a.docx', makeDocx(body, { styles }));
    expect(sources[0]?.text).toBe('Seen.\n\nThe end of the paragraph is hidden.');
    expect(sources[0]?.notices).toEqual(['hidden text is left out']);
  });

  test('ruby gives its base, formulas their signs, comments nothing', async () => {
    const body =
      p(
        `<w:r><w:ruby><w:rt>${r('とうきょう')}</w:rt><w:rubyBase>${r('東京')}</w:rubyBase></w:ruby></w:r>${r('は')}`,
      ) +
      p('<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>') +
      p(
        `<w:commentRangeStart w:id="1"/>${r('Said.')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>`,
      );
    expect(await read(body)).toEqual(['text | 東京は', 'text | x=1', 'text | Said.']);
  });

  test('the strict namespace and other prefixes are read alike', async () => {
    const files = docxFiles(p('Words.', '<w:outlineLvl w:val="0"/>')).map((file) =>
      file.name === 'word/document.xml'
        ? {
            ...file,
            content: String(file.content)
              .replaceAll(word, 'http://purl.oclc.org/ooxml/wordprocessingml/main')
              .replaceAll('w:', 'ns0:')
              .replace('xmlns:w=', 'xmlns:ns0='),
          }
        : file,
    );
    expect(await blocksOf('a.docx', makeZip(files))).toEqual(['h1 | Words.']);
  });

  test('the main part is where the package says', async () => {
    const files = docxFiles(p('Words.')).map(({ name, content }) => ({
      name: name.replace('document.xml', 'document2.xml'),
      content: String(content).replace('word/document.xml', '/word/document2.xml'),
    }));
    expect(await blocksOf('a.docx', makeZip(files))).toEqual(['text | Words.']);
  });

  test('the ending of the name does not matter', async () => {
    const bytes = makeDocx(p('Words.'));
    expect(await blocksOf('a', bytes)).toEqual(await blocksOf('a.docm', bytes));
  });
});

test('a document made by python-docx', async () => {
  const bytes = readFileSync(new URL('../../../fixtures/office/word.docx', import.meta.url));
  expect(await blocksOf('word.docx', bytes)).toEqual([
    'h1 | Report of the year',
    'h1 | Results',
    'text | The year was good for all of us.\nSecond line.',
    'list-item | Sales grew.',
    'list-item | Costs fell.',
    'quotation | Nothing ventured, nothing gained.',
    'table-cell | cell 1.1',
    'table-cell | cell 1.2',
    'table-cell | cell 1.3',
    'table-cell | cell 2.1',
    'table-cell | cell 2.2',
    'table-cell | inner one',
    'table-cell | inner two',
    'table-cell | cell 2.3',
    'caption | Table of what was sold',
    'text (boilerplate) | Annual report, draft',
  ]);
});

test('a Word document without its text is refused', async () => {
  const files = docxFiles('').filter(({ name }) => name !== 'word/document.xml');
  await expect(readSource('a.docx', makeZip(files))).rejects.toMatchObject({
    code: 'unreadable-document',
    message: 'a.docx: a Word document without its text: there is no word/document.xml in it',
  });
});

describe('diagrams of Word documents', () => {
  const dgm = 'http://schemas.openxmlformats.org/drawingml/2006/diagram';
  const a = 'http://schemas.openxmlformats.org/drawingml/2006/main';
  const relationship =
    '<Relationship Id="d1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/diagramData" Target="diagrams/data1.xml"/>';
  const point = (text: string) =>
    `<dgm:pt> <dgm:t><a:bodyPr/><a:p> <a:r><a:rPr lang="en-US"/><a:t>${text}</a:t></a:r>\n<a:r><a:t> on</a:t></a:r></a:p></dgm:t></dgm:pt>`;
  const drawing = `<w:r><w:drawing><a:graphic xmlns:a="${a}"><a:graphicData uri="${dgm}"><dgm:relIds xmlns:dgm="${dgm}" r:dm="d1" r:lo="d2"/></a:graphicData></a:graphic></w:drawing></w:r>`;

  test('are read, as a list behind the paragraph that they stand in', async () => {
    const files = docxFiles(p(r('Before') + drawing) + p('After')).map((file) =>
      file.name === 'word/_rels/document.xml.rels'
        ? {
            ...file,
            content: String(file.content).replace('</Relationships>', `${relationship}$&`),
          }
        : file,
    );
    const data = {
      name: 'word/diagrams/data1.xml',
      content: `<dgm:dataModel xmlns:dgm="${dgm}" xmlns:a="${a}"><dgm:ptLst>${point('First')}<dgm:pt><dgm:t><a:p/></dgm:t></dgm:pt>${point('Then')}</dgm:ptLst></dgm:dataModel>`,
    };
    const document = makeZip([...files, data]);
    expect(await blocksOf('a.docx', document)).toEqual([
      'text | Before',
      'list-item | First on',
      'list-item | Then on',
      'text | After',
    ]);
  });

  test('that are missing do no harm', async () => {
    expect(await read(p(r('Before') + drawing))).toEqual(['text | Before']);
  });
});
