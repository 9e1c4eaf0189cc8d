/**
 * What pdf.js lacks for text, added while it is bundled (bundle.mjs) or tested (vitest.config.ts):
 *
 * - it drops /ActualText, by which a file says what its signs stand for. Without it most Hindi, and what
 *   Chromium prints of Arabic and Chinese, comes out as forms of letters or not at all;
 * - it takes a letter with its vowel sign, drawn as one, for as wide as the sign: nothing;
 * - its tree of a page does not say which element goes on on the next page;
 * - for every page it looks up all paragraphs of the document, if they are the children of one element;
 * - it inflates without a limit: a file of 2 MB may take 2 GB.
 *
 * Its text is changed by patterns that fit it in one place each; where one doesn't, building fails.
 */
/** Bytes that one stream of a file may inflate to. */
const mostInflated = 2 ** 27;
/** What it says where one does not; src/read/documents/pdf/open-pdf.ts knows it by that. */
const tooLarge = 'a stream inflates to more than 128 MB';

const changes = [
  {
    what: 'the children of an element',
    pattern:
      /for\(const (\w+) of (\w+)\)\{const (\w+)=this\.parseKid\((\w+),this\.xref\.fetchIfRef\(\1\)\);/,
    replacement:
      'for(const $1 of ((known,xref)=>{let kids=known.get($2);if(!kids)known.set($2,kids=$2.map((kid)=>xref.fetchIfRef(kid)));return kids})(this.tree.root.resolvedKids??=new WeakMap,this.xref)){const $3=this.parseKid($4,$1);',
  },
  {
    what: 'the name of an element',
    pattern: /(\w+)\.role=(\w+)\.role,\1\.children=\[\],/,
    replacement: '$1.role=$2.role,$1.element=$2.dict.objId,$1.children=[],',
  },
  {
    what: '/ActualText',
    pattern:
      /((\w+)\[1\]instanceof \w+&&\(\w+=\2\[1\]\.get\("MCID"\)\),\w+\.items\.push\(\{type:"beginMarkedContentProps",)/,
    replacement: '$1actualText:$2[1]?.get?.("ActualText"),',
  },
  {
    what: 'the width of a letter with its vowel sign',
    pattern: /"\^\(\\\\s\)\|\(\\\\p\{Mn\}\)\|\(\\\\p\{Cf\}\)\$"/,
    replacement: () => String.raw`"^(\\s)|^(\\p{Mn})+$|(\\p{Cf})$"`,
  },
  {
    what: 'the growth of a buffer',
    pattern: /(ensureBuffer\((\w+)\)\{)(const \w+=this\.buffer;if\(\2<=)/,
    replacement: `$1if($2>${mostInflated})throw new Error("${tooLarge}");$3`,
  },
  {
    what: 'inflating at once',
    pattern: /for await\(const (\w+) of (\w+)\)(\w+)\.push\(\1\),(\w+)\+=\1\.byteLength;/,
    replacement: `for await(const $1 of $2)if($3.push($1),($4+=$1.byteLength)>${mostInflated})throw new Error("${tooLarge}");`,
  },
];

/** A plugin of rolldown and vite. */
export const pdfText = {
  name: 'pdf-text',
  transform(code, id) {
    if (!/[\\/]unpdf[\\/]dist[\\/]pdfjs\.mjs$/.test(id)) return null;
    let changed = code;
    for (const { what, pattern, replacement } of changes) {
      const found = changed.match(new RegExp(pattern, 'g')) ?? [];
      if (found.length !== 1) throw new Error(`pdf.js has ${found.length} places for ${what}`);
      changed = changed.replace(pattern, replacement);
    }
    return { code: changed, map: null };
  },
};
