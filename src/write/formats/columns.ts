import { LegalText } from '../records/legal-text.js';
import { oneLine } from '../records/one-line.js';
import { onlyFile, type WriteFormat } from '../records/output-format.js';
import { sideText, twoSides } from '../records/two-sides.js';

/** A pair a line, a tab between its texts, no header, as Sketch Engine and other concordancers take it. */
export const writeColumns: WriteFormat = async function* (_head, batches, _options, onDiagnostic) {
  const plain = new LegalText();
  for await (const records of batches) {
    const lines = records.map((record) => {
      const texts = twoSides(record).map((cells) => plain.legal(oneLine(sideText(cells))));
      return `${texts.join('\t')}\n`;
    });
    yield onlyFile(lines.join(''));
  }
  plain.report(onDiagnostic);
};
