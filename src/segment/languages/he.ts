import type { LanguageRules } from './rules.js';

export const he: LanguageRules = {
  always: 'ד"ר פרופ עו"ד ר',
  number: "עמ' מס' סע' עמ מס",
  attribution:
    /^(?:אמר|אמרה|אמרו|אומר|אומרת|שאל|שאלה|שאלו|ענה|ענתה|ענו|השיב|השיבה|קרא|קראה|קראו|צעק|צעקה|לחש|לחשה|הוסיף|הוסיפה|הודה|פנה)(?=[\s.,])/u,
};
