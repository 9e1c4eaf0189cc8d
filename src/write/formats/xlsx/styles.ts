/** The looks of cells. Dates and locale-dependent formats are not among them. */

const wrapped = 'vertical="top" wrapText="1"';

/** In the order of their numbers. */
const styles = {
  plain: { font: 0, fill: 0, format: 0, alignment: 'vertical="top"' },
  header: { font: 1, fill: 2, format: 0, alignment: wrapped },
  text: { font: 0, fill: 0, format: 0, alignment: wrapped },
  rightToLeft: {
    font: 0,
    fill: 0,
    format: 0,
    alignment: `${wrapped} horizontal="right" readingOrder="2"`,
  },
  measure: { font: 0, fill: 0, format: 164, alignment: 'vertical="top"' },
  sure: { font: 0, fill: 3, format: 164, alignment: 'vertical="top"' },
  fair: { font: 0, fill: 4, format: 164, alignment: 'vertical="top"' },
  doubtful: { font: 0, fill: 5, format: 164, alignment: 'vertical="top"' },
} as const;

/** The look of a cell; `sure`, `fair` and `doubtful` are confidences. */
export type StyleName = keyof typeof styles;

const numbers = new Map(Object.keys(styles).map((name, index) => [name, index]));

/** The number by which cells name a style. */
export function styleNumber(name: StyleName): number {
  return numbers.get(name) ?? 0;
}

/** Colours of the header and of confidence: blue, green, yellow, red, all light. */
const fills = ['FFDCE6F1', 'FFD9EAD3', 'FFFFF2CC', 'FFF4CCCC'];

/** `styles.xml`. */
export function stylesPart(): string {
  const looks = Object.values(styles).map(
    ({ font, fill, format, alignment }) =>
      `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment ${alignment}/></xf>`,
  );
  const colours = fills.map(
    (colour) =>
      `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`,
  );
  const font = '<sz val="11"/><name val="Calibri"/><family val="2"/>';
  return (
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="0.0000"/></numFmts>' +
    `<fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts>` +
    // Programs expect the first two.
    `<fills count="${fills.length + 2}"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${colours.join('')}</fills>` +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${looks.length}">${looks.join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
    '</styleSheet>'
  );
}
