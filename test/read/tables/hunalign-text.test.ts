import { expect, test } from 'vitest';
import { textsOf } from './texts-of.js';

test("hunalign's text is two linked texts", async () => {
  const content =
    'Hello.\tHola.\t0.5\n<p>\t<p>\t0\nOne. ~~~ Two.\tUno, dos.\t-0.3\nLeft over.\t\t0\n\tSobrante. ~~~ <p>\t0\n';
  expect(await textsOf('a.txt', content, { from: 'hunalign' })).toMatchObject({
    format: 'hunalign',
    texts: {
      'a.txt:a': ['Hello.', 'One.', 'Two.', 'Left over.'],
      'a.txt:b': ['Hola.', 'Uno, dos.', 'Sobrante.'],
    },
    links: ['Hello. = Hola.', 'One. + Two. = Uno, dos.'],
  });
});

test.each(['One.\n', 'a\tb\tc\td\n', 'a\tb\tnot a score\n'])('%j is refused', async (content) => {
  await expect(textsOf('a.txt', content, { from: 'hunalign' })).rejects.toMatchObject({
    code: 'unreadable-document',
    message: 'a.txt:1: not two texts and a score with tabs between them',
  });
});
