/** What translate-toolkit reads in the same files (Debian: translate-toolkit). */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { textsOf } from './texts-of.js';

const folder = new URL('../../fixtures/translations/', import.meta.url).pathname;
const files = ['catalogue.po', 'catalogue.tmx', 'catalogue.xlf'] as const;

/** Prints all texts of a file, sources and targets, and the pairs of units in one form. */
const script = `
import json, sys
from translate.storage import factory
sources, targets, pairs = [], [], []
for unit in factory.getobject(sys.argv[1]).units:
    if unit.isheader() or unit.isobsolete(): continue
    several = lambda text: [str(one) for one in getattr(text, 'strings', [text or ''])]
    own, other = several(unit.source), several(unit.target)
    sources += [text.strip() for text in own if text.strip()]
    targets += [text.strip() for text in other if text.strip()]
    if len(own) == len(other) == 1 and own[0] and other[0] and not unit.isfuzzy():
        pairs.append(own[0].strip() + ' = ' + other[0].strip())
print(json.dumps([sources, targets, pairs]))
`;

const python = (...args: readonly string[]) =>
  spawnSync('/usr/bin/python3', ['-c', ...args], { encoding: 'utf8' });
const isMissing =
  python('import translate').status !== 0 && process.env['PARALIGN_ALL_PROGRAMS'] === undefined;

test.skipIf(isMissing).each(files)('translate-toolkit reads the same in %s', async (file) => {
  const { stdout, stderr } = python(script, folder + file);
  expect(stderr).toBe('');
  const [sources, targets, pairs] = JSON.parse(stdout) as [string[], string[], string[]];
  const read = await textsOf(file, readFileSync(folder + file));
  expect(Object.values(read.texts)).toEqual([sources, targets]);
  expect(read.links).toEqual(expect.arrayContaining(pairs));
  expect(pairs.length).toBeGreaterThanOrEqual(4);
});
