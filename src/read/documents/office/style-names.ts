import type { BlockKind } from '../../../domain.js';

/** What the name of a paragraph's style says about the paragraph. */
export interface StyleMeaning {
  /** Heading level from 1; 0 if the name says that it is none, undefined if it says nothing. */
  readonly heading?: number;
  readonly kind?: BlockKind;
  /** An entry of a table of contents, which repeats a heading. */
  readonly isContents?: true;
}

/** "Heading" as word processors call their styles in other languages than English. */
const headingWords = [
  'heading|überschrift|titre|título|titolo|kop|rubrik|overskrift|otsikko|nagłówek|nadpis|címsor',
  'titlu|cabeçalho|encapçalament|izenburua|fyrirsögn|заголовок|заглавие|наслов|naslov|virsraksts',
  'antraštė|pealkiri|başlık|επικεφαλίδα|כותרת|عنوان|العنوان|عنوان بخش|शीर्षक|หัวเรื่อง|tiêu đề',
  'đầu đề|judul|标题|標題|見出し|제목',
].join('|');

const heading = new RegExp(`^(?:${headingWords})[\\s_]*([1-9])(?:[\\s,;(].*)?$`, 'u');
const toc = /^(?:toc|contents|table of contents)(?:[\s_]*(?:heading|title|\d))?$/;
const quotation =
  /^(?:quote|intense quote|quotations?|block ?quote|block text|zitat|citation|cita|citazione|цитата|引用|引用文)$/;
const caption =
  /^(?:caption|(?:table|image|figure) ?caption|captioned figure|beschriftung|légende|leyenda|didascalia|epígrafe|bijschrift|название объекта|题注|題注|図表番号)$/;

/** What a style's name means; an empty meaning for names that tell nothing. */
export function styleMeaning(name: string): StyleMeaning {
  const plain = name.trim().toLowerCase().normalize('NFC').replaceAll('_20_', ' ');
  const level = heading.exec(plain)?.[1];
  if (level !== undefined) return { heading: Number(level) };
  if (plain === 'title') return { heading: 1 };
  if (plain === 'subtitle') return { heading: 2 };
  if (toc.test(plain)) return { isContents: true };
  if (quotation.test(plain)) return { kind: 'quotation' };
  if (caption.test(plain)) return { kind: 'caption' };
  return {};
}
