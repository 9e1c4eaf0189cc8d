/** A unit of measure and its words. */
export interface Unit {
  readonly name: string;
  /** Units of one family measure the same quantity; a translation may or may not convert them. */
  readonly family: 'length' | 'mass' | 'temperature' | 'money' | 'share' | 'area' | 'volume';
  /** Words and signs in every language with its own word, separated by slashes; prefixes end in *. */
  readonly words: string;
}

/** Units that are typically confused: close relatives of different size. */
export const units: readonly Unit[] = [
  {
    name: 'km',
    family: 'length',
    words:
      'km/kilometre*/kilometer*/kilómetro*/quilómetro*/quilômetro*/kilomètre*/chilometr*/kilometr*/километр*/км/кілометр*/公里/千米/キロメートル/キロ/킬로미터/كيلومتر*/किलोमीटर*/χιλιόμετρ*',
  },
  {
    name: 'mile',
    family: 'length',
    words:
      'mile/miles/mi/milla/millas/milha/milhas/meile/meilen/miglio/miglia/mila/mijl/mijlen/миля/мили/миль/英里/マイル/마일/ميل/أميال/मील/μίλι*',
  },
  {
    name: 'metre',
    family: 'length',
    words:
      'm/metre/metres/meter/meters/metro/metros/mètre/mètres/metri/метр/метра/метров/米/メートル/미터/متر/मीटर/μέτρ*',
  },
  {
    name: 'foot',
    family: 'length',
    words:
      'ft/foot/feet/pie/pies/pied/pieds/fuß/fuss/piedi/pé/pés/фут/фута/футов/英尺/フィート/피트/قدم',
  },
  {
    name: 'kg',
    family: 'mass',
    words:
      'kg/kilo/kilos/kilogram*/kilogramm*/kilogramo*/kilogramme*/chilogramm*/кг/килограмм*/公斤/千克/キログラム/킬로그램/كيلوغرام*/किलोग्राम/किलो',
  },
  {
    name: 'pound weight',
    family: 'mass',
    words: 'lb/lbs/libras/pfund/livres/libbre/фунт*/磅/ポンド',
  },
  {
    name: 'tonne',
    family: 'mass',
    words: 'tonne/tonnes/ton/tons/tonelada*/tonnen/tonnellat*/тонн*/吨/噸/トン/톤/طن/टन',
  },
  {
    name: '%',
    family: 'share',
    words:
      '%/٪/％/percent/per_cent/prozent/por_ciento/por_cento/pour_cent/per_cento/procent*/процент*/відсот*/百分之/パーセント/퍼센트/في_المئة/प्रतिशत/फीसदी/τοις_εκατό/prósent*/prosent*/yüzde/persen',
  },
  {
    name: 'dollar',
    family: 'money',
    words:
      '$/us$/usd/dollar*/dólar*/dollari/доллар*/долар*/美元/ドル/달러/دولار*/डॉलर/δολάρι*/dolar*',
  },
  {
    name: 'euro',
    family: 'money',
    words: '€/eur/euro/euros/evro/евро/євро/欧元/歐元/ユーロ/유로/يورو/यूरो/ευρώ/evra/evrur/evrum',
  },
  {
    name: 'pound sterling',
    family: 'money',
    words: '£/gbp/sterling/libras_esterlinas/livres_sterling/sterline/英镑/ポンド/파운드/जीबीपी',
  },
  { name: 'yen', family: 'money', words: '¥/jpy/yen/yenes/иен*/日元/円/엔' },
  {
    name: 'rupee',
    family: 'money',
    words: '₹/inr/rs/lkr/rupee*/rupia*/roupie*/rupie*/руп*/रुपये/रुपए/卢比/ルピー',
  },
  { name: '°C', family: 'temperature', words: '°c/celsius/centígrados/摄氏/цельси*' },
  { name: '°F', family: 'temperature', words: '°f/fahrenheit/华氏/фаренгейт*' },
];
