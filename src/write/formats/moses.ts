import { LegalText } from '../records/legal-text.js';
import { oneLine } from '../records/one-line.js';
import type { WriteFormat } from '../records/output-format.js';
import { sideText, twoLanguages, twoSides } from '../records/two-sides.js';

/**
 * Two files with as many lines, one for each language, as Moses and its successors take them: line n of
 * one is the translation of line n of the other.
 */
export const writeMoses: WriteFormat = async function* (head, batches, _options, onDiagnostic) {
  const plain = new LegalText();
  const endings = fileEndings(twoLanguages(head));
  for (const file of endings) yield { file, chunk: '' };
  for await (const records of batches) {
    const rows = records.map(twoSides);
    for (const side of [0, 1] as const) {
      const lines = rows.map((sides) => `${plain.legal(oneLine(sideText(sides[side])))}\n`);
      yield { file: endings[side], chunk: lines.join('') };
    }
  }
  plain.report(onDiagnostic);
};

/** `.en` and `.ar`; `.en.a` and `.en.b` for two texts in one language. */
function fileEndings([a, b]: readonly [string, string]): readonly [string, string] {
  // File systems may take `pt-BR` and `pt-br` for the same.
  return a.toLowerCase() === b.toLowerCase() ? [`.${a}.a`, `.${b}.b`] : [`.${a}`, `.${b}`];
}
