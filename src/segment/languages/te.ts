import type { LanguageRules } from './rules.js';

export const te: LanguageRules = {
  always: 'ఎ బి సి డి ఇ ఎఫ్ జి హెచ్ ఐ జె కె ఎల్ ఎం ఎన్ ఓ పి ఆర్ ఎస్ టి యు వి డా శ్రీ శ్రీమతి ప్రొ క్రీ.శ క్రీ.పూ ఉదా',
  number: 'నెం పే రూ',
  seldom: 'కి.మీ మీ',
  attribution: /^(?:అని|అంటూ|అన్నాడు|అన్నది|అన్నారు)(?=[\s.,]|$)/u,
};
