/** The names of a bead's features, to which the fitted weights belong. */

/** Groups of features, named for people (see `explain`). */
export type FeatureGroup =
  | 'size'
  | 'meaning'
  | 'neighbours'
  | 'clauses'
  | 'words'
  | 'length'
  | 'numbers'
  | 'lookalikes'
  | 'lexicon'
  | 'punctuation'
  | 'quotation'
  | 'skipping';

const table: readonly (readonly [FeatureGroup, readonly string[]])[] = [
  ['size', ['1-1', '1-2', '1-3', '1-n', '2-2', '2-3', 'n-m', 'sentences', 'difference']],
  ['meaning', ['cosine', 'cosine squared', 'weakest member', 'below best']],
  [
    'neighbours',
    [
      'outside mean',
      'outside largest',
      'gain of extending',
      'largest gain of extending',
      'gain of shrinking',
      'largest gain of shrinking',
      'best split',
      'best split, weaker part',
      'edge with outside',
      'edge with outside, gain',
      'pairs beside',
      'weaker pair beside',
      'across the corners',
    ],
  ],
  ['clauses', ['largest leak', 'leak', 'leak at the edges', 'weakest', 'mean']],
  ['words', ['found', 'found, weaker side', 'weakest member', 'leak', 'larger leak']],
  [
    'length',
    [
      'ratio',
      'ratio squared',
      'Gale-Church',
      'better extended',
      'better shrunk',
      'shortest member',
      'total',
    ],
  ],
  ['numbers', ['found', 'on both sides differ', 'on one side', 'outside']],
  ['lookalikes', ['found', 'lacking', 'outside', 'share']],
  ['lexicon', ['found', 'lacking', 'lacking on both', 'outside', 'share']],
  [
    'punctuation',
    [
      'same ending',
      'question on one side',
      'exclamation on one side',
      'unfinished on one side',
      'unfinished on both',
      'inner unfinished',
      'inner small letter',
      'begins small on one side',
      'begins small on both',
      'goes on small on one side',
      'goes on small on both',
    ],
  ],
  [
    'quotation',
    [
      'balanced on both',
      'balanced on one side',
      'begins quoted on one side',
      'begins quoted on both',
      'quoted on one side',
      'begins inside on one side',
      'begins inside on both',
      'ends inside on one side',
      'ends inside on both',
      'inner inside',
      'inner begins quoted',
      'ends quoted on one side',
      'ends quoted on both',
      'inner ends quoted',
      'quotations differ',
    ],
  ],
  [
    'skipping',
    [
      'skipped',
      'best cosine',
      'best cosine squared',
      'cosine here',
      'length',
      'letters',
      'unfinished',
      'known words',
      'known words here',
      'numbers',
      'lookalikes',
      'quoted',
      'begins small',
      'next to a likely pair',
      'clause here',
      'best cosine before',
      'best cosine after',
      'words here',
    ],
  ],
];

/** Name and group of every feature, in writing order. */
export const featureTable: readonly { readonly group: FeatureGroup; readonly name: string }[] =
  table.flatMap(([group, names]) => names.map((name) => ({ group, name })));

/** The groups in writing order. */
export const featureGroups: readonly FeatureGroup[] = table.map(([group]) => group);

/** Number of the first feature of each group, in writing order. */
export const firstOfGroups: readonly number[] = featureGroups.map((group) =>
  featureTable.findIndex((feature) => feature.group === group),
);

/**
 * The features from here on describe a skipped sentence; the ones before describe beads with two
 * sides.
 */
export const firstSkippingFeature = firstOfGroups[featureGroups.indexOf('skipping')]!;

/** The first feature of a skipped sentence that depends on the lexicon. */
export const firstSkippedLexiconFeature = featureTable.findIndex(
  ({ group, name }) => group === 'skipping' && name === 'known words',
);
