import { francAll } from 'franc';
import { data } from 'franc/data.js';
import { expect, test } from 'vitest';
import { TrigramDistances } from '../../src/language/trigrams.js';

/** The distances as franc gives them: from the best of these languages, as a share of the farthest. */
function asFranc(text: string, script: string, codes: readonly string[]): Map<string, number> {
  const profiles = codes.map((code) => data[script]?.[code] ?? null);
  const measure = new TrigramDistances(profiles);
  // Twice: the second text must not see the first one's trigrams.
  measure.measure('vorher'.toLowerCase());
  measure.measure(text.toLowerCase());
  const closest = Math.min(...measure.distances);
  const range = text.length * 300 - closest;
  return new Map(
    codes.map((code, at) => [code, 1 - ((measure.distances[at] ?? 0) - closest) / range || 0]),
  );
}

const latin = ['eng', 'deu', 'fra', 'hun', 'vie', 'swe'];

test.each([
  ['Latin', latin, 'The cat sat on the mat, and the dog (of course) sat on the cat.'],
  ['Latin', latin, 'Az a hír járja, hogy a ház – a nagyapám háza – leégett.'],
  ['Latin', latin, "  L'été, on dort;\u00a0on  rêve…\tC’est tout : 12,50 € "],
  ['Latin', latin, 'Nhưng chúng tôi đã đến đó vào ngày hôm qua'],
  ['Latin', latin, 'aaaaaaaaaaaaaaa'],
  ['Latin', latin, 'a'],
  ['Latin', latin, 'ab \u0007 c'],
  ['Cyrillic', ['rus', 'ukr', 'bul'], 'Он сказал: «Завтра — нет, сегодня!» и ушёл.'],
  ['Arabic', ['arb', 'pes', 'urd'], 'قال الرجل إنه لن يعود إلى المدينة.'],
  ['Devanagari', ['hin', 'mar', 'npi'], 'वह कल घर नहीं आया था।'],
])('measures as franc does (%s)', (script, codes, text) => {
  const own = asFranc(text, script, codes);
  const theirs = new Map(francAll(text, { only: codes, minLength: 1 }));
  expect(own).toEqual(new Map(codes.map((code) => [code, theirs.get(code)])));
});

test('a language without a profile is as far as a text can be', () => {
  const measure = new TrigramDistances([null, data['Latin']?.['eng'] ?? '']);
  measure.measure('one two');
  // " on", "one", "ne ", "e t", " tw", "two", "wo ".
  expect(measure.distances[0]).toBe(7 * 300);
});

test('stays the same however many strange trigrams there were before', () => {
  const measure = new TrigramDistances([data['Latin']?.['eng'] ?? '']);
  measure.measure('the house is there');
  const [before] = measure.distances;
  for (let from = 0x4e00; from < 0x4e00 + 200; from++) {
    const units = Array.from({ length: 700 }, (_, at) => from + 13 * at);
    measure.measure(String.fromCharCode(...units));
  }
  measure.measure('the house is there');
  expect(measure.distances[0]).toBe(before);
});
