/** Number words of one language. Forms of one number are separated by a slash. */
export interface NumberWords {
  /** 0 to 20. */
  readonly small: string;
  /** 30, 40 ... 90; a dot if the language has no separate word. */
  readonly tens: string;
  readonly hundred: string;
  readonly thousand: string;
  readonly million: string;
  readonly billion: string;
  /** Other words and their values, `word=value`. */
  readonly more?: string;
  /** Words that may occur inside a number ("two hundred AND six"). */
  readonly joiner?: string;
  /**
   * The order in which units and tens are fused: `unit` first (einundzwanzig) or `ten` first
   * (ventuno).
   */
  readonly compound?: { readonly order: 'unit' | 'ten'; readonly link: string };
}

/**
 * Written by hand for the languages that most texts are in. In other languages only digits are
 * recognised, and the checks stay silent where a number may be spelled out.
 */
export const numberWords: Readonly<Record<string, NumberWords>> = {
  en: {
    small:
      'zero/nil one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
    tens: 'thirty forty fifty sixty seventy eighty ninety',
    hundred: 'hundred/hundreds',
    thousand: 'thousand/thousands',
    million: 'million/millions/mn',
    billion: 'billion/billions/bn',
    more: 'first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 eleventh=11 twelfth=12 thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16 seventeenth=17 eighteenth=18 nineteenth=19 twentieth=20 thirtieth=30 twice=2 dozen=12 dozens=12 couple=2 pair=2 both=2 half=0.5 quarter=0.25 double=2 triple=3 trillion=1000000000000 lakh=100000 lakhs=100000 crore=10000000 crores=10000000 twenties=20 thirties=30 forties=40 fifties=50 sixties=60 seventies=70 eighties=80 nineties=90',
    joiner: 'and',
  },
  es: {
    small:
      'cero uno/una/un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte',
    tens: 'treinta cuarenta cincuenta sesenta setenta ochenta noventa',
    hundred: 'cien/ciento/centenar/centenares/cientos',
    thousand: 'mil/miles/millar/millares',
    million: 'millón/millones',
    billion: 'millardo/millardos',
    more: 'veintiuno=21 veintiún=21 veintiuna=21 veintidós=22 veintitrés=23 veinticuatro=24 veinticinco=25 veintiséis=26 veintisiete=27 veintiocho=28 veintinueve=29 doscientos=200 doscientas=200 trescientos=300 trescientas=300 cuatrocientos=400 cuatrocientas=400 quinientos=500 quinientas=500 seiscientos=600 seiscientas=600 setecientos=700 setecientas=700 ochocientos=800 ochocientas=800 novecientos=900 novecientas=900 primer=1 primero=1 primera=1 segundo=2 segunda=2 tercer=3 tercero=3 tercera=3 cuarto=4 cuarta=4 quinto=5 quinta=5 sexto=6 sexta=6 séptimo=7 séptima=7 octavo=8 octava=8 noveno=9 novena=9 décimo=10 décima=10 docena=12 docenas=12 ambos=2 ambas=2 doble=2 triple=3 media=0.5 medio=0.5 mitad=0.5 billón=1000000000000 billones=1000000000000',
    joiner: 'y de',
  },
  fr: {
    small:
      'zéro un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt/vingts',
    tens: 'trente quarante cinquante soixante septante . nonante',
    hundred: 'cent/cents/centaine/centaines',
    thousand: 'mille/mil/millier/milliers',
    million: 'million/millions',
    billion: 'milliard/milliards',
    more: 'premier=1 première=1 deuxième=2 second=2 seconde=2 troisième=3 quatrième=4 cinquième=5 sixième=6 septième=7 huitième=8 neuvième=9 dixième=10 onzième=11 douzième=12 treizième=13 quatorzième=14 quinzième=15 seizième=16 vingtième=20 dizaine=10 dizaines=10 douzaine=12 quinzaine=15 vingtaine=20 trentaine=30 quarantaine=40 cinquantaine=50 soixantaine=60 demi=0.5 demie=0.5 moitié=0.5 tiers=3 quart=0.25 double=2 triple=3',
    joiner: 'et de',
  },
  de: {
    small:
      'null eins/ein/eine/einen/einem/einer/eines zwei/zweien drei/dreien vier/vieren fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig',
    tens: 'dreißig/dreissig vierzig fünfzig sechzig siebzig achtzig neunzig',
    hundred: 'hundert/hunderte/hunderten/einhundert',
    thousand: 'tausend/tausende/tausenden/eintausend',
    million: 'million/millionen/mio',
    billion: 'milliarde/milliarden/mrd',
    more: 'erste=1 ersten=1 erster=1 erstes=1 zweite=2 zweiten=2 zweiter=2 zweites=2 beide=2 beiden=2 beider=2 dritte=3 dritten=3 dritter=3 drittes=3 vierte=4 vierten=4 vierter=4 fünfte=5 fünften=5 sechste=6 sechsten=6 siebte=7 siebten=7 siebente=7 achte=8 achten=8 neunte=9 neunten=9 zehnte=10 zehnten=10 elfte=11 elften=11 zwölfte=12 zwölften=12 dreizehnte=13 dreizehnten=13 vierzehnten=14 fünfzehnten=15 sechzehnten=16 siebzehnten=17 achtzehnten=18 neunzehnte=19 neunzehnten=19 zwanzigsten=20 dutzend=12 dutzende=12 halb=0.5 halbe=0.5 halben=0.5 hälfte=0.5 anderthalb=1.5 eineinhalb=1.5 zweieinhalb=2.5 viertel=0.25 doppelt=2 zweimal=2 dreimal=3 viermal=4 zweihundert=200 dreihundert=300 vierhundert=400 fünfhundert=500 sechshundert=600 siebenhundert=700 achthundert=800 neunhundert=900 zweitausend=2000 dreitausend=3000 viertausend=4000 fünftausend=5000 sechstausend=6000 zehntausend=10000 hunderttausend=100000 hunderttausende=100000 zwanziger=20 dreißiger=30 vierziger=40 fünfziger=50 sechziger=60 siebziger=70 achtziger=80 neunziger=90',
    joiner: 'und',
    compound: { order: 'unit', link: 'und' },
  },
  it: {
    small:
      'zero uno/una/un due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti',
    tens: 'trenta quaranta cinquanta sessanta settanta ottanta novanta',
    hundred: 'cento/centinaio/centinaia',
    thousand: 'mille/mila/migliaio/migliaia',
    million: 'milione/milioni',
    billion: 'miliardo/miliardi',
    more: 'primo=1 prima=1 secondo=2 seconda=2 terzo=3 terza=3 quarto=4 quarta=4 quinto=5 quinta=5 sesto=6 sesta=6 settimo=7 settima=7 ottavo=8 ottava=8 nono=9 nona=9 decimo=10 decima=10 ventuno=21 ventotto=28 trentuno=31 trentotto=38 duecento=200 trecento=300 quattrocento=400 cinquecento=500 seicento=600 settecento=700 ottocento=800 novecento=900 duemila=2000 tremila=3000 quattromila=4000 cinquemila=5000 diecimila=10000 centomila=100000 decina=10 dozzina=12 dozzine=12 ventina=20 trentina=30 entrambi=2 entrambe=2 mezzo=0.5 mezza=0.5 metà=0.5 doppio=2',
    joiner: 'e di',
    compound: { order: 'ten', link: '' },
  },
  pt: {
    small:
      'zero um/uma dois/duas três quatro cinco seis sete oito nove dez onze doze treze catorze/quatorze quinze dezesseis/dezasseis dezessete/dezassete dezoito dezenove/dezanove vinte',
    tens: 'trinta quarenta cinquenta/cinqüenta sessenta setenta oitenta noventa',
    hundred: 'cem/cento/centena/centenas',
    thousand: 'mil/milhar/milhares',
    million: 'milhão/milhões',
    billion: 'bilhão/bilhões',
    more: 'primeiro=1 primeira=1 segundo=2 segunda=2 terceiro=3 terceira=3 quarto=4 quarta=4 quinto=5 quinta=5 sexto=6 sexta=6 sétimo=7 oitavo=8 nono=9 décimo=10 duzentos=200 duzentas=200 trezentos=300 trezentas=300 quatrocentos=400 quinhentos=500 seiscentos=600 setecentos=700 oitocentos=800 novecentos=900 dúzia=12 dúzias=12 ambos=2 ambas=2 meia=6 meio=0.5 metade=0.5 dobro=2',
    joiner: 'e de',
  },
  nl: {
    small:
      'nul één/een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig',
    tens: 'dertig veertig vijftig zestig zeventig tachtig negentig',
    hundred: 'honderd/honderden',
    thousand: 'duizend/duizenden',
    million: 'miljoen/miljoenen',
    billion: 'miljard/miljarden',
    more: 'eerste=1 tweede=2 derde=3 vierde=4 vijfde=5 zesde=6 zevende=7 achtste=8 negende=9 tiende=10 beide=2 dozijn=12 half=0.5 halve=0.5 helft=0.5 anderhalf=1.5 tweehonderd=200 driehonderd=300 vierhonderd=400 vijfhonderd=500 tweeduizend=2000 drieduizend=3000',
    joiner: 'en',
    compound: { order: 'unit', link: 'en/ën' },
  },
  sv: {
    small:
      'noll ett/en två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo',
    tens: 'trettio fyrtio femtio sextio sjuttio åttio nittio',
    hundred: 'hundra/hundratal/hundratals',
    thousand: 'tusen/tusental/tusentals',
    million: 'miljon/miljoner',
    billion: 'miljard/miljarder',
    more: 'första=1 andra=2 tredje=3 fjärde=4 femte=5 sjätte=6 sjunde=7 åttonde=8 nionde=9 tionde=10 båda=2 dussin=12 halv=0.5 hälften=0.5 dubbelt=2 tvåhundra=200 trehundra=300 fyrahundra=400 femhundra=500',
    joiner: 'och',
    compound: { order: 'ten', link: '' },
  },
  da: {
    small:
      'nul en/et/én/ét to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten tyve',
    tens: 'tredive fyrre halvtreds tres halvfjerds firs halvfems',
    hundred: 'hundrede/hundred/hundreder',
    thousand: 'tusind/tusinde/tusinder',
    million: 'million/millioner',
    billion: 'milliard/milliarder',
    more: 'første=1 anden=2 andet=2 tredje=3 fjerde=4 femte=5 sjette=6 syvende=7 ottende=8 niende=9 tiende=10 begge=2 dusin=12 halv=0.5 halvdelen=0.5 halvanden=1.5',
    joiner: 'og',
    compound: { order: 'unit', link: 'og' },
  },
  nb: {
    small:
      'null en/ett/én to tre fire fem seks sju/syv åtte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten tjue/tyve',
    tens: 'tretti/tredve førti/førr femti seksti sytti åtti nitti',
    hundred: 'hundre/hundrevis',
    thousand: 'tusen/tusenvis',
    million: 'million/millioner',
    billion: 'milliard/milliarder',
    more: 'første=1 andre=2 annen=2 tredje=3 fjerde=4 femte=5 sjette=6 sjuende=7 syvende=7 åttende=8 niende=9 tiende=10 begge=2 dusin=12 halv=0.5 halve=0.5 halvparten=0.5',
    joiner: 'og',
    compound: { order: 'ten', link: '' },
  },
  is: {
    small:
      'núll einn/ein/eitt/eina/einum/eins/einu tveir/tvær/tvö/tvo/tveimur/tveggja þrír/þrjár/þrjú/þrjá/þremur/þriggja fjórir/fjórar/fjögur/fjóra/fjórum/fjögurra fimm sex sjö átta níu tíu ellefu tólf þrettán fjórtán fimmtán sextán sautján átján nítján tuttugu',
    tens: 'þrjátíu fjörutíu fimmtíu sextíu sjötíu áttatíu níutíu',
    hundred: 'hundrað/hundruð/hundruðum',
    thousand: 'þúsund/þúsundir/þúsundum/þúsunda',
    million: 'milljón/milljónir/milljónum/milljóna',
    billion: 'milljarður/milljarðar/milljarða/milljörðum',
    more: 'fyrsti=1 fyrsta=1 fyrst=1 fyrstu=1 annar=2 önnur=2 annað=2 öðru=2 þriðji=3 þriðja=3 fjórði=4 fjórða=4 fimmta=5 fimmti=5 sjötta=6 sjöunda=7 áttunda=8 níunda=9 tíunda=10 báðir=2 báðar=2 bæði=2 tugi=10 tugir=10 tvisvar=2 þrisvar=3 hálf=0.5 hálft=0.5 helmingur=0.5',
    joiner: 'og',
  },
  pl: {
    small:
      'zero jeden/jedna/jedno/jednego/jednej/jednym dwa/dwie/dwóch/dwoje/dwom/dwaj/dwu/dwoma trzy/trzech/trzej/trzem cztery/czterech/czterej/czterem pięć/pięciu sześć/sześciu siedem/siedmiu osiem/ośmiu dziewięć/dziewięciu dziesięć/dziesięciu jedenaście/jedenastu dwanaście/dwunastu trzynaście/trzynastu czternaście/czternastu piętnaście/piętnastu szesnaście/szesnastu siedemnaście/siedemnastu osiemnaście/osiemnastu dziewiętnaście/dziewiętnastu dwadzieścia/dwudziestu',
    tens: 'trzydzieści/trzydziestu czterdzieści/czterdziestu pięćdziesiąt/pięćdziesięciu sześćdziesiąt/sześćdziesięciu siedemdziesiąt/siedemdziesięciu osiemdziesiąt/osiemdziesięciu dziewięćdziesiąt/dziewięćdziesięciu',
    hundred: 'sto/stu/setki/setek',
    thousand: 'tysiąc/tysiące/tysięcy/tysiąca/tys',
    million: 'milion/miliony/milionów/miliona/mln',
    billion: 'miliard/miliardy/miliardów/mld',
    more: 'pierwszy=1 pierwsza=1 pierwsze=1 pierwszego=1 pierwszej=1 drugi=2 druga=2 drugie=2 drugiego=2 drugiej=2 trzeci=3 trzecia=3 trzecie=3 trzeciego=3 trzeciej=3 czwarty=4 czwartej=4 czwartego=4 piąty=5 piątej=5 piątego=5 szósty=6 siódmy=7 ósmy=8 dziewiąty=9 dziesiąty=10 oba=2 obie=2 obu=2 dwieście=200 trzysta=300 czterysta=400 pięćset=500 sześćset=600 siedemset=700 osiemset=800 dziewięćset=900 tuzin=12 pół=0.5 połowa=0.5 półtora=1.5',
  },
  cs: {
    small:
      'nula jeden/jedna/jedno/jednoho/jedné dva/dvě/dvou/dvěma tři/tří/třem/třemi čtyři/čtyř/čtyřem pět/pěti šest/šesti sedm/sedmi osm/osmi devět/devíti deset/deseti jedenáct/jedenácti dvanáct/dvanácti třináct/třinácti čtrnáct/čtrnácti patnáct/patnácti šestnáct/šestnácti sedmnáct/sedmnácti osmnáct/osmnácti devatenáct/devatenácti dvacet/dvaceti',
    tens: 'třicet/třiceti čtyřicet/čtyřiceti padesát/padesáti šedesát/šedesáti sedmdesát/sedmdesáti osmdesát/osmdesáti devadesát/devadesáti',
    hundred: 'sto/stovky/stovek/set/sta/stě',
    thousand: 'tisíc/tisíce/tisíců/tis',
    million: 'milion/miliony/milionů/milión/mil',
    billion: 'miliarda/miliardy/miliard/mld',
    more: 'první=1 druhý=2 druhá=2 druhé=2 druhého=2 třetí=3 čtvrtý=4 čtvrté=4 pátý=5 páté=5 šestý=6 sedmý=7 osmý=8 devátý=9 desátý=10 oba=2 obě=2 obou=2 tucet=12 půl=0.5 polovina=0.5',
  },
  ru: {
    small:
      'ноль/нуль один/одна/одно/одного/одной/одному/одним/одном/одну два/две/двух/двум/двумя/двое три/трёх/трех/трём/трем/тремя/трое четыре/четырёх/четырех/четырём/четырьмя/четверо пять/пяти/пятью шесть/шести семь/семи восемь/восьми девять/девяти десять/десяти одиннадцать/одиннадцати двенадцать/двенадцати тринадцать/тринадцати четырнадцать/четырнадцати пятнадцать/пятнадцати шестнадцать/шестнадцати семнадцать/семнадцати восемнадцать/восемнадцати девятнадцать/девятнадцати двадцать/двадцати',
    tens: 'тридцать/тридцати сорок/сорока пятьдесят/пятидесяти шестьдесят/шестидесяти семьдесят/семидесяти восемьдесят/восьмидесяти девяносто/девяноста',
    hundred: 'сто/ста/сотни/сотен/сотня',
    thousand: 'тысяча/тысячи/тысяч/тысячу/тысячами/тыс',
    million: 'миллион/миллиона/миллионов/миллионы/млн',
    billion: 'миллиард/миллиарда/миллиардов/миллиарды/млрд',
    more: 'первый=1 первая=1 первое=1 первого=1 первой=1 первом=1 первым=1 первую=1 второй=2 вторая=2 второе=2 второго=2 втором=2 вторую=2 третий=3 третья=3 третье=3 третьего=3 третьей=3 третьем=3 четвёртый=4 четвертый=4 четвёртой=4 пятый=5 пятого=5 пятой=5 шестой=6 седьмой=7 восьмой=8 девятый=9 десятый=10 оба=2 обе=2 обоих=2 обеих=2 дважды=2 трижды=3 двести=200 двухсот=200 триста=300 трёхсот=300 четыреста=400 пятьсот=500 пятисот=500 шестьсот=600 семьсот=700 восемьсот=800 девятьсот=900 дюжина=12 дюжины=12 десяток=10 десятки=10 десятков=10 полтора=1.5 половина=0.5 половину=0.5 половины=0.5',
  },
  uk: {
    small:
      'нуль один/одна/одно/одного/однієї/одному/одну два/дві/двох/двом/двома/двоє три/трьох/трьом/трьома/троє чотири/чотирьох/чотирьом четверо/четвірка пять/п’ять/пʼять/п’яти шість/шести сім/семи вісім/восьми девять/дев’ять/дев’яти десять/десяти одинадцять дванадцять/дванадцяти тринадцять чотирнадцять пятнадцять/п’ятнадцять шістнадцять сімнадцять вісімнадцять девятнадцять/дев’ятнадцять двадцять/двадцяти',
    tens: 'тридцять/тридцяти сорок/сорока п’ятдесят/п’ятдесяти шістдесят/шістдесяти сімдесят/сімдесяти вісімдесят дев’яносто',
    hundred: 'сто/ста/сотні/сотень',
    thousand: 'тисяча/тисячі/тисяч/тисячу/тис',
    million: 'мільйон/мільйона/мільйонів/мільйони/млн',
    billion: 'мільярд/мільярда/мільярдів/мільярди/млрд',
    more: 'перший=1 перша=1 перше=1 першого=1 першої=1 другий=2 друга=2 друге=2 другого=2 другої=2 третій=3 третя=3 третє=3 третього=3 третьої=3 обидва=2 обидві=2 обох=2 двісті=200 триста=300 чотириста=400 п’ятсот=500 шістсот=600 сімсот=700 вісімсот=800 дев’ятсот=900 дюжина=12 десятки=10 десятків=10 половина=0.5 половину=0.5',
  },
  ro: {
    small:
      'zero unu/un/una/o doi/două trei patru cinci șase/şase șapte/şapte opt nouă zece unsprezece doisprezece/douăsprezece treisprezece paisprezece cincisprezece șaisprezece șaptesprezece optsprezece nouăsprezece douăzeci',
    tens: 'treizeci patruzeci cincizeci șaizeci șaptezeci optzeci nouăzeci',
    hundred: 'sută/sute/suta',
    thousand: 'mie/mii/miile',
    million: 'milion/milioane/mil',
    billion: 'miliard/miliarde/mld',
    more: 'primul=1 prima=1 primele=1 doilea=2 doua=2 treilea=3 treia=3 patrulea=4 cincilea=5 ambele=2 ambii=2 jumătate=0.5 duzină=12 zeci=10',
    joiner: 'și de',
  },
  el: {
    small:
      'μηδέν ένα/ένας/μία/μια/έναν/ενός δύο/δυο τρία/τρεις/τριών τέσσερα/τέσσερις/τεσσάρων πέντε έξι επτά/εφτά οκτώ/οχτώ εννέα/εννιά δέκα έντεκα/ένδεκα δώδεκα δεκατρία/δεκατρείς δεκατέσσερα/δεκατέσσερις δεκαπέντε δεκαέξι δεκαεπτά/δεκαεφτά δεκαοκτώ/δεκαοχτώ δεκαεννέα/δεκαεννιά είκοσι',
    tens: 'τριάντα σαράντα πενήντα εξήντα εβδομήντα ογδόντα ενενήντα',
    hundred: 'εκατό/εκατόν/εκατοντάδες',
    thousand: 'χίλια/χιλιάδες/χίλιοι/χιλιάδων',
    million: 'εκατομμύριο/εκατομμύρια/εκατομμυρίων/εκατ',
    billion: 'δισεκατομμύριο/δισεκατομμύρια/δισεκατομμυρίων/δισ',
    more: 'πρώτος=1 πρώτη=1 πρώτο=1 πρώτης=1 πρώτου=1 δεύτερος=2 δεύτερη=2 δεύτερο=2 τρίτος=3 τρίτη=3 τρίτο=3 τέταρτη=4 τέταρτο=4 πέμπτη=5 διακόσια=200 τριακόσια=300 τετρακόσια=400 πεντακόσια=500 μισό=0.5 μισή=0.5 δεκάδες=10 ντουζίνα=12',
  },
  hu: {
    small:
      'nulla egy kettő/két három/hármas négy öt hat hét nyolc kilenc tíz tizenegy tizenkettő/tizenkét tizenhárom tizennégy tizenöt tizenhat tizenhét tizennyolc tizenkilenc húsz',
    tens: 'harminc negyven ötven hatvan hetven nyolcvan kilencven',
    hundred: 'száz/százak',
    thousand: 'ezer/ezrek',
    million: 'millió/milliós',
    billion: 'milliárd/milliárdos',
    more: 'első=1 második=2 harmadik=3 negyedik=4 ötödik=5 hatodik=6 hetedik=7 nyolcadik=8 kilencedik=9 tizedik=10 mindkét=2 mindkettő=2 kétszáz=200 háromszáz=300 négyszáz=400 ötszáz=500 kétezer=2000 háromezer=3000 tízezer=10000 tucat=12 fél=0.5',
  },
  fi: {
    small:
      'nolla yksi/yhden/yhtä kaksi/kahden/kahta/kahdessa kolme/kolmen/kolmea neljä/neljän/neljää viisi/viiden/viittä kuusi/kuuden seitsemän kahdeksan yhdeksän kymmenen yksitoista kaksitoista kolmetoista neljätoista viisitoista kuusitoista seitsemäntoista kahdeksantoista yhdeksäntoista kaksikymmentä',
    tens: 'kolmekymmentä neljäkymmentä viisikymmentä kuusikymmentä seitsemänkymmentä kahdeksankymmentä yhdeksänkymmentä',
    hundred: 'sata/sadan/satoja/sataa',
    thousand: 'tuhat/tuhannen/tuhatta/tuhansia',
    million: 'miljoona/miljoonan/miljoonaa/milj',
    billion: 'miljardi/miljardin/miljardia/mrd',
    more: 'ensimmäinen=1 ensimmäisen=1 ensimmäistä=1 toinen=2 toisen=2 toista=2 kolmas=3 kolmannen=3 neljäs=4 viides=5 molemmat=2 puoli=0.5 puolet=0.5 tusina=12 kymmeniä=10',
  },
  tr: {
    small:
      'sıfır bir iki üç dört beş altı yedi sekiz dokuz on onbir oniki onüç ondört onbeş onaltı onyedi onsekiz ondokuz yirmi',
    tens: 'otuz kırk elli altmış yetmiş seksen doksan',
    hundred: 'yüz/yüzlerce',
    thousand: 'bin/binlerce',
    million: 'milyon/milyonlarca',
    billion: 'milyar/milyarlarca',
    more: 'birinci=1 ilk=1 ikinci=2 üçüncü=3 dördüncü=4 beşinci=5 altıncı=6 yedinci=7 sekizinci=8 dokuzuncu=9 onuncu=10 düzine=12 yarım=0.5 yarısı=0.5 buçuk=0.5 onlarca=10',
  },
  id: {
    small:
      'nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas duabelas tigabelas empatbelas limabelas enambelas tujuhbelas delapanbelas sembilanbelas .',
    tens: '. . . . . . .',
    hundred: 'ratus/seratus/ratusan',
    thousand: 'ribu/seribu/ribuan',
    million: 'juta/sejuta/jutaan',
    billion: 'miliar/milyar',
    more: 'pertama=1 kedua=2 ketiga=3 keempat=4 kelima=5 puluhan=10 lusin=12 setengah=0.5 separuh=0.5',
  },
  ar: {
    small:
      'صفر واحد/واحدة اثنان/اثنين/اثنتين/اثنتان ثلاثة/ثلاث أربعة/أربع خمسة/خمس ستة/ست سبعة/سبع ثمانية/ثماني/ثمان تسعة/تسع عشرة/عشر أحد اثنا/اثني . . . . . . . عشرون/عشرين',
    tens: 'ثلاثون/ثلاثين أربعون/أربعين خمسون/خمسين ستون/ستين سبعون/سبعين ثمانون/ثمانين تسعون/تسعين',
    hundred: 'مئة/مائة/مئات',
    thousand: 'ألف/آلاف/ألفا/ألفًا',
    million: 'مليون/ملايين/مليونا/مليونًا',
    billion: 'مليار/مليارات/بليون',
    more: 'الأول=1 الأولى=1 أول=1 الثاني=2 الثانية=2 الثالث=3 الثالثة=3 الرابع=4 الرابعة=4 الخامس=5 الخامسة=5 كلا=2 كلتا=2 مليوني=2000000 مليونين=2000000 ألفين=2000 مئتين=200 مائتين=200 نصف=0.5 عشرات=10',
  },
  hi: {
    small:
      'शून्य एक दो/दोनों तीन/तीनों चार/चारों पांच/पाँच छह/छः/छे सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस बीस',
    tens: 'तीस चालीस पचास साठ सत्तर अस्सी नब्बे',
    hundred: 'सौ/सैकड़ों',
    thousand: 'हजार/हज़ार/हजारों',
    million: 'मिलियन',
    billion: 'बिलियन/अरब',
    more: 'पहला=1 पहली=1 पहले=1 दूसरा=2 दूसरी=2 दूसरे=2 तीसरा=3 तीसरी=3 तीसरे=3 चौथा=4 चौथी=4 चौथे=4 पांचवां=5 पांचवें=5 लाख=100000 लाखों=100000 करोड़=10000000 करोड़ों=10000000 आधा=0.5 आधे=0.5 आधी=0.5 डेढ़=1.5 ढाई=2.5 दर्जन=12',
  },
};

/** Chinese, Japanese and Korean numerals: digits, then multipliers. */
export const hanDigits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  '○': 0,
  一: 1,
  壹: 1,
  二: 2,
  贰: 2,
  两: 2,
  兩: 2,
  三: 3,
  叁: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** Multipliers inside a myriad, and myriads. */
export const hanMultipliers: Readonly<Record<string, number>> = {
  十: 10,
  廿: 20,
  卅: 30,
  拾: 10,
  百: 100,
  千: 1000,
  万: 10_000,
  萬: 10_000,
  만: 10_000,
  亿: 100_000_000,
  億: 100_000_000,
  억: 100_000_000,
  兆: 1_000_000_000_000,
  천: 1000,
  백: 100,
};
