import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SettingSources } from '../../../../src/cli/arguments/settings.js';
import { runDoctor } from '../../../../src/cli/commands/doctor/run.js';
import { fakeContext } from '../fake-context.js';

let cwd = '';
beforeEach(() => (cwd = mkdtempSync(join(tmpdir(), 'paralign-run-'))));
afterEach(() => rmSync(cwd, { recursive: true }));

interface Report {
  readonly ok: boolean;
  readonly findings: readonly { name: string; value: string; problem?: string }[];
}

describe('runDoctor', () => {
  test('finds no problem if there is none', async () => {
    const { context, out } = fakeContext(cwd);
    expect(await runDoctor(context, { model: null })).toBe(0);
    expect(out()).toMatch(/^ +paralign +1\.2\.3$/m);
    expect(out()).toMatch(/No problems found\.\n$/);
  });

  test('shows each setting, its origin and what is wrong with it', async () => {
    const where = 'x.json: "mode"';
    const settings: SettingSources['settings'] = new Map([
      ['mode', { value: 'sideways', origin: 'project', where }],
      ['jobs', { value: '3', origin: 'environment', where: 'PARALIGN_JOBS' }],
    ]);
    const sources = { ...fakeContext(cwd).context.settings, settings, projectFile: 'x.json' };
    const { context, out } = fakeContext(cwd, { json: true, settings: sources });
    expect(await runDoctor(context, { model: null })).toBe(78);
    const { ok, findings } = JSON.parse(out()) as Report;
    expect(ok).toBe(false);
    const found = (name: string) => findings.find((finding) => finding.name === name);
    expect(found('mode')).toMatchObject({
      value: 'sideways (project)',
      problem: expect.stringContaining('x.json: "mode" must be one of') as unknown,
    });
    expect(found('jobs')).toMatchObject({ value: '3 (PARALIGN_JOBS)' });
    expect(found('project file')).toMatchObject({ value: 'x.json' });
  });

  test('reports a missing model', async () => {
    const { context, out } = fakeContext(cwd);
    expect(await runDoctor(context, { model: 'nope' })).toBe(1);
    expect(out()).toContain('PROBLEM: model "nope" not found');
  });
});
