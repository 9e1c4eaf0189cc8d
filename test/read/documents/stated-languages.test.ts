import { describe, expect, test } from 'vitest';
import { readSource } from '../../../src/read/read-source.js';
import { makeDocx, p, r } from './docx/make-docx.js';
import { container, chapter, packageOf } from './epub/make-book.js';
import { makeZip } from '../archive/make-zip.js';
import { makeFlatOdt, makeOdt } from './odt/make-odt.js';

/** The blocks of a file with the languages that it states. */
async function statedIn(name: string, content: string | Uint8Array): Promise<string[]> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const { sources } = await readSource(name, bytes);
  return sources.flatMap(({ text, blocks }) =>
    blocks.map(({ start, end, stated = '-' }) => `${stated}: ${text.slice(start, end)}`),
  );
}

describe('languages that documents state are hints for their blocks', () => {
  test('html: of the nearest element with `lang`', async () => {
    expect(
      await statedIn(
        'a.html',
        '<!DOCTYPE html><html lang="en-GB"><body><p>One</p><div lang="fr"><p>Deux</p><p xml:lang="de_AT">Drei</p></div><p lang="">None</p></body></html>',
      ),
    ).toEqual(['en-GB: One', 'fr: Deux', 'de-AT: Drei', '-: None']);
  });

  test('epub: of the chapter, else of the book if it states one', async () => {
    const book = (metadata: string, html: string) =>
      makeZip([
        { name: 'mimetype', content: 'application/epub+zip' },
        { name: 'META-INF/container.xml', content: container },
        { name: 'OEBPS/content.opf', content: packageOf([{ href: 'a.xhtml' }], metadata) },
        { name: 'OEBPS/a.xhtml', content: html },
      ]);
    const page = chapter('<p>One</p><p xml:lang="fr">Deux</p>');
    const language = (tag: string) => `<dc:language>${tag}</dc:language>`;
    expect(await statedIn('a.epub', book(language('en-US'), page))).toEqual([
      'en-US: One',
      'fr: Deux',
    ]);
    expect(await statedIn('a.epub', book(language('en') + language('fr'), page))).toEqual([
      '-: One',
      'fr: Deux',
    ]);
  });

  test('docx: of runs, styles and the document, for the script that the text is in', async () => {
    const lang = (attributes: string) => `<w:lang ${attributes}/>`;
    const styles =
      `<w:docDefaults><w:rPrDefault><w:rPr>${lang('w:val="en-US" w:eastAsia="ja-JP" w:bidi="ar-SA"')}</w:rPr></w:rPrDefault></w:docDefaults>` +
      `<w:style w:type="paragraph" w:styleId="De"><w:name w:val="German"/><w:rPr>${lang('w:val="de-DE"')}</w:rPr></w:style>`;
    expect(
      await statedIn(
        'a.docx',
        makeDocx(
          p('One') +
            p('Zwei', '<w:pStyle w:val="De"/>') +
            p(r('Trois mots de plus ', lang('w:val="fr-FR"')) + r('one')) +
            p(r('שלום', lang('w:val="en-US" w:bidi="he-IL"'))),
          { styles },
        ),
      ),
    ).toEqual(['en-US: One', 'de-DE: Zwei', 'fr-FR: Trois mots de plus one', 'he-IL: שלום']);
  });

  test.each([
    ['a.odt', makeOdt],
    ['a.fodt', makeFlatOdt],
  ])('%s: of spans, styles and the document', async (name, make) => {
    const language = (tag: string, country: string) =>
      `<style:text-properties fo:language="${tag}" fo:country="${country}"/>`;
    const text = make(
      '<text:p>One</text:p><text:p text:style-name="P1">Zwei</text:p>' +
        '<text:p text:style-name="P1">Z<text:span text:style-name="T1">rois mots</text:span></text:p>' +
        '<text:p text:style-name="P2">None</text:p>',
      {
        styles: `<style:default-style style:family="paragraph">${language('en', 'GB')}</style:default-style>`,
        automatic:
          `<style:style style:name="P1" style:family="paragraph">${language('de', 'DE')}</style:style>` +
          `<style:style style:name="P2" style:family="paragraph">${language('zxx', 'none')}</style:style>` +
          `<style:style style:name="T1" style:family="text">${language('fr', 'none')}</style:style>`,
      },
    );
    expect(await statedIn(name, text)).toEqual([
      'en-GB: One',
      'de-DE: Zwei',
      'fr: Zrois mots',
      '-: None',
    ]);
  });
});
