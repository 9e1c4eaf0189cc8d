import { describe, expect, test } from 'vitest';
import { bookTable } from './book-fixture.js';
import { askPython, lacksModule } from './book-programs.js';
import { writtenBytes } from './written-bytes.js';

const script = `
import docx, json, sys
d = docx.Document(sys.argv[1])
w = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
paragraph = lambda p: [p.text, p.style.name, p._p.find('.//' + w + 'bidi') is not None,
                       [x.get(w + 'bidi') for x in p._p.iter(w + 'lang')][:1]]
print(json.dumps({
  'tables': [[[[paragraph(p) for p in c.paragraphs] for c in r.cells] for r in t.rows] for t in d.tables],
  'paragraphs': [paragraph(p) for p in d.paragraphs],
}))
`;

describe('docx', () => {
  test('has the same bytes for the same table', async () => {
    const [a, b] = [
      await writtenBytes(bookTable(), 'docx'),
      await writtenBytes(bookTable(), 'docx'),
    ];
    expect(a.equals(b)).toBe(true);
  });

  test.skipIf(lacksModule('docx'))('python-docx finds a table of texts in it', async () => {
    const found = askPython(script, await writtenBytes(bookTable(), 'docx'), 'docx');
    expect(found).toMatchObject({
      tables: [
        [
          [[['a.txt', 'Text Names', false, []]], [['b.txt', 'Text Names', true, []]]],
          [
            [['The <Sun> & "Wind"', 'Heading 1', false, ['en']]],
            [['الشمس والريح', 'Heading 1', true, ['ar']]],
          ],
          [
            [['One. Two. Three.', 'Normal', false, ['en']]],
            [['واحد. اثنان وثلاثة.', 'Normal', true, ['ar']]],
          ],
          [[['Only here.', 'Normal', false, ['en']]], [['', 'Normal', false, []]]],
          [[['The end.', 'Normal', false, ['en']]], [['النهاية.', 'Normal', true, ['ar']]]],
        ],
      ],
    });
  });

  test.skipIf(lacksModule('docx'))(
    'python-docx finds paragraphs if the texts stand below',
    async () => {
      const bytes = await writtenBytes(bookTable(), 'docx', { layout: 'below' });
      expect(askPython(script, bytes, 'docx')).toMatchObject({
        tables: [],
        paragraphs: [
          ['The <Sun> & "Wind"', 'Heading 1', false, ['en']],
          ['الشمس والريح', 'Heading 1', true, ['ar']],
          ['One. Two. Three.', 'Normal', false, ['en']],
          ['واحد. اثنان وثلاثة.', 'Normal', true, ['ar']],
          ['Only here.', 'Normal', false, ['en']],
          ['The end.', 'Normal', false, ['en']],
          ['النهاية.', 'Normal', true, ['ar']],
        ],
      });
    },
  );
});
