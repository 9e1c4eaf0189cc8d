import { expect, test } from 'vitest';
import { exchangeTable } from './exchange-table.js';
import { lacks, output } from './programs.js';
import { written } from './written.js';

test('linkgrp: links by the ids of sentences, the second text first', async () => {
  const { files, said } = await written(exchangeTable(), 'linkgrp');
  expect(files['']).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<linkGrp toDoc="ar.txt" fromDoc="en.txt">
<link type="1-1" xtargets="s1;s1" status="man"/>
<link type="0-1" xtargets=";s2" status="auto"/>
<link type="1-2" xtargets="s2;s3 s4" status="man"/>
<link type="0-1" xtargets=";s5" status="auto"/>
<link type="1-0" xtargets="s3;" status="auto"/>
<link type="0-1" xtargets=";s6" status="auto"/>
</linkGrp>
`);
  expect(said).toEqual([{ code: 'rejected-unaligned', count: 1 }]);
});

test.skipIf(lacks('/usr/bin/xmllint'))('linkgrp: is XML (xmllint)', async () => {
  const { files } = await written(exchangeTable(), 'linkgrp');
  expect(output('xmllint', ['--noout', '-'], files[''])).toBe('');
});
