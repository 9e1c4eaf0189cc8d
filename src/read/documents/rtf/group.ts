import type { Destination } from './destinations.js';

/** What holds until the end of a group; a group inside begins with what holds outside. */
export interface Group {
  destination: Destination;
  /** What a group held that gives its text twice, of which the second is to be taken. */
  alternative: Destination | undefined;
  isStarred: boolean;
  /** Nothing was read of the group yet, so that a word may say what it holds. */
  isFresh: boolean;
  /** It began a text of its own. */
  ownsFrame: boolean;
  isStyle: boolean;
  isInstruction: boolean;
  font: number;
  /** How many bytes stand after a Unicode character for readers that don't know it. */
  fallback: number;
  isHidden: boolean;
  isDeleted: boolean;
  style: number;
  outline: number | undefined;
  isInTable: boolean;
  level: number;
  isList: boolean;
  isHanging: boolean;
}

const paragraphDefaults = {
  style: 0,
  outline: undefined,
  isInTable: false,
  level: 0,
  isList: false,
  isHanging: false,
};

/** What holds before the first group. */
export function firstGroup(): Group {
  return {
    destination: 'text',
    alternative: undefined,
    isStarred: false,
    isFresh: true,
    ownsFrame: false,
    isStyle: false,
    isInstruction: false,
    font: 0,
    fallback: 1,
    isHidden: false,
    isDeleted: false,
    ...paragraphDefaults,
  };
}

/** Sets what holds for paragraphs back to what holds where nothing is said. */
export function resetParagraph(group: Group): void {
  Object.assign(group, paragraphDefaults);
}

/** Takes a control word that says something about the paragraph; false for another. */
export function takeParagraphWord(group: Group, word: string, value = 0): boolean {
  switch (word) {
    case 's':
      group.style = value;
      return true;
    case 'outlinelevel':
      group.outline = value;
      return true;
    case 'intbl':
      group.isInTable = true;
      return true;
    case 'itap':
      group.level = value;
      return true;
    case 'ls':
      group.isList = value > 0;
      return true;
    case 'fi':
      group.isHanging = value < 0;
      return true;
    case 'pard':
      resetParagraph(group);
      return true;
  }
  return false;
}
