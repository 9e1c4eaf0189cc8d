// Prints boundary precision, recall and F1 of both parts of the set, and F1 per language.
import { segmentText } from '../../dist/segment/segment-text.js';
import { countBoundaries, f1, readBoundarySet } from './boundary-set.mjs';

const percent = (value) => (100 * value).toFixed(1);
for (const part of ['dev', 'held-out']) {
  const total = { right: 0, wrong: 0, missed: 0 };
  const languages = new Map();
  for (const item of readBoundarySet()) {
    if (item.part !== part) continue;
    const counts = countBoundaries(item, segmentText(item.text, item.language));
    const sum = languages.get(item.language) ?? { right: 0, wrong: 0, missed: 0 };
    languages.set(item.language, sum);
    for (const key of Object.keys(total)) {
      total[key] += counts[key];
      sum[key] += counts[key];
    }
  }
  const { right, wrong, missed } = total;
  console.log(
    `${part}: ${right + missed} boundaries in ${languages.size} languages, precision ${percent(right / (right + wrong))}, recall ${percent(right / (right + missed))}, F1 ${percent(f1(total))}`,
  );
  // Single languages of the part held out are not shown: that would invite tuning on them.
  if (part === 'dev') {
    console.log([...languages].map(([name, sum]) => `${name} ${percent(f1(sum))}`).join('  '));
  }
}
