/**
 * What pdf.js lacks for text, added while it is bundled (bundle.mjs) or tested (vitest.config.ts):
 *
 * - it drops /ActualText, by which a file says what its signs stand for. Without it most Hindi, and what
 *   Chromium prints of Arabic and Chinese, comes out as forms of letters or not at all;
 * - it takes a letter with its vowel sign, drawn as one, for as wide as the sign: nothing;
 * - its tree of a page does not say which element goes on on the next page;
 * - it turns runs of Arabic and Hebrew without knowing their line, and with them the letters that one sign stands for
 *   (lam-alef); gaps between joined letters become spaces there. Such runs come as they are drawn, their gaps marked;
 * - for every page it goes through all paragraphs of the document, if they are the children of one element;
 * - it names thirty functions anew for every page, for those who look for its errors;
 * - for every sign it makes seven lists of numbers where two do;
 * - once a hundred runs of text wait to be sent, it pauses after every operator, and it copies all that it sends;
 * - every state of the graphics is the prototype of the next, so that V8 compiles nothing for them well;
 * - it puts hexadecimal strings and operators together sign by sign, in ways that V8 hashes or joins anew;
 * - it inflates without a limit: a file of 2 MB may take 2 GB.
 *
 * Its text is changed by patterns that fit it in one place each; where one doesn't, building fails.
 */
/** Bytes that one stream of a file may inflate to. */
const mostInflated = 2 ** 27;
/** What it says where one does not; src/read/documents/pdf/open-pdf.ts knows it by that. */
const tooLarge = 'a stream inflates to more than 128 MB';

/** Elements with more children than this hold much of a document: of these, a page takes only its own. */
const fewKids = 16;
/**
 * Methods of an element: `listed` resolves its children once, and keeps apart those that a page does not
 * have to look at; `withKid` gives those of the page, a new one among them, in order.
 */
const listed = `
listed(array){
  const known=this.tree.root.listedKids??=new WeakMap;
  let list=known.get(array);
  if(!list){
    const all=array.map((kid,place)=>({kid:this.xref.fetchIfRef(kid),place}));
    const isElement=({kid})=>typeof kid?.getRaw==="function"&&!["MCR","OBJR"].includes(kid.get("Type")?.name);
    list=all.length>${fewKids}?{own:all.filter((one)=>!isElement(one)),places:new Map(all.filter(isElement).reverse().map(({kid,place})=>[kid,place]))}:{own:all};
    known.set(array,list);
  }
  return list;
}
withKid(dict){
  const array=this.dict.get("K");
  const place=Array.isArray(array)?this.listed(array).places?.get(dict):void 0;
  if(place!==void 0){
    let at=this.kids.length;
    while(at>0&&this.kids[at-1].place>place)at--;
    if(this.kids[at-1]?.place!==place)this.kids.splice(at,0,Object.assign(this.parseKid(null,dict),{place}));
  }
  return this.kids;
}
`;

/** Text that is read from right to left. */
const rightToLeft = String.raw`/[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/`;
/** What stands for a gap between letters in such text; src/read/documents/pdf/piece.ts knows it. */
const gap = String.raw`\ufdd2`;

/** Letters that one sign stands for, in the order of lines that are yet to be turned. */
const asDrawn = String.raw`letters=>${rightToLeft}.test(letters)?[...letters].reverse().join(""):letters`;

const changes = [
  {
    what: 'the children of an element',
    pattern:
      /for\(const (\w+) of (\w+)\)\{const (\w+)=this\.parseKid\((\w+),this\.xref\.fetchIfRef\(\1\)\);\3&&this\.kids\.push\(\3\)\}/,
    replacement:
      'for(const{kid,place}of this.listed($2).own){const $3=this.parseKid($4,kid);$3&&this.kids.push(Object.assign($3,{place}))}',
  },
  {
    what: 'the list of children',
    pattern: /parseKids\(\)\{/,
    replacement: `${listed}parseKids(){`,
  },
  {
    what: 'the place of an element among others',
    pattern: /for\(const (\w+) of (\w+)\.kids\)\1\.type===(\w+)\.ELEMENT&&\1\.dict===(\w+)&&\(/,
    replacement: 'for(const $1 of $2.withKid($4))$1.type===$3.ELEMENT&&$1.dict===$4&&(',
  },
  {
    what: 'the letters of a sign',
    pattern: /(\w+\|\|\w+\.str\.push\()(\w+)\),/,
    replacement: `$1$2.length>1?(${asDrawn})($2):$2),`,
  },
  {
    what: 'where a sign stands',
    pattern: /return (\w+)\.transform\((\w+)\.ctm,\1\.transform\(\2\.textMatrix,(\w+)\)\)\}/,
    replacement:
      'const M=$2.ctm,T=$2.textMatrix,a=T[0]*$3[0],b=T[1]*$3[0],c=T[2]*$3[3],d=T[3]*$3[3],e=T[2]*$3[5]+T[4],f=T[3]*$3[5]+T[5];return[M[0]*a+M[2]*b,M[1]*a+M[3]*b,M[0]*c+M[2]*d,M[1]*c+M[3]*d,M[0]*e+M[2]*f+M[4],M[1]*e+M[3]*f+M[5]]}',
  },
  {
    what: 'the names of functions',
    pattern: /(p=\((\w),(\w)\)=>)(\w+\(\2,"name",\{value:\3,configurable:!0\}\));/,
    // The one name that it looks at.
    replacement: '$1$3==="Annotation"?$4:$2;',
  },
  {
    what: 'runs of text that are sent at once',
    pattern: /\{highWaterMark:100,size\((\w+)\)\{return \1\.items\.length/,
    replacement: '{highWaterMark:1e4,size($1){return $1.items.length',
  },
  {
    what: 'the copy of a state',
    pattern: /clone\(\)\{const (\w+)=Object\.assign\(Object\.create\(this\),this\);/,
    replacement: 'clone(){const $1=Object.assign(Object.create(Object.getPrototypeOf(this)),this);',
  },
  {
    what: 'a message',
    pattern: /(postMessage\((\w+),\w+\)\{const \w+=\{data:)(structuredClone\(\2,)/,
    replacement: '$1$2.chunk?.items?{...$2,chunk:{...$2.chunk}}:$3',
  },
  {
    what: 'a string in hexadecimal',
    pattern:
      /getHexString\(\)\{const (\w+)=this\.strBuf;\1\.length=0;(.{1,320}?)\1\.push\((String\.fromCharCode\(\w+<<4\|\w+\))\)(.{1,120}?)\1\.push\((String\.fromCharCode\(\w+<<4\))\),\1\.join\(""\)\}/,
    replacement: 'getHexString(){let $1="";$2$1+=$3$4($1+=$5),$1}',
  },
  {
    what: 'the second letter of an operator',
    pattern:
      /const (\w+)=(\w+)\+(String\.fromCharCode\((\w+)\));(if\(\w+&&\w+\[\1\]===void 0\)break;if\(\2\.length===128\).{1,200}?(\w+)\.get\(\2\)\))/,
    replacement:
      'const $1=$2.length===1?($6.pairs??=[])[$2.charCodeAt(0)<<8|$4]??=Object.keys({[$2+$3]:0})[0]:$2+$3;$5',
  },
  {
    what: 'the order of letters',
    pattern:
      /let (\w+)=(\w+)\.str\.join\(""\);(\w+)\|\|\(\1=(\w+)\(\1\)\);const (\w+)=(\w+)\(\1,-1,\2\.vertical\);/,
    replacement: `let $1=$2.str.join("");const isRight=${rightToLeft}.test($1);isRight||($1=$1.replaceAll("${gap}"," "));$3||isRight||($1=$4($1));const $5=isRight?{str:$1,dir:"ltr"}:$6($1,-1,$2.vertical);`,
  },
  {
    what: 'a gap that is taken for a space',
    pattern: /(\w+\.spaceInFlowMax\)return (\w+)\.initialized&&\(\w+\(\),\2\.str\.push\()" "\)/,
    replacement: `$1drawsSpace()?" ":"${gap}")`,
  },
  {
    what: 'a space that is drawn',
    pattern: /function \w+\(\)\{return!\w+&&(\w+)\[(\w+)\]!==" "&&\1\[\(\2\+1\)%2\]===" "\}/,
    replacement: '$&function drawsSpace(){return $1[($2+1)%2]===" "}',
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
