import { describe, expect, test } from 'vitest';
import { readSrx } from '../../../src/read/splitting/read-srx.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A file of rules with this in the place of what is usual. */
function srx({
  root = 'srx xmlns="http://www.lisa.org/srx20" version="2.0"',
  header = '<header segmentsubflows="yes" cascade="no"/>',
  rules = '<rule break="yes"><beforebreak>\\.</beforebreak><afterbreak>\\s</afterbreak></rule>',
  maps = '<languagemap languagepattern=".*" languagerulename="All"/>',
} = {}): string {
  return `<?xml version="1.0"?><${root}>${header}<body><languagerules><languagerule languagerulename="All">${rules}</languagerule></languagerules><maprules>${maps}</maprules></body></${root.split(' ')[0]}>`;
}

const read = (text: string) => readSrx('rules.srx', bytes(text));

describe('readSrx', () => {
  test('reads the lists, their rules and their languages', async () => {
    const rules = `<rule break="no"><beforebreak>\\bMr\\.</beforebreak><afterbreak> </afterbreak></rule>
      <rule><beforebreak><![CDATA[[.&?]]]>+</beforebreak></rule>`;
    expect(await read(srx({ rules }))).toEqual({
      name: 'rules.srx',
      cascade: false,
      maps: [{ languages: '.*', list: 'All' }],
      lists: [
        {
          name: 'All',
          rules: [
            { breaks: false, before: '\\bMr\\.', after: ' ' },
            { breaks: true, before: '[.&?]+', after: '' },
          ],
        },
      ],
    });
  });

  test('reads prefixes, UTF-16 and what other programs add', async () => {
    const text = `<?xml version="1.0" encoding="UTF-16"?>
      <s:srx xmlns:s="http://www.lisa.org/srx20" xmlns:o="http://okapi.sf.net/srx-extensions" version="2.0">
      <s:header cascade="yes"><s:formathandle type="start" include="no"/><o:options oneSegmentIncludesAll="no"/><o:rule/></s:header>
      <s:body><s:languagerules><s:languagerule languagerulename="x"><s:rule break="yes"><s:beforebreak>ä</s:beforebreak></s:rule></s:languagerule></s:languagerules>
      <s:maprules><s:languagemap languagepattern="de" languagerulename="x"/></s:maprules></s:body></s:srx>`;
    const wide = Buffer.from(`\ufeff${text}`, 'utf16le');
    const { cascade, lists } = await readSrx('rules.srx', wide);
    expect({ cascade, lists }).toEqual({
      cascade: true,
      lists: [{ name: 'x', rules: [{ breaks: true, before: 'ä', after: '' }] }],
    });
  });

  test('goes through all lists where the header does not say, as OmegaT does', async () => {
    expect((await read(srx({ header: '<header/>' }))).cascade).toBe(true);
  });

  const rule = (before: string, attributes = ''): string =>
    `<rule${attributes}><beforebreak>x</beforebreak></rule><rule><beforebreak>${before}</beforebreak></rule>`;

  test.each([
    [
      'another document',
      srx({ root: 'tmx version="1.4"' }),
      'is not SRX: its first element is <tmx>',
    ],
    ['an old version', srx({ root: 'srx version="1.0"' }), 'is SRX of version 1.0'],
    ['a later version', srx({ root: 'srx version="3.0"' }), 'is SRX of version 3.0'],
    ['no version', srx({ root: 'srx' }), 'says no version of SRX'],
    ['no rules', srx({ rules: '' }), 'there are no rules in it'],
    ['no languages', srx({ maps: '' }), 'no language has rules: there is no <languagemap>'],
    [
      'a list that is not there',
      srx({ maps: '<languagemap languagepattern="de" languagerulename="German"/>' }),
      'the languages "de" have the rules "German", which do not exist',
    ],
    [
      'languages that are no expression',
      srx({ maps: '<languagemap languagepattern="*" languagerulename="All"/>' }),
      'the languagepattern "*" cannot be used: column 1: there is nothing that "*" repeats',
    ],
    [
      'an expression that looks back',
      srx({ rules: rule('(["\'])\\1') }),
      'rule 2 of "All": <beforebreak> cannot be used: column 7: refers back to what a group matched, which is not supported',
    ],
    [
      'neither yes nor no',
      srx({ rules: rule('y', ' break="maybe"') }),
      'rule 1 of "All": break="maybe" must be yes or no',
    ],
    [
      'elements in an expression',
      srx({ rules: rule('<b/>') }),
      'rule 2 of "All": <b> inside <beforebreak>',
    ],
  ])('refuses %s', async (_, text, message) => {
    await expect(read(text)).rejects.toMatchObject({
      code: 'bad-rules',
      exitCode: 65,
      message: `rules.srx: ${message}`,
    });
  });

  test.each([
    ['text', 'no XML at all'],
    ['truncated XML', srx().slice(0, -20)],
    ['entities of its own', `<!DOCTYPE srx [<!ENTITY a "b">]>${srx().slice(21)}`],
    ['nesting', srx({ rules: '<a>'.repeat(2000) + '</a>'.repeat(2000) })],
  ])('refuses %s with the place', async (_, text) => {
    await expect(read(text)).rejects.toMatchObject({
      code: 'unreadable-document',
      message: expect.stringMatching(/^rules\.srx:\d+:\d+: /),
    });
  });

  test('refuses more rules than anybody writes', async () => {
    await expect(read(srx({ rules: '<rule/>'.repeat(20_001) }))).rejects.toThrow(
      'more than 20000 rules',
    );
  });
});
