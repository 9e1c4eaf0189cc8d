import type { LanguageRules } from './rules.js';

export const bn: LanguageRules = {
  always:
    'এ বি সি ডি ই এফ জি এইচ আই জে কে এল এম এন ও পি আর এস টি ইউ ভি ডা ড মো মোঃ মোহা প্রফে অধ্যা শ্রী সৈ ইঞ্জি এড',
  number: 'নং পৃ টা',
  seldom: 'খ্রি খ্রিঃ কি.মি মি',
  attribution: /^(?:\S+\s){0,4}?(?:বলল|বললেন|বলেন|বলে|জিজ্ঞেস|জিজ্ঞাসা|চিৎকার|উত্তর)(?=[\s।,]|$)/u,
};
