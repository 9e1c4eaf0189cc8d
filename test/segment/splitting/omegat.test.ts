import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSrx } from '../../../src/read/splitting/read-srx.js';
import { makeSplitter } from '../../../src/segment/splitting/splitter.js';
import { readBoundarySet } from '../boundary-set.mjs';

const jar = '/usr/share/omegat/OmegaT.jar';
const missing = !existsSync(jar) && process.env['PARALIGN_ALL_PROGRAMS'] === undefined;

/** Runs OmegaT's own classes. */
function omegat(arguments_: readonly string[], input = ''): Buffer {
  const libraries = readdirSync('/usr/share/java')
    .filter((name) => name.endsWith('.jar') && /commons|jaxb|activation/.test(name))
    .map((name) => `/usr/share/java/${name}`);
  const program = new URL('../../fixtures/srx/OmegatSegments.java', import.meta.url).pathname;
  const classPath = [jar, ...libraries].join(':');
  return execFileSync('java', ['-cp', classPath, program, ...arguments_], {
    input,
    maxBuffer: 2 ** 26,
  });
}

// Debian packages omegat and a JDK (openjdk-17-jdk-headless).
test.skipIf(missing)('splits 44 languages as OmegaT does by its own rules', async () => {
  const rules = omegat([]);
  const split = makeSplitter({ srx: await readSrx('defaultRules.srx', rules) });
  const paragraphs = readBoundarySet();
  const input = paragraphs.map(({ language, text }) => `${language}\t${text}\n`).join('');
  const theirs = omegat(['split'], input).toString('utf8').trimEnd().split('\n');
  const differing = paragraphs.flatMap(({ language, text }, index) => {
    const ours = split(text, language).map(({ start, end }) => text.slice(start, end));
    const own = (theirs[index] ?? '').split('\u2016').slice(0, -1);
    return JSON.stringify(ours) === JSON.stringify(own) ? [] : [{ language, ours, theirs: own }];
  });
  expect({ differing, of: paragraphs.length }).toEqual({ differing: [], of: paragraphs.length });
});
