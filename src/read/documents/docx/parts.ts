/** How the parts of an Office Open XML package point to each other. */
import type { Archive } from '../../archive/archive.js';
import { localAttribute } from '../../xml/local-attribute.js';
import { parseXml } from '../../xml/parse-xml.js';

/** A pointer from one part to another. */
export interface Relationship {
  readonly id: string;
  /** The last word of its type: `styles`, `footnotes`, `header`. */
  readonly type: string;
  /** The part's name in the archive. */
  readonly part: string;
}

/** Where a part points to inside the package; nothing if it points nowhere. */
export async function relationshipsOf(
  name: string,
  archive: Archive,
  part: string,
): Promise<readonly Relationship[]> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const path = `${folder}_rels/${part.slice(slash)}.rels`;
  const found: Relationship[] = [];
  if (!archive.has(path)) return found;
  await parseXml(`${name}: ${path}`, archive.stream(path), {
    open: ({ local, attributes }) => {
      if (local !== 'Relationship' || attributes.TargetMode === 'External') return;
      const id = localAttribute(attributes, 'Id');
      const type = localAttribute(attributes, 'Type');
      const target = localAttribute(attributes, 'Target');
      if (id === undefined || type === undefined || target === undefined) return;
      found.push({
        id,
        type: type.slice(type.lastIndexOf('/') + 1),
        part: resolve(folder, target),
      });
    },
  });
  return found;
}

/** The name of a part in the archive, whose names are never looked for outside of it. */
function resolve(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : `${folder}${target}`;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
