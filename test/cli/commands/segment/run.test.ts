import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runSegment } from '../../../../src/cli/commands/segment/run.js';
import { fakeContext } from '../fake-context.js';

let cwd = '';
beforeEach(() => (cwd = mkdtempSync(join(tmpdir(), 'paralign-run-'))));
afterEach(() => rmSync(cwd, { recursive: true }));

beforeEach(() =>
  writeFileSync(
    join(cwd, 'a.txt'),
    'Dr. Smith came home yesterday evening and everybody was very glad to see him. He was tired and went to bed.\n\nSubscribe to get more.\n',
  ),
);
const request = { sources: ['a.txt'], settings: { segmented: false }, lines: false };

describe('runSegment', () => {
  test('lists the sentences, noise among them', async () => {
    const { context, out } = fakeContext(cwd);
    await runSegment(context, request);
    expect(out()).toMatch(/^a\.txt\nno +par +lang +noise +text\n1 +1 +en +Dr\. Smith/);
    expect(out()).toContain('boilerplate');
  });

  test('prints bare sentences one a line, without noise', async () => {
    const { context, out } = fakeContext(cwd);
    await runSegment(context, { ...request, lines: true });
    expect(out()).toBe(
      'Dr. Smith came home yesterday evening and everybody was very glad to see him.\n' +
        'He was tired and went to bed.\n',
    );
  });

  test('takes the language of a source that it is told', async () => {
    const { context, out } = fakeContext(cwd, { json: true });
    const languages = { bySource: [{ source: 'A', language: 'de' }], inOrder: [], where: '--lang' };
    await runSegment(context, { ...request, settings: { languages } });
    expect(out()).toContain('"language": "de"');
    expect(out()).not.toContain('"language": "en"');
  });
});
