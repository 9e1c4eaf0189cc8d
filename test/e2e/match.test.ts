import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { paralign, scratch } from './program.js';

const folder = scratch();
const file = (name: string): string => join(folder, name);
const match = (...args: string[]) => paralign(['match', ...args], { cwd: folder });

/** Short texts in English and Spanish that say the same thing. */
const texts: readonly (readonly [english: string, spanish: string])[] = [
  [
    'The old bridge over the river was closed on Monday. Engineers found cracks in two pillars. Buses now take a longer way.',
    'El viejo puente sobre el río se cerró el lunes. Los ingenieros hallaron grietas en dos pilares. Los autobuses hacen ahora un recorrido más largo.',
  ],
  [
    'Cut the onions and fry them in oil. Add the rice and a glass of wine. Serve it hot with cheese.',
    'Corte las cebollas y fríalas en aceite. Añada el arroz y un vaso de vino. Sírvalo caliente con queso.',
  ],
  [
    'Our team won the final by three goals to one. The goalkeeper saved a penalty. Thousands of people danced in the square.',
    'Nuestro equipo ganó la final por tres goles a uno. El portero paró un penalti. Miles de personas bailaron en la plaza.',
  ],
  [
    'The doctor told her to rest for a week. She should drink much water and take the pills every morning.',
    'El médico le dijo que descansara una semana. Debe beber mucha agua y tomar las pastillas cada mañana.',
  ],
  [
    'The moon has no air and no water. Astronauts brought stones back to the earth. They are older than our mountains.',
    'La luna no tiene aire ni agua. Los astronautas trajeron piedras a la tierra. Son más antiguas que nuestras montañas.',
  ],
  [
    'Interest rates rose again this year. Families pay more for their houses. The bank expects lower prices next summer.',
    'Los tipos de interés subieron otra vez este año. Las familias pagan más por sus casas. El banco espera precios más bajos el próximo verano.',
  ],
];
const alone =
  'Whales sing under the sea. Their songs travel hundreds of miles. Nobody knows what they mean.';

beforeAll(() => {
  for (const name of ['en', 'es', 'mixed', 'one/en', 'one/es'])
    mkdirSync(file(name), { recursive: true });
  texts.forEach(([english, spanish], at) => {
    writeFileSync(file(`en/a${at}.txt`), `${english}\n`);
    writeFileSync(file(`es/b${texts.length - at}.md`), `# Texto\n\n${spanish}\n`);
    writeFileSync(file(`mixed/x${at}.txt`), `${english}\n`);
    writeFileSync(file(`mixed/y${at}.txt`), `${spanish}\n`);
  });
  writeFileSync(file('en/whales.txt'), `${alone}\n`);
  writeFileSync(file('one/en/doc.en.txt'), `${texts[0]?.[0]}\n`);
  writeFileSync(file('one/es/doc.es.txt'), `${texts[0]?.[1]}\n`);
});

const rows = (text: string): string[] =>
  text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').slice(1, 3).join(' '));
const expected = texts.map((_, at) => `en/a${at}.txt es/b${texts.length - at}.md`);

describe('paralign match', () => {
  test('finds the pairs of two folders, whatever their names, and lists what has none', async () => {
    const run = await match('en', 'es', '-o', 'jobs.csv', '--unmatched', 'alone.txt');
    expect(run).toMatchObject({ code: 0, out: '' });
    expect(run.err).toContain('6 matches, 1 without a partner');
    expect(rows(readFileSync(file('jobs.csv'), 'utf8'))).toEqual(expected);
    expect(readFileSync(file('alone.txt'), 'utf8')).toBe('en/whales.txt\n');
  });

  test('batch takes the result as it is; --align goes straight on', async () => {
    const run = await match('en', 'es', '-o', 'aligned.csv', '--align', 'results');
    expect(run.code).toBe(0);
    expect(run.err).toContain('6 done');
    expect(existsSync(file('results/a0.csv'))).toBe(true);
  });

  test('matches the documents of one folder across its languages', async () => {
    const run = await match('mixed');
    expect(rows(run.out)).toEqual(texts.map((_, at) => `mixed/x${at}.txt mixed/y${at}.txt`));
  });

  test('explains every pair, for people and as data', async () => {
    const shown = await match('en', 'es', '--explain');
    expect(shown.out).toContain('Astronauts brought stones back to the earth.');
    const data = await match('en', 'es', '--explain', '--json');
    const { matches } = JSON.parse(data.out);
    expect(matches[0]).toMatchObject({
      documents: ['en/a0.txt', 'es/b6.md'],
      languages: ['en', 'es'],
      kind: 'translation',
    });
    expect(matches[0].passages.length).toBeGreaterThan(0);
  });

  test('what the documents of a pair share reaches review files, JSON and the report', async () => {
    expect((await match('en', 'es', '-o', 'why.csv')).code).toBe(0);
    for (const format of ['paralign', 'json'] as const) {
      const run = await paralign(['batch', 'why.csv', '--out', 'why', '--format', format], {
        cwd: folder,
      });
      expect(run.code).toBe(0);
      const { match: reason } = JSON.parse(readFileSync(file(`why/a4.${format}`), 'utf8'));
      expect(reason).toMatchObject({ kind: 'translation' });
      expect(JSON.stringify(reason.passages)).toContain('older than our mountains');
    }
    const again = await paralign(['convert', 'why/a4.json', '-o', 'again.json'], { cwd: folder });
    expect(again.code).toBe(0);
    const { match: kept } = JSON.parse(readFileSync(file('again.json'), 'utf8'));
    expect(kept).toMatchObject({ kind: 'translation' });
    const run = await paralign(['report', 'why/a4.paralign', '-o', 'why.html'], { cwd: folder });
    expect(run.code).toBe(0);
    expect(readFileSync(file('why.html'), 'utf8')).toContain('Matched as translations');
  });

  test('a document in another language does not keep a folder from being matched within its language', async () => {
    mkdirSync(file('levels'), { recursive: true });
    texts.forEach(([english], at) => {
      writeFileSync(file(`levels/long${at}.txt`), `${english}\n`);
      const [first = '', ...rest] = english.split('. ');
      writeFileSync(file(`levels/short${at}.txt`), `${[...rest.slice(0, 1), first].join('. ')}.\n`);
    });
    writeFileSync(file('levels/stray.txt'), 'Una ballena canta bajo el mar. Nadie sabe por qué.\n');
    const run = await match('levels');
    expect(rows(run.out)).toEqual(
      texts.map((_, at) => `levels/long${at}.txt levels/short${at}.txt`),
    );
    expect(run.err).toContain('1 without a partner');
  });

  test('says when documents would have a partner if one could have several', async () => {
    mkdirSync(file('rewrites'), { recursive: true });
    texts.forEach(([, spanish], at) => writeFileSync(file(`rewrites/r${at}.txt`), spanish));
    writeFileSync(file('rewrites/s0.txt'), texts[0]?.[1] ?? '');
    const run = await match('en', 'rewrites', '-o', 'one.csv');
    expect(run.err).toMatch(
      /[rs]0[.]txt fits a document that has a partner already; --partners many/,
    );
    const many = await match('en', 'rewrites', '-o', 'many.csv', '--partners', 'many');
    expect(many.err).not.toContain('--partners many');
  });

  test('--lang names the language of each side', async () => {
    const run = await match('en', 'es', '--lang', 'en,es');
    expect(rows(run.out)).toEqual(expected);
    expect((await match('en', 'es', '--lang', 'en,es,fr')).code).toBe(2);
  });

  test('--by name looks at names only', async () => {
    const run = await match('one', '--by', 'name');
    expect(rows(run.out)).toEqual(['one/en/doc.en.txt one/es/doc.es.txt']);
  });

  test('a document that cannot be read is left out, and the exit code says so', async () => {
    mkdirSync(file('bad'), { recursive: true });
    texts.forEach(([, spanish], at) => writeFileSync(file(`bad/${at}.txt`), spanish));
    writeFileSync(file('bad/broken.docx'), 'not a document');
    const run = await match('en', 'bad', '-o', 'bad.csv');
    expect(run.code).toBe(1);
    expect(run.err).toContain('broken.docx');
    expect(rows(readFileSync(file('bad.csv'), 'utf8'))).toHaveLength(6);
  });

  test('says what is wrong before reading', async () => {
    expect((await match('en', 'en')).code).toBe(2);
    expect((await match('en', 'nowhere')).err).toContain('nowhere');
    expect((await match('en', 'es', '--align', 'x')).err).toContain('-o');
  });
});
