import { AppError } from '../../../errors.js';
import type { DocumentReader } from '../document.js';
import { Furniture } from '../office/furniture.js';
import { TextBuilder } from '../text-builder.js';
import { isRtf } from './is-rtf.js';
import { RtfText } from './rtf-text.js';
import { scanRtf } from './scan.js';

/**
 * Reads RTF. Notes come after the paragraph that refers to them, text boxes after the one they are
 * anchored in. Tracked changes are taken as accepted. Headers, footers and tables of contents are marked
 * as noise; comments, hidden text and the readings of ruby are left out.
 */
export const rtfReader: DocumentReader = {
  takes: 'bytes',
  textIs: 'extracted',
  read: (name, bytes) => {
    if (!isRtf(bytes))
      throw new AppError('unreadable-document', `${name}: not RTF: it does not begin with {\\rtf`, {
        hint: 'name the format that it is in',
      });
    const builder = new TextBuilder(name);
    const furniture = new Furniture();
    const handlers = new RtfText({
      name,
      emit: ({ text, details }) => void builder.add(text, details),
      emitFurniture: ({ text }) => furniture.add(text),
    });
    const end = scanRtf(name, bytes, handlers);
    furniture.addTo(builder);
    const { hasHidden, undecodable } = handlers;
    const hasMore = bytes.subarray(end).some((byte) => byte > 0x20);
    return {
      ...builder.finish(),
      notices: [
        ...(hasHidden ? ['hidden text is left out'] : []),
        ...(undecodable > 0
          ? [
              `${undecodable} ${undecodable === 1 ? 'byte is' : 'bytes are'} not in the code page of the font`,
            ]
          : []),
        ...(hasMore ? ['what follows the end of its text is left out'] : []),
      ],
    };
  },
};
