import { describe, expect, test } from 'vitest';
import { readGlossary } from '../../../src/read/glossary/read-glossary.js';
import type { GlossaryEntry } from '../../../src/text/terms/glossary.js';
import { termsCsv } from '../../../src/terms/write/terms-csv.js';
import { termsTbx } from '../../../src/terms/write/terms-tbx.js';
import { found } from '../../terms/found.js';

const bytes = (text: string): Uint8Array => Buffer.from(text);
const read = async (text: string): Promise<readonly GlossaryEntry[]> =>
  (await readGlossary('g', bytes(text))).entries;
const term = (language: string, text: string) => ({ language, text });

describe('a table', () => {
  test('has a column for each language, by tag or name', async () => {
    const entry = [term('en', 'branch'), term('de', 'Zweig')];
    expect(await read('en,de\nbranch,Zweig\n')).toEqual([entry]);
    expect(await read('\ufeffEnglish;Deutsch;note\nbranch;Zweig;fine\n')).toEqual([entry]);
    expect(await read('EN\tde\nbranch\tZweig\n')).toEqual([entry]);
  });

  test('may have alternatives in a cell, and other columns', async () => {
    expect(await read('id,en,de,row\n1,tag|label,"Tag; Etikett",9\n')).toEqual([
      [term('en', 'tag'), term('en', 'label'), term('de', 'Tag'), term('de', 'Etikett')],
    ]);
  });

  test('is what paralign terms writes', async () => {
    expect((await read(termsCsv(found)))[0]).toEqual([
      term('en', 'bare repository'),
      term('fr', 'dépôt nu'),
    ]);
  });

  test('may be in another encoding', async () => {
    const latin = Buffer.from('en,fr\nbare repository,dépôt nu\nindex,index préparé\n', 'latin1');
    const { entries } = await readGlossary('g', latin);
    expect(entries[0]?.[1]).toEqual(term('fr', 'dépôt nu'));
  });

  test('leaves out rows without a translation', async () => {
    expect(await read('en,de\nbranch,\nfile,Datei\n')).toHaveLength(1);
  });

  test.each([
    ['name,text\na,b\n', 'g:1: the first row does not name two languages'],
    ['en,en\na,b\n', 'g:1: the first row does not name two languages'],
    ['en,de\nbranch,\n', 'g: there is no term with a translation in it'],
    [`en,de\n${'x'.repeat(500)},y\n`, 'g:2: a term is longer than 400 characters'],
  ])('%j is refused', async (text, message) => {
    await expect(read(text)).rejects.toMatchObject({
      code: 'bad-glossary',
      message: expect.stringContaining(message),
    });
  });

  test('with a quote that is never closed is refused with its line', async () => {
    await expect(read('en,de\n"branch,Zweig\n')).rejects.toThrow('g:2: a quote in this row');
  });
});

describe('TBX', () => {
  test('is what paralign terms writes', async () => {
    expect((await read(termsTbx(found)))[0]).toEqual([
      term('en', 'bare repository'),
      term('fr', 'dépôt nu'),
    ]);
  });

  test('of version 2 has terms in tig and ntig', async () => {
    const entries = await read(`<?xml version="1.0"?>
      <!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
      <martif type="TBX-Basic" xml:lang="en"><text><body><termEntry id="a">
      <descrip type="definition">what a <hi>tree</hi> has</descrip>
      <langSet xml:lang="en-US"><tig><term>branch</term></tig></langSet>
      <langSet xml:lang="de"><ntig><termGrp><term>Zweig</term></termGrp></ntig>
      <tig><term>Ast</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
      </langSet></termEntry></body></text></martif>`);
    expect(entries).toEqual([[term('en-US', 'branch'), term('de', 'Zweig')]]);
  });

  test('of version 3 may name its categories as elements', async () => {
    const entries = await read(`<tbx type="TBX-Basic" style="dct" xml:lang="en"
      xmlns="urn:iso:std:iso:30042:ed-2" xmlns:basic="http://www.tbxinfo.net/ns/basic">
      <text><body><conceptEntry id="c1"><langSec xml:lang="en"><termSec><term>branch</term></termSec>
      <termSec><term>twig</term><basic:administrativeStatus>deprecatedTerm-admn-sts</basic:administrativeStatus>
      </termSec></langSec><langSec xml:lang="zh"><termSec><term>分支</term></termSec></langSec>
      </conceptEntry></body></text></tbx>`);
    expect(entries).toEqual([[term('en', 'branch'), term('zh', '分支')]]);
  });

  test.each([
    ['<html/>', 'g: not TBX: its root is <html>'],
    ['<tbx><text>', 'g:1:'],
    ['<!DOCTYPE tbx [<!ENTITY a "b">]><tbx/>', 'g:1:'],
  ])('%s is refused', async (text, message) => {
    await expect(read(text)).rejects.toMatchObject({
      code: 'unreadable-document',
      message: expect.stringContaining(message),
    });
  });
});

test('a dictionary of hunalign has the second text first', async () => {
  expect(await read('Zweig @ branch\n\nMerge-Konflikt @ merge conflict\n')).toEqual([
    [term('', 'branch'), term('', 'Zweig')],
    [term('', 'merge conflict'), term('', 'Merge-Konflikt')],
  ]);
});
