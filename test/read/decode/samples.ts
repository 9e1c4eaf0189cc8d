/** Texts of many languages, and the encodings that people have written them in. */

/** A language's text: the first line is the short sample, all of them the long one. */
export interface Sample {
  readonly language: string;
  readonly encodings: readonly string[];
  readonly lines: readonly string[];
}

const western = ['windows-1252', 'iso-8859-1', 'iso-8859-15', 'macroman', 'cp850', 'cp437'];
const central = ['windows-1250', 'iso-8859-2', 'cp852', 'maccenteuro'];
const cyrillic = ['windows-1251', 'koi8-r', 'cp866', 'iso-8859-5', 'maccyrillic'];

/** Marks of tones in Vietnamese. */
const tones = '\u0300\u0301\u0303\u0309\u0323';

/** Sentences written for these tests. */
export const samples: readonly Sample[] = [
  {
    language: 'de',
    encodings: western,
    lines: [
      'Die Straße führt über den Fluß.',
      'Größere Änderungen müssen vorher geprüft werden.',
      'Im Frühjahr fällt der Schnee dort oft noch spät.',
      'Wir möchten uns für die Verspätung entschuldigen.',
    ],
  },
  {
    language: 'fr',
    encodings: western,
    lines: [
      'Où avez-vous trouvé cette étrange boîte ?',
      'Le garçon a été élevé près de la forêt par sa grand-mère.',
      "Ils n'ont pas répondu à la première lettre.",
      'Après le dîner, la fenêtre était restée ouverte.',
    ],
  },
  {
    language: 'es',
    encodings: western,
    lines: [
      '¿Dónde está el baño más cercano?',
      'El niño soñaba con una montaña que nadie había subido.',
      'Mañana saldrá el último tren de la estación.',
      '¡Qué alegría volver a verte después de tantos años!',
    ],
  },
  {
    language: 'pt',
    encodings: ['windows-1252', 'iso-8859-15', 'macroman', 'cp850'],
    lines: [
      'A decisão não depende só de nós.',
      'As crianças já estão na escola há três horas.',
      'Há uma solução simples para a questão.',
      'O avião chegou atrasado por causa da chuva.',
    ],
  },
  {
    language: 'sv',
    encodings: western,
    lines: [
      'Vi åker hem när det börjar snöa.',
      'Flickan såg en älg på vägen till skolan.',
      'Därför är det svårt att förklara vad som hände.',
      'Han frågade om båten kunde vänta på oss.',
    ],
  },
  {
    language: 'fi',
    encodings: ['windows-1252', 'iso-8859-15', 'macroman', 'cp850'],
    lines: [
      'Tämä kylä on ollut täällä jo pitkään.',
      'Hän lähti aikaisin töihin eikä syönyt mitään.',
      'Järvi jäätyy yleensä joulukuussa.',
      'Äiti pyysi meitä käymään kaupassa.',
    ],
  },
  {
    language: 'pl',
    encodings: central,
    lines: [
      'Książę wrócił późno do domu.',
      'Rano już go nie było, a drzwi były zamknięte.',
      'Dzieci bawiły się nad rzeką przez całą noc.',
      'Proszę powiedzieć, gdzie leży najbliższa wieś.',
    ],
  },
  {
    language: 'cs',
    encodings: central,
    lines: [
      'Příliš žluťoučký kůň úpěl ďábelské ódy.',
      'Včera večer jsme se vrátili domů až pozdě.',
      'Můžete mi říct, kde je nejbližší nádraží?',
      'Děti si hrály u řeky celé odpoledne.',
    ],
  },
  {
    language: 'hu',
    encodings: central,
    lines: [
      'A fiú későn ért haza, és rögtön lefeküdt.',
      'Reggelre már nem volt ott, az ajtó nyitva állt.',
      'Kérem, mondja meg, hol van a legközelebbi állomás.',
      'Az erdő szélén egy öreg tölgyfa őrzi a kutat.',
    ],
  },
  {
    language: 'ro',
    encodings: ['windows-1250', 'iso-8859-2', 'cp852'],
    lines: [
      'Băiatul s-a întors târziu acasă şi s-a culcat.',
      'Dimineaţa nu mai era nimeni în cameră.',
      'Puteţi să-mi spuneţi unde este gara?',
      'Toată noaptea a plouat peste munţi.',
    ],
  },
  {
    language: 'hr',
    encodings: central,
    lines: [
      'Dječak se kasno vratio kući i odmah zaspao.',
      'Možete li mi reći gdje je najbliža željeznička stanica?',
      'Sljedeći put ćemo doći češće.',
      'Sve što želiš možeš naći u našoj kući.',
    ],
  },
  {
    language: 'tr',
    encodings: ['windows-1254', 'iso-8859-9', 'cp857', 'macturkish'],
    lines: [
      'Çocuk eve geç döndü ve hemen uyudu.',
      'Sabah olduğunda artık orada değildi.',
      'En yakın istasyonun nerede olduğunu söyler misiniz?',
      'Bütün gece dağların üzerine yağmur yağdı.',
    ],
  },
  {
    language: 'lt',
    encodings: ['windows-1257', 'iso-8859-13', 'cp775'],
    lines: [
      'Berniukas vėlai grįžo namo ir iškart užmigo.',
      'Ryte jo jau nebuvo, o durys buvo užrakintos.',
      'Ar galėtumėte pasakyti, kur yra artimiausia stotis?',
      'Visą naktį lijo, ir upė išsiliejo iš krantų.',
    ],
  },
  {
    language: 'lv',
    encodings: ['windows-1257', 'iso-8859-13', 'cp775'],
    lines: [
      'Zēns vēlu pārnāca mājās un tūlīt aizmiga.',
      'No rīta viņa vairs nebija, un durvis bija aizslēgtas.',
      'Vai jūs varat pateikt, kur ir tuvākā stacija?',
      'Visu nakti lija lietus, un upe pārplūda.',
    ],
  },
  {
    language: 'et',
    encodings: ['windows-1257', 'windows-1252'],
    lines: [
      'Poiss jõudis hilja koju ja jäi kohe magama.',
      'Hommikul teda enam polnud, uks oli lukus.',
      'Kas te võite öelda, kus on lähim jaam?',
      'Öö läbi sadas vihma ja jõgi tõusis üle kallaste.',
    ],
  },
  {
    language: 'ru',
    encodings: cyrillic,
    lines: [
      'Он вернулся домой поздно вечером.',
      'Утром его уже не было, а дверь была заперта.',
      'Скажите, пожалуйста, где ближайшая станция?',
      'Всю ночь шёл дождь, и река вышла из берегов.',
    ],
  },
  {
    language: 'uk',
    encodings: ['windows-1251', 'koi8-u', 'iso-8859-5', 'maccyrillic'],
    lines: [
      'Він повернувся додому пізно ввечері.',
      'Вранці його вже не було, а двері були зачинені.',
      'Скажіть, будь ласка, де найближча станція?',
      'Усю ніч ішов дощ, і річка вийшла з берегів.',
    ],
  },
  {
    language: 'bg',
    encodings: ['windows-1251', 'iso-8859-5', 'cp866', 'maccyrillic'],
    lines: [
      'Той се върна късно вечерта у дома.',
      'На сутринта вече го нямаше, а вратата беше заключена.',
      'Моля, кажете ми къде е най-близката гара?',
      'Цяла нощ валя дъжд и реката преля.',
    ],
  },
  {
    language: 'el',
    encodings: ['windows-1253', 'iso-8859-7', 'cp737', 'macgreek'],
    lines: [
      'Γύρισε αργά στο σπίτι και κοιμήθηκε.',
      'Το πρωί δεν ήταν πια εκεί και η πόρτα ήταν κλειδωμένη.',
      'Μπορείτε να μου πείτε πού είναι ο σταθμός;',
      'Όλη τη νύχτα έβρεχε στα βουνά.',
    ],
  },
  {
    language: 'he',
    encodings: ['windows-1255', 'iso-8859-8', 'cp862'],
    lines: [
      'הוא חזר הביתה מאוחר בלילה.',
      'בבוקר הוא כבר לא היה שם והדלת הייתה נעולה.',
      'אפשר לשאול איפה התחנה הקרובה?',
      'כל הלילה ירד גשם על ההרים.',
    ],
  },
  {
    language: 'ar',
    encodings: ['windows-1256', 'iso-8859-6'],
    lines: [
      'عاد إلى البيت في وقت متأخر من الليل.',
      'في الصباح لم يكن هناك وكان الباب مغلقا.',
      'هل يمكنك أن تخبرني أين أقرب محطة؟',
      'هطل المطر طوال الليل على الجبال.',
    ],
  },
  {
    language: 'vi',
    // In windows-1258 tones are marks of their own.
    encodings: ['windows-1258'],
    lines: [
      'Câ\u0323u bé về nhà muô\u0323n và ngủ ngay.',
      'Buô\u0309i sáng khi mọi người thức dâ\u0323y thì câ\u0323u âý đã đi rô\u0300i.',
      'Xin cho tôi biê\u0301t nhà ga gâ\u0300n nhâ\u0301t ở đâu?',
      'Trời mưa suô\u0301t đêm trên núi.',
    ].map(composedForWindows),
  },
  {
    language: 'th',
    encodings: ['windows-874', 'tis-620'],
    lines: [
      'เขากลับบ้านดึกมากแล้วก็นอนทันที',
      'ตอนเช้าเขาไม่อยู่ที่นั่นแล้ว และประตูก็ล็อก',
      'ช่วยบอกหน่อยได้ไหมว่าสถานีที่ใกล้ที่สุดอยู่ที่ไหน',
      'ฝนตกบนภูเขาตลอดทั้งคืน',
    ],
  },
  {
    language: 'zh-Hans',
    encodings: ['gbk', 'gb18030'],
    lines: [
      '他很晚才回家。',
      '早上他已经不在了，门也锁着。',
      '请问最近的车站在哪里？',
      '山里下了一整夜的雨。',
    ],
  },
  {
    language: 'zh-Hant',
    encodings: ['big5', 'big5-hkscs'],
    lines: [
      '他很晚才回家。',
      '早上他已經不在了，門也鎖著。',
      '請問最近的車站在哪裡？',
      '山裡下了一整夜的雨。',
    ],
  },
  {
    language: 'ja',
    encodings: ['shift_jis', 'euc-jp'],
    lines: [
      '彼は夜遅く帰った。',
      '朝にはもういなくて、ドアには鍵がかかっていた。',
      '一番近い駅はどこですか。',
      '山では一晩中雨が降った。',
    ],
  },
  {
    language: 'ko',
    encodings: ['euc-kr', 'cp949'],
    lines: [
      '그는 밤늦게 집에 돌아왔다.',
      '아침에는 이미 없었고 문은 잠겨 있었다.',
      '가장 가까운 역이 어디인지 알려 주세요.',
      '산에는 밤새도록 비가 내렸다.',
    ],
  },
];

/** Vowels composed, tones apart. */
function composedForWindows(line: string): string {
  return line.replace(/\p{L}\p{M}*/gu, (letter) => {
    const marks = [...letter.normalize('NFD')];
    const plain = marks.filter((mark) => !tones.includes(mark)).join('');
    return plain.normalize('NFC') + marks.filter((mark) => tones.includes(mark)).join('');
  });
}
