import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('./boundaries/', import.meta.url);

/** Every paragraph of the set, see boundaries/README.md. */
export function readBoundarySet() {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => {
      let part = '';
      return readFileSync(new URL(name, folder), 'utf8')
        .split('\n')
        .flatMap((line) => {
          if (line.startsWith('## ')) part = line.slice(3);
          if (line === '' || line.startsWith('#')) return [];
          return [{ language: name.slice(0, -4), part, ...parse(line) }];
        });
    });
}

/** Text without marks, and the boundaries as counts of characters before them, blanks left out. */
function parse(line) {
  const sentences = line.split('‖');
  const boundaries = new Set();
  let length = 0;
  for (const sentence of sentences.slice(0, -1)) {
    length += sentence.replace(/\s/g, '').length;
    boundaries.add(length);
  }
  return { text: sentences.join(''), boundaries };
}

/** True positives, wrong and missed boundaries of spans over a text. */
export function countBoundaries({ text, boundaries }, spans) {
  const found = spans.slice(1).map(({ start }) => text.slice(0, start).replace(/\s/g, '').length);
  const right = found.filter((boundary) => boundaries.has(boundary)).length;
  return { right, wrong: found.length - right, missed: boundaries.size - right };
}

/** Harmonic mean of precision and recall; 1 if there was nothing to find and nothing was found. */
export function f1({ right, wrong, missed }) {
  return right + wrong + missed === 0 ? 1 : (2 * right) / (2 * right + wrong + missed);
}
