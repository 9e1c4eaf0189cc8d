import type { LanguageRules } from './rules.js';

export const mr: LanguageRules = {
  always: 'ए बी सी डी ई एफ जी एच आय जे एल एम एन ओ पी आर एस टी यू व्ही डॉ सौ प्रा पं कै स्व',
  number: 'क्र पृ रु नं सं',
  seldom: 'इ.स इ कि.मी मी',
  attribution: /^(?:\S+\s){0,4}?(?:म्हणाला|म्हणाली|म्हणाले|विचारले|विचारलं|ओरडला|ओरडली)(?=[\s.,]|$)/u,
};
