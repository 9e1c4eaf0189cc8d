import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  batchReport,
  plainWords,
  reportLine,
  ReportTotals,
} from '../../../src/jobs/batch/report.js';
import { ReportFile } from '../../../src/jobs/batch/report-file.js';
import { finished, jobOf } from '../job-fixture.js';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'paralign-report-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const options = { format: 'csv', words: plainWords } as const;

describe('ReportFile', () => {
  test('holds what was added, longer than it reads at a time, and leaves nothing else', async () => {
    const path = join(folder, 'report.json');
    const report = await ReportFile.begin(path, options);
    const totals = new ReportTotals();
    const lines: string[] = [];
    for (let index = 0; index < 500; index++) {
      const id = `document-${index}`;
      report.add(jobOf(id), finished(id));
      totals.add(finished(id));
      lines.push(reportLine(jobOf(id), finished(id), { ...options, first: index === 0 }));
    }
    expect(readdirSync(folder)).toEqual([]);
    await report.finish();
    await report.close();
    const text = readFileSync(path, 'utf8');
    expect(text.length).toBeGreaterThan(1 << 17);
    expect(text).toBe([...batchReport(totals, lines)].join(''));
    expect(report.totals.summary).toMatchObject({ jobs: 500, done: 500 });
    expect(readdirSync(folder)).toEqual(['report.json']);
  });
});
