/** The files of a Word document besides its text. */
import type { CoreProperties } from '../zip/core-properties.js';
import type { ZipEntry } from '../zip/zip.js';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The namespace of the text and its styles. */
export const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const typePrefix = 'application/vnd.openxmlformats-officedocument.wordprocessingml.';

/** All files besides the text. */
export function documentParts(properties: CoreProperties): readonly ZipEntry[] {
  return [
    {
      name: '[Content_Types].xml',
      content: `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${typePrefix}document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${typePrefix}styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${typePrefix}numbering+xml"/>${properties.contentType}</Types>`,
    },
    {
      name: '_rels/.rels',
      content: `${declaration}<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/>${properties.relationship}</Relationships>`,
    },
    {
      name: 'word/_rels/document.xml.rels',
      content: `${declaration}<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${office}/numbering" Target="numbering.xml"/></Relationships>`,
    },
    { name: 'word/styles.xml', content: stylesPart() },
    { name: 'word/numbering.xml', content: numberingPart() },
    ...properties.entries,
  ];
}

/** The bullets of list items; of right-to-left paragraphs, they stand on the right. */
function numberingPart(): string {
  return `${declaration}<w:numbering xmlns:w="${wordNamespace}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="340" w:hanging="227"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
}

function stylesPart(): string {
  const headings = [32, 28, 25, 23, 22, 22].map(
    (size, index) =>
      `<w:style w:type="paragraph" w:styleId="Heading${index + 1}"><w:name w:val="heading ${index + 1}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="${index}"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="${size}"/><w:szCs w:val="${size + 2}"/></w:rPr></w:style>`,
  );
  const paragraph = (id: string, name: string, properties: string, run = ''): string =>
    `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:pPr>${properties}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
  return `${declaration}<w:styles xmlns:w="${wordNamespace}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Cambria" w:hAnsi="Cambria" w:cs="Times New Roman"/><w:sz w:val="21"/><w:szCs w:val="24"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="80" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>${headings.join('')}${paragraph('Names', 'Text Names', '<w:spacing w:after="60"/>', '<w:b/><w:bCs/><w:color w:val="555555"/><w:sz w:val="18"/><w:szCs w:val="20"/>')}${paragraph('ListItem', 'List Item', '<w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="340" w:hanging="227"/>')}${paragraph('Quotation', 'Quotation', '<w:ind w:left="340" w:right="340"/>')}${paragraph('SmallText', 'Small Text', '', '<w:sz w:val="18"/><w:szCs w:val="20"/>')}</w:styles>`;
}
