import type { LanguageRules } from './rules.js';

export const th: LanguageRules = {
  always:
    'ดร นพ พญ ศ รศ ผศ พล.อ พล.ต พ.ต.อ พ.ต.ท พ.อ ร.ต น.ส ด.ช ด.ญ ม.ร.ว ม.ล จ อ ต ถ ซ ม ห จก บ บมจ',
  number: 'พ.ศ ค.ศ โทร เลขที่',
  seldom: 'น พ.ศ ค.ศ กม กก ม.ค ก.พ มี.ค เม.ย พ.ค มิ.ย ก.ค ส.ค ก.ย ต.ค พ.ย ธ.ค',
  spaces: true,
};
