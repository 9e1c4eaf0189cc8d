import type { LanguageRules } from './rules.js';

export const ur: LanguageRules = {
  always: 'ج م',
  attribution: /^(?:\S+\s){0,3}?(?:نے\s)?(?:کہا|پوچھا|بولا|بولی|جواب دیا|چلایا|چلائی)(?=[\s۔،]|$)/u,
};
