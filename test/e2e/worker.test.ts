import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, test } from 'vitest';
import { cleanEnvironment, paralign, program, scratch } from './program.js';

const folder = scratch();
writeFileSync(join(folder, 'en.txt'), 'The dog sleeps.\nIt rains in the city.\nWe go home.\n');
writeFileSync(join(folder, 'es.txt'), 'El perro duerme.\nLlueve en la ciudad.\nVamos a casa.\n');
const files = [{ path: 'en.txt' }, { path: 'es.txt', lang: 'es' }];
const line = (job: object): string => `${JSON.stringify(job)}\n`;

describe('worker --stdin', () => {
  test('answers every line with what align --format json prints', async () => {
    const input = [
      line({ id: 1, sources: files, options: { lang: 'en,es', mode: 'parallel' } }),
      'no job\n',
      line({ id: 'x', sources: [{ path: 'en.txt' }, { path: 'missing.txt' }] }),
    ].join('');
    const run = await paralign(['worker', '--stdin'], { cwd: folder, input });
    expect([run.code, run.err]).toEqual([0, '']);
    const [first = '', second = '', third = '', rest] = run.out.split('\n');
    const alone = await paralign(
      'align en.txt es.txt --lang en,es --mode parallel --format json'.split(' '),
      { cwd: folder },
    );
    expect(JSON.parse(first)).toEqual({ id: 1, ...(JSON.parse(alone.out) as object) });
    expect(JSON.parse(second)).toMatchObject({ id: null, error: { code: 'bad-job' } });
    expect(JSON.parse(third)).toMatchObject({ id: 'x', error: { code: 'file-not-found' } });
    expect(rest).toBe('');
  });

  test('answers one by one, and what it has begun after SIGTERM', async () => {
    const child = spawn(process.execPath, [program, 'worker', '--stdin'], {
      cwd: folder,
      env: cleanEnvironment(),
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const next = async () => JSON.parse(String((await lines.next()).value)) as { id: unknown };
    for (const id of [1, 2]) {
      child.stdin.write(line({ id, sources: files }));
      expect(await next()).toMatchObject({ id });
    }
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(143);
  });

  test('names what is missing: where the jobs come from, a model', async () => {
    const without = await paralign(['worker']);
    expect([without.code, without.err]).toEqual([2, expect.stringMatching(/missing --stdin/)]);
    const model = await paralign(['worker', '--stdin', '--model', 'nope'], { input: 'x\n' });
    expect([model.code, model.out]).toEqual([69, '']);
  });
});
