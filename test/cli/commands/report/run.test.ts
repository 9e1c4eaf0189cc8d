import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readReportRequest } from '../../../../src/cli/commands/report/request.js';
import { runReport } from '../../../../src/cli/commands/report/run.js';
import { report } from '../../../../src/cli/commands/report/spec.js';
import { fakeContext } from '../fake-context.js';
import { parsed } from '../parsed.js';

let cwd = '';
beforeEach(() => (cwd = mkdtempSync(join(tmpdir(), 'paralign-report-'))));
afterEach(() => rmSync(cwd, { recursive: true }));

const review = new URL('../../../fixtures/review-v1.paralign', import.meta.url).pathname;

test('the same review gives the same page', async () => {
  const pages: string[] = [];
  for (const name of ['one.html', 'two.html']) {
    const { context } = fakeContext(cwd);
    await runReport(context, readReportRequest({ cwd }, parsed(report, `${review} -o ${name}`)));
    pages.push(readFileSync(join(cwd, name), 'utf8'));
  }
  expect(pages[0]).toMatch(/id="row-1"/);
  expect(pages[0] === pages[1]).toBe(true);
});
