import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics.js';
import { termsJson } from '../../../src/terms/write/terms-json.js';
import { termsTbx } from '../../../src/terms/write/terms-tbx.js';
import { found } from '../found.js';

describe('terms as TBX', () => {
  test('are concepts with a term and its context in both languages', () => {
    const text = termsTbx(found);
    expect(text).toContain(
      '<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">',
    );
    expect(text).toContain(
      '<langSec xml:lang="fr">\n<termSec>\n<term>dépôt nu</term>\n<descrip type="context">Un dépôt nu',
    );
    expect(text).toContain('&lt;no&gt; files &amp; no tree');
    expect(text).toContain('<note>forms: bare repositories</note>');
    expect(text.match(/<conceptEntry id="c\d+">/g)).toHaveLength(2);
  });

  test('say what XML cannot hold', () => {
    const seen: Diagnostic[] = [];
    expect(termsTbx(found, (own) => seen.push(own))).not.toContain('\u0001');
    expect(seen).toHaveLength(1);
  });
});

test('terms as JSON have the figures and the example', () => {
  expect(termsJson(found)).toMatchObject({
    format: 'paralign-terms',
    version: 1,
    languages: ['en', 'fr'],
    pairs: 9,
    terms: [{ a: 'bare repository', together: 4, association: 12.35, example: { row: 7 } }, {}],
  });
});
