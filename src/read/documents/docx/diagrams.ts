import type { Archive } from '../../archive/archive.js';
import { parseXml } from '../../xml/parse-xml.js';
import { mostParts } from '../office/limits.js';
import type { Draft } from '../office/story.js';

/** The texts of a diagram (SmartArt) in the order of its points, an item each. */
export async function readDiagram(name: string, archive: Archive, part: string): Promise<Draft[]> {
  const drafts: Draft[] = [];
  let isPoint = false;
  let isText = false;
  let text = '';
  await parseXml(
    `${name}: ${part}`,
    archive.stream(part),
    {
      open: ({ local, uri }) => {
        if (isDiagram(uri)) isPoint = local === 't';
        else if (isPoint && local === 't') isText = true;
        else if (isPoint && local === 'br') text += '\n';
      },
      text: (piece) => {
        if (isText) text += piece;
      },
      close: (local) => {
        isText = false;
        if (local !== 'p' || text === '') return;
        if (text.trim() !== '') drafts.push({ text, details: { kind: 'list-item' } });
        text = '';
      },
    },
    { mostParts },
  );
  return drafts;
}

/** Whether elements are a diagram's own; the strict form of the format has another name for them. */
export function isDiagram(uri: string): boolean {
  return (
    uri === 'http://schemas.openxmlformats.org/drawingml/2006/diagram' ||
    uri === 'http://purl.oclc.org/ooxml/drawingml/diagram'
  );
}
