import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Paragraph } from '../../src/domain.js';
import { detectLanguages, type LanguageOptions } from '../../src/language/detect-languages.js';
import { textSource } from '../read/text-source.js';

function detect(text: string, options: LanguageOptions = {}): readonly Paragraph[] {
  return detectLanguages(textSource(text), options);
}

const languagesOf = (text: string, options: LanguageOptions = {}): string[] =>
  detect(text, options).map(({ language }) => language);

describe('one sentence, with nothing around it, is told in every language', () => {
  test.each([
    ['af', 'Hulle het gister nie geweet dat ons vandag by die skool sou wees nie.'],
    ['am', 'ትናንት ማታ ዘግይቶ ወደ ቤቱ ተመለሰ እና ወዲያውኑ ተኛ።'],
    ['ar', 'عاد إلى البيت في وقت متأخر من الليل ولم يجد أحدا هناك.'],
    ['az', 'O, gecə evə gec qayıtdı və heç kimi orada görmədi.'],
    ['be', 'Учора ўвечары ён позна вярнуўся дадому і нікога там не знайшоў.'],
    ['bg', 'Той се върна късно вечерта вкъщи и не намери никого там.'],
    ['bn', 'সে গতকাল রাতে দেরিতে বাড়ি ফিরে এসে কাউকে দেখতে পেল না।'],
    ['ca', 'Ahir al vespre va tornar tard a casa i no hi va trobar ningú.'],
    ['cs', 'Včera večer se vrátil domů pozdě a nikoho tam nenašel.'],
    ['cy', "Daeth adref yn hwyr neithiwr ac nid oedd neb yno i'w groesawu."],
    ['da', 'I går aftes kom han sent hjem og fandt ikke nogen i huset.'],
    ['de', 'Gestern Abend kam er spät nach Hause und fand dort niemanden vor.'],
    ['el', 'Χθες το βράδυ γύρισε αργά στο σπίτι και δεν βρήκε κανέναν.'],
    ['en', 'Last night he came home late and did not find anybody there.'],
    ['eo', 'Hieraŭ vespere li revenis malfrue hejmen kaj trovis tie neniun.'],
    ['es', 'Anoche volvió tarde a casa y no encontró a nadie allí.'],
    ['et', 'Eile õhtul tuli ta hilja koju ega leidnud sealt kedagi eest.'],
    ['eu', 'Bart gauean berandu itzuli zen etxera eta ez zuen inor han aurkitu.'],
    ['fa', 'دیشب دیر به خانه برگشت و هیچ کس را در آنجا پیدا نکرد.'],
    ['fi', 'Eilen illalla hän tuli myöhään kotiin eikä löytänyt sieltä ketään.'],
    ['fr', "Hier soir, il est rentré tard chez lui et n'y a trouvé personne."],
    ['ga', 'Tháinig sé abhaile go déanach aréir agus ní raibh aon duine ann.'],
    ['gl', 'Onte á noite volveu tarde á casa e non atopou a ninguén alí.'],
    ['gu', 'ગઈ કાલે રાત્રે તે મોડો ઘરે પાછો આવ્યો અને ત્યાં કોઈ ન મળ્યું.'],
    ['he', 'אתמול בלילה הוא חזר מאוחר הביתה ולא מצא שם אף אחד.'],
    ['hi', 'कल रात वह देर से घर लौटा और उसे वहाँ कोई नहीं मिला।'],
    ['hr', 'Sinoć se kasno vratio kući i tamo nije našao nikoga, što ga je iznenadilo.'],
    ['hu', 'Tegnap este későn ért haza, és senkit sem talált ott.'],
    ['hy', 'Երեկ երեկոյան նա ուշ տուն վերադարձավ և ոչ ոքի չգտավ այնտեղ։'],
    [
      'id',
      'Tadi malam dia pulang terlambat ke rumah karena ada pekerjaan dan tidak menemukan siapa pun.',
    ],
    ['is', 'Í gærkvöldi kom hann seint heim og fann engan þar.'],
    ['it', 'Ieri sera è tornato tardi a casa e non ha trovato nessuno.'],
    ['ja', '昨夜、彼は遅く家に帰ったが、そこには誰もいなかった。'],
    ['ka', 'წუხელ ის გვიან დაბრუნდა სახლში და იქ ვერავინ იპოვა.'],
    ['kk', 'Кеше кешке ол үйге кеш оралып, онда ешкімді таппады.'],
    ['km', 'កាលពីយប់មិញ គាត់បានត្រឡប់មកផ្ទះវិញយឺត ហើយរកមិនឃើញនរណាម្នាក់ទេ។'],
    ['kn', 'ನಿನ್ನೆ ರಾತ್ರಿ ಅವನು ತಡವಾಗಿ ಮನೆಗೆ ಹಿಂದಿರುಗಿದನು.'],
    ['ko', '어젯밤 그는 늦게 집에 돌아왔지만 아무도 찾지 못했다.'],
    ['ku', 'Duh êvarê ew dereng vegeriya malê û li wir kes nedît.'],
    ['ky', 'Кечээ кечинде ал үйгө кеч кайтып, ал жерден эч кимди тапкан жок.'],
    ['la', 'Heri vesperi sero domum rediit neque quisquam ibi inventus est.'],
    ['lo', 'ຄືນວານນີ້ລາວກັບບ້ານຊ້າແລະບໍ່ພົບໃຜຢູ່ທີ່ນັ້ນ'],
    ['lt', 'Vakar vakare jis vėlai grįžo namo ir nieko ten nerado.'],
    ['lv', 'Vakar vakarā viņš vēlu atgriezās mājās un nevienu tur neatrada.'],
    ['mk', 'Синоќа тој се врати доцна дома и не најде никого таму.'],
    ['ml', 'ഇന്നലെ രാത്രി അവൻ വൈകി വീട്ടിൽ തിരിച്ചെത്തി.'],
    ['mr', 'काल रात्री तो उशिरा घरी परत आला आणि त्याला तिथे कोणीही सापडले नाही.'],
    [
      'ms',
      'Malam tadi beliau pulang lewat ke rumah kerana ada kerja dan boleh dikatakan tiada sesiapa.',
    ],
    ['my', 'မနေ့ညက သူ အိမ်ကို နောက်ကျမှ ပြန်ရောက်ခဲ့တယ်။'],
    ['nb', 'I går kveld kom han sent hjem og fant ikke noen der, sa hun.'],
    ['ne', 'हिजो राति उनी ढिलो घर फर्किए र त्यहाँ कसैलाई पनि भेटेनन्।'],
    ['nl', 'Gisteravond kwam hij laat thuis en vond daar niemand.'],
    ['nn', 'I går kveld kom han seint heim og fann ikkje nokon der, sa ho.'],
    ['pa', 'ਕੱਲ੍ਹ ਰਾਤ ਉਹ ਦੇਰ ਨਾਲ ਘਰ ਪਰਤਿਆ।'],
    ['pl', 'Wczoraj wieczorem wrócił późno do domu i nikogo tam nie zastał.'],
    ['pt', 'Ontem à noite ele voltou tarde para casa e não encontrou ninguém.'],
    ['ro', 'Aseară s-a întors târziu acasă și nu a găsit pe nimeni acolo.'],
    ['ru', 'Вчера вечером он поздно вернулся домой и никого там не нашёл.'],
    ['si', 'ඊයේ රාත්‍රියේ ඔහු ප්‍රමාද වී ගෙදර ආවේය.'],
    ['sk', 'Včera večer sa vrátil domov neskoro a nikoho tam nenašiel.'],
    ['sl', 'Sinoči se je pozno vrnil domov in tam ni našel nikogar.'],
    ['sq', 'Mbrëmë ai u kthye vonë në shtëpi dhe nuk gjeti askënd atje.'],
    ['sr', 'Синоћ се касно вратио кући и тамо није нашао никога.'],
    ['sv', 'Igår kväll kom han hem sent och hittade ingen där.'],
    ['sw', 'Jana usiku alirudi nyumbani kwa kuchelewa na hakumkuta mtu yeyote.'],
    ['ta', 'நேற்று இரவு அவன் தாமதமாக வீட்டிற்குத் திரும்பினான்.'],
    ['te', 'నిన్న రాత్రి అతను ఆలస్యంగా ఇంటికి తిరిగి వచ్చాడు.'],
    ['th', 'เมื่อคืนเขากลับบ้านดึกและไม่พบใครที่นั่น'],
    ['tl', 'Kagabi ay umuwi siya nang huli at wala siyang nakitang sinuman doon.'],
    ['tr', 'Dün gece eve geç döndü ve orada kimseyi bulamadı.'],
    ['uk', 'Учора ввечері він пізно повернувся додому і нікого там не знайшов.'],
    ['ur', 'کل رات وہ دیر سے گھر واپس آیا اور وہاں کسی کو نہیں پایا۔'],
    ['vi', 'Tối qua anh ấy về nhà muộn và không tìm thấy ai ở đó.'],
    ['zh', '昨天晚上他很晚才回家，那里一个人也没有。'],
  ])('%s', (language, sentence) => {
    expect(languagesOf(sentence)).toEqual([language]);
  });
});

describe('every paragraph of the seeds is right', () => {
  test.each([
    ['000_a44dc55b9c05bbeb', Array<string>(35).fill('en')],
    ['001_c6dfc5a8ac7cf315', Array<string>(34).fill('en')],
    ['002_99a4f567e82471d6', [...Array<string>(3).fill('en'), ...Array<string>(9).fill('es')]],
    ['003_ea3b10e95197b8ba', Array<string>(71).fill('en')],
    ['004_c35a442cf43b1dba', Array<string>(11).fill('en')],
  ])('%s', (name, expected) => {
    const text = readFileSync(new URL(`../../seeds/${name}.txt`, import.meta.url), 'utf8');
    const paragraphs = detectLanguages(textSource(text));
    expect(paragraphs.map(({ language }) => language)).toEqual(expected);
  });
});

describe('the document helps with what is short', () => {
  const spanish =
    'El ejército se retiró de la ciudad el viernes por la noche, y nadie sabía adónde había ido.';
  const english =
    'The army withdrew from the city on Friday night, and nobody knew where it had gone to.';

  test('a heading takes the language of the text around it', () => {
    expect(languagesOf(`Animal\n${spanish}\n${spanish}`)[0]).toBe('es');
    expect(languagesOf(`Animal\n${english}\n${english}`)[0]).toBe('en');
  });

  test('a short foreign passage is not swallowed', () => {
    const text = [...Array<string>(8).fill(english), 'Nadie quiso decir nada.', english].join('\n');
    expect(languagesOf(text)[8]).toBe('es');
  });

  test.each([
    ['はい。', 'ja'],
    ['不。', 'zh'],
    ['لا.', 'ar'],
    ['네.', 'ko'],
    ['כן.', 'he'],
    ['Да.', 'ru'],
    ['हाँ।', 'hi'],
    ['はじめに', 'ja'],
    ['第一章', 'zh'],
    ['—¿Existen?', 'es'],
    ['—¡No!', 'es'],
  ])('%s between English paragraphs is not English', (line, language) => {
    expect(languagesOf([english, line, english, english].join('\n'))[1]).toBe(language);
    if (!line.startsWith('—')) expect(languagesOf(line)).toEqual([language]);
  });

  test('the script narrows the document down', () => {
    const japanese = '昨夜、彼は遅く家に帰ったが、そこには誰もいなかった。';
    expect(languagesOf(`${japanese}\n第一章\nWindows XP`)).toEqual(['ja', 'ja', 'en']);
    const ukrainian = 'Учора ввечері він пізно повернувся додому і нікого там не знайшов.';
    expect(languagesOf(`${ukrainian}\nТ.\n${english}\nНе.`)[3]).toBe('uk');
    expect(languagesOf(`دیشب دیر به خانه برگشت و هیچ کس را در آنجا پیدا نکرد.\nنه.`)[1]).toBe('fa');
  });

  test('a footnote is in the language of the document rather than in a relative of it', () => {
    const notes = [
      '2. Op. cit., tomo III.',
      '1. Cf. el capítol III.',
      'Martorell, Obres completes, Barcelona.',
      'Ibid., cap. 4.',
      '3. A la primera part.',
    ];
    const text = notes.map((note) => `${spanish}\n${note}`).join('\n');
    expect(new Set(languagesOf(text))).toEqual(new Set(['es']));
    const catalan = 'Ahir al vespre va tornar tard a casa i no hi va trobar ningú.';
    expect(languagesOf(`${text}\n${catalan}`).at(-1)).toBe('ca');
  });

  test('lines without letters take the language of the document', () => {
    expect(languagesOf(`${spanish}\n***\n12.50`)).toEqual(['es', 'es', 'es']);
  });

  test('where there is nothing to go by it is und', () => {
    expect(detect('* * *\n123')).toMatchObject([
      { language: 'und', confidence: 0 },
      { language: 'und', confidence: 0 },
    ]);
  });

  test('confidence is high where there is much to go by and lower where there is little', () => {
    const [short, long] = detect(`Casa\n${spanish}`);
    expect(long?.confidence).toBeGreaterThan(0.95);
    expect(short?.confidence).toBeLessThan(long?.confidence ?? 0);
  });
});

describe('a paragraph that changes language inside', () => {
  test.each([
    [
      'The army withdrew from the city on Friday. Nobody knew where it went. ',
      'El ejército se retiró de la ciudad. Nadie sabía adónde había ido.',
      ['en', 'es'],
    ],
    ['他们昨天离开了城市，没有人知道去了哪里。', 'They left the city yesterday.', ['zh', 'en']],
    [
      'Он вернулся домой поздно вечером и лёг спать. ',
      'Er kam spät nach Hause und ging sofort ins Bett.',
      ['ru', 'de'],
    ],
  ])('comes apart there: %s', (first, second, languages) => {
    const paragraphs = detect(`Heading\n${first}${second}`);
    expect(paragraphs.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(paragraphs.slice(1).map(({ language }) => language)).toEqual(languages);
    const at = 'Heading\n'.length + first.length;
    expect(paragraphs[2]?.start).toBe(at);
    expect(paragraphs[1]?.end).toBe('Heading\n'.length + first.trimEnd().length);
  });

  test('a quotation in another language does not tear it apart', () => {
    const text = 'He said "C\'est la vie, mon ami" and left the room. Then he came back again.';
    expect(languagesOf(text)).toEqual(['en']);
  });
});

describe('what the user knows', () => {
  test('fixes the language of the whole source', () => {
    expect(detect('Anything.\n123', { language: 'pt-BR' })).toMatchObject([
      { language: 'pt-BR', confidence: 1 },
      { language: 'pt-BR', confidence: 1 },
    ]);
  });

  test('leaves text that is plainly in another language alone', () => {
    const english = 'The army withdrew from the city on Friday, and nobody knew where it went.';
    expect(languagesOf(`Nadie quiso decir nada.\n${english}`, { only: ['es'] })).toEqual([
      'es',
      'en',
    ]);
  });

  test('tips the scales', () => {
    expect(languagesOf('Hus', { only: ['sv', 'en'] })[0]).not.toBe('da');
    expect(languagesOf('Anoche volvió tarde a casa.', { only: ['pt', 'en'] })).toEqual(['pt']);
  });
});

test('a block that its file marks as one sentence stays whole', () => {
  const text = [
    'The ministers met in Geneva on Friday to talk about the war and the peace that might follow.',
    'Los ministros se reunieron el viernes en Ginebra para hablar de la guerra y de la paz.',
  ].join(' ');
  const source = textSource(text);
  expect(detectLanguages(source)).toHaveLength(2);
  const blocks = source.blocks.map((block) => ({ ...block, segmented: true as const }));
  const [paragraph, ...others] = detectLanguages({ ...source, blocks });
  expect(others).toEqual([]);
  expect(paragraph).toMatchObject({ start: 0, end: text.length, segmented: true });
});
