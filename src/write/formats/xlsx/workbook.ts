/** A workbook of several sheets, written in the order in which they are made. */
import { columnLetters } from '../../../text/column-letters.js';
import { escapeXml } from '../../xml/xml-text.js';
import type { CoreProperties } from '../zip/core-properties.js';
import type { ZipEntry } from '../zip/zip.js';
import { rowMarkup, type SheetCell } from './cell.js';
import { stylesPart } from './styles.js';

/** A sheet: its header stays in view and filters the rows. */
export interface Sheet {
  readonly name: string;
  readonly header: readonly string[];
  /** One per column, in characters. */
  readonly widths: readonly number[];
  readonly rows: AsyncIterable<readonly SheetCell[]>;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const typePrefix = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';

/** The files of a workbook. The sheets are listed last: only then is known how many there are. */
export async function* workbookEntries(
  sheets: AsyncIterable<Sheet>,
  properties: CoreProperties,
): AsyncGenerator<ZipEntry, void, undefined> {
  yield {
    name: '_rels/.rels',
    content: `${declaration}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/>${properties.relationship}</Relationships>`,
  };
  yield { name: 'xl/styles.xml', content: declaration + stylesPart() };
  const names: string[] = [];
  for await (const sheet of sheets) {
    names.push(sheet.name);
    yield {
      name: `xl/worksheets/sheet${names.length}.xml`,
      content: sheetMarkup(sheet, names.length === 1),
    };
  }
  const list = names.map(
    (name, index) =>
      `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  yield {
    name: 'xl/workbook.xml',
    content: `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${list.join('')}</sheets></workbook>`,
  };
  const relations = names.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${office}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  yield {
    name: 'xl/_rels/workbook.xml.rels',
    content: `${declaration}<Relationships xmlns="${packageRelations}">${relations.join('')}<Relationship Id="rId${names.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  };
  const types = names.map(
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${typePrefix}worksheet+xml"/>`,
  );
  yield {
    name: '[Content_Types].xml',
    content: `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${typePrefix}sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${typePrefix}styles+xml"/>${types.join('')}${properties.contentType}</Types>`,
  };
  yield* properties.entries;
}

async function* sheetMarkup(
  { header, widths, rows }: Sheet,
  first: boolean,
): AsyncGenerator<string> {
  const columns = widths.map(
    (width, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  yield `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView${first ? ' tabSelected="1"' : ''} workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`;
  yield rowMarkup(
    1,
    header.map((value) => ({ value, style: 'header' })),
  );
  let number = 1;
  for await (const cells of rows) yield rowMarkup(++number, cells);
  const last = columnLetters(header.length - 1).toUpperCase();
  yield `</sheetData><autoFilter ref="A1:${last}${number}"/></worksheet>`;
}
