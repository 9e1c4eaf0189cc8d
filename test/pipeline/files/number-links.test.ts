import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { linkedOperands, openNumberLinks } from '../../../src/pipeline/files/number-links.js';
import type { OpenLinkedOptions } from '../../../src/pipeline/files/linked-files.js';
import type { Table } from '../../../src/domain.js';
import { tableText } from '../../../src/write/write-table.js';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'paralign-links-'));
  writeFileSync(join(cwd, 'a.txt'), 'It was raining. Nobody came.\n\nWe went home early.');
  writeFileSync(join(cwd, 'b.txt'), 'Llovía y no vino nadie. Volvimos pronto a casa. Fin.');
});
afterEach(() => rmSync(cwd, { recursive: true }));

async function open(
  operands: readonly string[],
  options: OpenLinkedOptions = {},
): Promise<Table | undefined> {
  const linked = await linkedOperands(operands, { ...options, cwd });
  return linked && openNumberLinks(linked, { ...options, cwd });
}

const write = (name: string, text: string): void => writeFileSync(join(cwd, name), text);
const texts = ['a.txt', 'b.txt'];
const vecalign = '[0, 1]:[0]:0.8312\n[2]:[1]:0.5000\n[]:[2]:0.0\n';

describe('a file of links by sentence number', () => {
  test.each([
    ['vecalign', vecalign],
    ['ladder', '0\t0\t0.8312\n2\t1\t0.5000\n3\t2\t0\n3\t3\t0\n'],
  ] as const)('%s opens with the texts behind it, and is the same again', async (format, links) => {
    write('x.links', links);
    const table = await open(['x.links', ...texts]);
    expect(table && (await tableText(table, format))).toBe(links);
    expect(table?.rows[0]).toMatchObject({ method: 'anchor', confidence: 1, score: 0.8312 });
    expect(table?.streams.map(({ language }) => language)).toEqual(['en', 'es']);
  });

  test('linkgrp names its texts, which are beside it, and what a person confirmed', async () => {
    const links =
      '<?xml version="1.0" encoding="UTF-8"?>\n<linkGrp toDoc="b.txt" fromDoc="a.txt">\n' +
      '<link type="1-2" xtargets="s1;s1 s2" status="man"/>\n' +
      '<link type="1-1" xtargets="s2;s3" status="auto"/>\n' +
      '<link type="1-0" xtargets="s3;" status="auto"/>\n</linkGrp>\n';
    write('x.xml', links);
    const table = await open(['x.xml']);
    expect(table && (await tableText(table, 'linkgrp'))).toBe(links);
    expect(table?.rows.map(({ status }) => status)).toEqual([
      'accepted',
      'unreviewed',
      'unreviewed',
    ]);
  });

  test('no file outside of the folder is read because a file of links names it', async () => {
    for (const name of ['../b.txt', '/etc/hostname', 'x/../../b.txt', 'C:\\b.txt']) {
      write('x.xml', `<linkGrp toDoc="${name}" fromDoc="a.txt"/>`);
      await expect(open(['x.xml'])).rejects.toMatchObject({ code: 'no-counterpart' });
    }
  });

  test('without its texts it is refused with what to do', async () => {
    write('x.vecalign', vecalign);
    await expect(open(['x.vecalign'])).rejects.toMatchObject({
      code: 'no-counterpart',
      hint: 'name the texts behind it: x.vecalign a.txt b.txt',
    });
  });

  test('one sentence a line, if that is what the links are for', async () => {
    write('x', '[1]:[0]:1\n');
    write('lines', 'One.\nTwo. Three.\n');
    const table = await open(['x', 'lines', 'b.txt'], { segmented: true });
    expect(table?.sources[0]?.sentences.map(({ text }) => text)).toEqual(['One.', 'Two. Three.']);
  });

  test.each([
    ['[3]:[0]:1\n', /sentence 4 of a\.txt, which has 3/],
    ['[0]:[0]:1\n[0]:[1]:1\n', /sentence 1 of a\.txt twice/],
  ])('numbers that the texts do not have are refused: %j', async (links, message) => {
    write('x', links);
    const opening = open(['x', ...texts]);
    await expect(opening).rejects.toThrow(message);
    await expect(opening).rejects.toMatchObject({ code: 'bad-anchor' });
  });

  test('other files are none', async () => {
    for (const text of ['Text.', 'a,b\n1,2\n', '[1] A note.', '{"a": 1}']) {
      write('x.txt', text);
      expect(await linkedOperands(['x.txt'], { cwd })).toBeUndefined();
    }
    write('x.moses.csv', 'en,es\nOne.,Uno.\n');
    expect(await linkedOperands(['x.moses.csv'], { cwd })).toBeUndefined();
  });

  test('a format that is named is believed', async () => {
    write('x.txt', '2\t1\t0.5\n3\t2\t0\n');
    expect(await linkedOperands(['x.txt', ...texts], { cwd })).toBeUndefined();
    const table = await open(['x.txt', ...texts], { from: 'ladder' });
    expect(table?.rows.filter(({ score }) => score > 0)).toHaveLength(1);
  });
});

describe('moses', () => {
  test.each([['book.moses.pt-BR'], ['book.moses']])(
    '%s is found with its other side',
    async (name) => {
      write('book.moses.pt-BR', 'Um.\n\nDois.\n');
      write('book.moses.en', 'One.\nAlone.\nTwo.\n');
      const table = await open([name]);
      expect(table?.streams.map(({ language }) => language).sort()).toEqual(['en', 'pt-BR']);
      expect(table?.rows.map(({ cells }) => cells.map((cell) => cell.join()).join(':'))).toEqual(
        name === 'book.moses' ? ['0:0', '1:', ':1', '2:2'] : ['0:0', '1:', ':1', '2:2'],
      );
    },
  );

  test('any two files of lines, if the format is named', async () => {
    write('c.en', 'One.\nTwo.\n');
    write('c.es', 'Uno.\nDos.\n');
    expect((await open(['c.en', 'c.es'], { from: 'moses' }))?.rows).toHaveLength(2);
  });

  test('lines without a counterpart are refused, and so is a side that is missing', async () => {
    write('c.moses.en', 'One.\nTwo.\n');
    await expect(open(['c.moses.en'])).rejects.toMatchObject({ code: 'no-counterpart' });
    write('c.moses.es', 'Uno.\n');
    await expect(open(['c.moses.en'])).rejects.toThrow(/has 2 lines, but c\.moses\.es has 1/);
    write('c.moses.fr', 'Un.\n');
    await expect(open(['c.moses.en'])).rejects.toThrow(/several texts beside it/);
  });
});
