import type { LanguageRules } from './rules.js';

export const si: LanguageRules = {
  // Names of the Latin letters, for initials.
  always: 'ඒ බී සී ඩී ඊ එෆ් ජී එච් අයි ජේ කේ එල් එම් එන් ඕ පී කිව් ආර් එස් ටී යූ වී ඩබ් ඩබ්ලිව් ඩබ්ලියු එක්ස් වයි ඉසෙඩ් ආචාර්ය',
};
