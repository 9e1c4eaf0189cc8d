import { expect, test } from 'vitest';
import { pooledMemory } from '../../src/write/pooled-memory.js';
import { tableText } from '../../src/write/write-table.js';
import { textsOf } from '../read/tables/texts-of.js';
import { exchangePairs, exchangeTable, threeTexts } from './formats/exchange-table.js';

async function* linesOf(text: string) {
  for await (const line of text.split('\n')) yield line;
}

test('holds the units of all memories, with the job in their ids', async () => {
  const texts = [await tableText(exchangeTable(), 'tmx'), await tableText(threeTexts(), 'tmx')];
  async function* memories() {
    for await (const [index, text] of texts.entries())
      yield { id: `job"${index}`, lines: linesOf(text) };
  }
  let pool = '';
  for await (const piece of pooledMemory(memories())) pool += piece;
  const read = await textsOf('pool.tmx', pool);
  expect(read.links).toEqual(
    expect.arrayContaining([...exchangePairs, 'One. = Uno.', 'Dos. = Zwei.']),
  );
  expect(pool.match(/<tu .*>/g)).toEqual([
    '<tu tuid="job&quot;0/1" srclang="en">',
    '<tu tuid="job&quot;0/2" srclang="en">',
    '<tu tuid="job&quot;1/1" srclang="en">',
    '<tu tuid="job&quot;1/2" srclang="es">',
    '<tu tuid="job&quot;1/3" srclang="en">',
  ]);
  expect(pool.endsWith('</tu>\n</body>\n</tmx>\n')).toBe(true);
});
