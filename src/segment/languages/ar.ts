import type { LanguageRules } from './rules.js';

export const ar: LanguageRules = {
  always: 'د أ أ.د م ج ش ق.م ص.ب إلخ.',
  number: 'ص رقم ج ط س',
  seldom: 'م هـ ق.م ب.م ه',
  attribution:
    /^(?:هكذا )?(?:قال|قالت|قالوا|يقول|تقول|سأل|سألت|صاح|صرخ|صرخت|أجاب|أجابت|رد|ردت|أضاف|أضافت|هتف|همس|تساءل)(?=\s)/u,
};
