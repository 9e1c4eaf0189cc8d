import type { LanguageRules } from './rules.js';

export const ka: LanguageRules = {
  always: 'პროფ აკად დოქტ წმ მაგ ე.ი ეი ე.წ ეწ იხ შდრ ბ-ნი ქ-ნი ქ დაახლ გენ',
  number: 'გვ ნომ ტ ნახ ცხრ',
  seldom: 'წ წწ სს ს მლნ მლრდ მილ ათ ძვ.წ ახ.წ ძვ ახ',
  often: 'ა.შ და.ა.შ აშ და.სხვ სხვ',
};
