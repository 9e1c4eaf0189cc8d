import type { LanguageRules } from './rules.js';

const verbs =
  '说道|问道|答道|喊道|叫道|笑道|哭道|写道|回答|承认|表示|解释|补充|强调|說道|問道|答道|承認|補充|說|問|說著|说|问|道|喊|叫|答|嚷|称|想';

export const zh: LanguageRules = {
  attribution: new RegExp(
    `^[^，。！？；：、“”「」]{1,14}(?:${verbs})(?:着|了|著)?(?=[，。,])`,
    'u',
  ),
};
