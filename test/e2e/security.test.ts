/** What SECURITY.md says that no other test holds, and that those which it names are there. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { configurableOptions } from '../../src/cli/arguments/options.js';
import { paralign, root, scratch, seed } from './program.js';

test('every test named in SECURITY.md exists', () => {
  const names = readFileSync(join(root, 'SECURITY.md'), 'utf8').match(/test\/[\w/.-]+/g) ?? [];
  expect(names.length).toBeGreaterThan(10);
  for (const name of names) expect([name, existsSync(join(root, name))]).toEqual([name, true]);
});

test('aligning, reading and listing use no network', async () => {
  const folder = scratch();
  // Whatever opens a connection or asks for an address ends the program.
  const trap = join(folder, 'trap.cjs');
  writeFileSync(
    trap,
    `const end = () => { require('fs').writeSync(2, 'NETWORK'); process.exit(99); };
     const net = require('net'), dns = require('dns'), dgram = require('dgram');
     net.Socket.prototype.connect = end;
     for (const name of ['lookup', 'resolve']) { dns[name] = end; dns.promises[name] = end; }
     dgram.createSocket = end;
     globalThis.fetch = end;`,
  );
  const lines = [
    ['align', seed(0), seed(1), '-q', '--format', 'vecalign'],
    ['segment', seed(0)],
    ['detect', seed(0)],
    ['models'],
    ['doctor'],
    ['align', seed(0), seed(1), '--model', 'owner/not-there'],
  ];
  for (const args of lines) {
    const run = await paralign(args, { cwd: folder, nodeFlags: ['--require', trap] });
    expect([args[0], run.code]).toEqual([args[0], args.includes('--model') ? 69 : 0]);
    expect(run.err).not.toContain('NETWORK');
  }
  const download = ['models', 'download', 'owner/model'];
  const run = await paralign(download, { cwd: folder, nodeFlags: ['--require', trap] });
  expect(run.err).toContain('NETWORK');
});

test("a project's settings can name no output, no program, and no input except the model, the rules of splitting and a glossary", () => {
  const paths = configurableOptions()
    .filter(({ value }) => value?.kind === 'file' || value?.kind === 'folder')
    .map(({ long }) => long);
  expect(
    paths.filter((long) => !['model', 'srx', 'abbreviations', 'glossary'].includes(long)),
  ).toEqual([]);
  const names = configurableOptions().map(({ long }) => long);
  for (const name of ['output', 'out', 'anchors', 'editor', 'sha256'])
    expect(names).not.toContain(name);
});
