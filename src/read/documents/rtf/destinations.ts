/** What the groups of an RTF file hold. */

/** What the text of a group is taken for. */
export type Destination =
  /** Text of the paragraph that is open. */
  | 'text'
  /** Text of its own, which comes after the paragraph that it stands in. */
  | 'box'
  | 'note'
  | 'furniture'
  /** The number or bullet of a list's item, as older programs see it. */
  | 'list-mark'
  | 'fonts'
  | 'styles'
  /** The instruction of a field. */
  | 'instruction'
  | 'skip';

const named: Readonly<Record<string, Destination>> = {
  fonttbl: 'fonts',
  stylesheet: 'styles',
  footnote: 'note',
  header: 'furniture',
  headerl: 'furniture',
  headerr: 'furniture',
  headerf: 'furniture',
  footer: 'furniture',
  footerl: 'furniture',
  footerr: 'furniture',
  footerf: 'furniture',
  shptxt: 'box',
  dptxbxtext: 'box',
  fldinst: 'instruction',
  fldrslt: 'text',
  listtext: 'list-mark',
  pntext: 'list-mark',
  pn: 'list-mark',
  // Groups that every reader is to look into although they are marked as ones to skip.
  shpinst: 'text',
  do: 'text',
  nesttableprops: 'text',
  ud: 'text',
  moMath: 'text',
  moMathPara: 'text',
};

const skipped = new Set(
  [
    // What the file says about itself, and what else is no text.
    'colortbl info pict objdata filetbl revtbl rsidtbl listtable listoverridetable generator',
    'xmlnstbl mmathPr themedata colorschememapping datastore latentstyles userprops docvar background',
    'ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn sp template private nextfile keycode panose falt',
    // Remarks, index entries.
    'annotation atnid atnauthor atntime atnicn atnref atnparent atndate atrfstart atrfend',
    'xe tc tcn txe rxe bkmkstart bkmkend formfield ffname',
    // What is there a second time, for other readers: text boxes as pictures, tables without nesting.
    'shprslt nonshppict shppict nonesttables mmathPict pntxta pntxtb leveltext levelnumbers',
  ]
    .join(' ')
    .split(' '),
);

/**
 * What the text of a group is, by the control word that it begins with; undefined if the word names no
 * group of its own.
 *
 * @param isStarred whether the group is marked as one to skip for readers that don't know it
 */
export function destinationOf(word: string, isStarred: boolean): Destination | undefined {
  if (Object.hasOwn(named, word)) return named[word];
  if (isStarred || skipped.has(word)) return 'skip';
  // Properties of formulas: \mfPr, \mnaryPr.
  return /^m[a-zA-Z]+Pr$/.test(word) ? 'skip' : undefined;
}
