/** Documents of real programs with bytes changed, cut out or doubled: read or refused, never a bug. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readSource } from '../../../src/read/read-source.js';
import { must, orLaterRefusal, type FuzzTarget } from '../harness.js';
import { mustBeApart, readingErrors } from './reading.js';

/** The repository: both tests and what is compiled of them run there. */
const fixtures = join(process.cwd(), 'test/fixtures');
const folders = ['office', 'epub', 'html', 'translations', 'tables'];
const endings = /\.(?:docx|odt|fodt|rtf|epub|html|tmx|xlf|po|xlsx)$/;
const largest = 100_000;

const documents = folders
  .flatMap((folder) => readdirSync(join(fixtures, folder)).map((name) => join(folder, name)))
  .filter((name) => endings.test(name))
  .sort()
  .map((name) => ({ name, bytes: readFileSync(join(fixtures, name)) }))
  .filter(({ bytes }) => bytes.length < largest);

/** What is done to a document: places and lengths are shares of it. */
const damage = fc.record({
  kind: fc.constantFrom('flip', 'cut', 'drop', 'double'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 300 }),
  byte: fc.integer({ min: 0, max: 255 }),
});

function damaged(bytes: Uint8Array, { kind, at, length, byte }: Damage): Uint8Array {
  const from = Math.floor(at * bytes.length);
  const [before, after] = [bytes.subarray(0, from), bytes.subarray(from)];
  switch (kind) {
    case 'cut':
      return before;
    case 'drop':
      return Buffer.concat([before, after.subarray(length)]);
    case 'double':
      return Buffer.concat([before, after.subarray(0, length), after]);
    default:
      return Buffer.concat([before, Buffer.from([byte]), after.subarray(1)]);
  }
}

interface Damage {
  readonly kind: string;
  readonly at: number;
  readonly length: number;
  readonly byte: number;
}

/** Damaged documents. */
export const damagedTargets: readonly FuzzTarget[] = [
  {
    name: 'damaged-documents',
    share: 3,
    property: (count) =>
      fc.asyncProperty(
        fc.constantFrom(...documents),
        fc.array(damage, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        async ({ name, bytes }, damages, named) => {
          const broken = damages.reduce<Uint8Array>(damaged, bytes);
          const found = await orLaterRefusal(readingErrors, () =>
            readSource(named ? name : 'unnamed', broken),
          );
          for (const { text, blocks } of found?.sources ?? []) {
            must(text.length < 10 * largest, () => `${text.length} characters`);
            mustBeApart(blocks, text.length, 'block');
          }
          count(found === null ? 'refused' : 'read');
        },
      ),
  },
];
